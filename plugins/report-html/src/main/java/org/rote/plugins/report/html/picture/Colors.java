package org.rote.plugins.report.html.picture;

import java.util.Arrays;
import org.rote.spi.Figure.ColorMap;

/**
 * The colours of fields. Each map runs through a few points of equal distance in lightness, in the cylindrical form (lightness, chroma, hue) of the Oklab space, so that
 * equal steps of the value look equally large, also in grey and to the colour-blind. Source: B. Ottosson, A perceptual color space for image processing (2020).
 */
final class Colors {

    /** How many colours a map has. */
    static final int COUNT = 255;

    private static final int[] SEQUENTIAL = ramp(COUNT, new double[][] {
        {0.25, 0.11, 305}, {0.39, 0.12, 280}, {0.53, 0.11, 235}, {0.67, 0.12, 175}, {0.81, 0.16, 130}, {0.95, 0.15, 105}
    });
    private static final int[] MAGNITUDE = ramp(COUNT, new double[][] {
        {1.00, 0.00, 80}, {0.84, 0.10, 75}, {0.68, 0.15, 50}, {0.52, 0.16, 30}, {0.36, 0.12, 15}, {0.20, 0.06, 0}
    });
    private static final int[] DIVERGING = joined(
            new double[][] {{0.34, 0.13, 262}, {0.55, 0.13, 250}, {0.76, 0.09, 238}, {0.97, 0.0, 230}},
            new double[][] {{0.97, 0.0, 60}, {0.76, 0.11, 52}, {0.55, 0.16, 36}, {0.34, 0.12, 24}});

    private Colors() {}

    /** The colours from the lowest value to the highest, as 0xRRGGBB; not to be written to. */
    static int[] of(ColorMap map) {
        return switch (map) {
            case SEQUENTIAL -> SEQUENTIAL;
            case MAGNITUDE -> MAGNITUDE;
            case DIVERGING -> DIVERGING;
        };
    }

    private static int[] joined(double[][] negative, double[][] positive) {
        int half = COUNT / 2 + 1;
        int[] colors = Arrays.copyOf(ramp(half, negative), COUNT);
        System.arraycopy(ramp(half, positive), 0, colors, half - 1, half);
        return colors;
    }

    private static int[] ramp(int count, double[][] points) {
        int[] colors = new int[count];
        Arrays.setAll(colors, i -> {
            double position = (double) i * (points.length - 1) / (count - 1);
            int piece = (int) Math.min(points.length - 2, Math.floor(position));
            double[] mixed = new double[3];
            Arrays.setAll(
                    mixed, k -> points[piece][k] + (position - piece) * (points[piece + 1][k] - points[piece][k]));
            return displayable(mixed[0], mixed[1], Math.toRadians(mixed[2]));
        });
        return colors;
    }

    /** The colour, paler where a screen cannot show it as strong as that. */
    private static int displayable(double lightness, double chroma, double hue) {
        for (double strength = chroma; ; strength -= 0.005) {
            double[] linear =
                    linear(lightness, Math.max(0, strength) * Math.cos(hue), Math.max(0, strength) * Math.sin(hue));
            boolean shown = Arrays.stream(linear).allMatch(c -> c >= 0 && c <= 1);
            if (shown || strength <= 0) {
                return (byteOf(linear[0]) << 16) | (byteOf(linear[1]) << 8) | byteOf(linear[2]);
            }
        }
    }

    private static double[] linear(double lightness, double a, double b) {
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }

    private static double cube(double value) {
        return value * value * value;
    }

    /** The transfer function of sRGB (IEC 61966-2-1). */
    private static int byteOf(double linear) {
        double kept = Math.max(0, Math.min(1, linear));
        double encoded = kept <= 0.0031308 ? 12.92 * kept : 1.055 * Math.pow(kept, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * encoded);
    }
}
