package org.rote.numerics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.rote.spi.Axis;
import org.rote.spi.Space;

/**
 * A plane of a field that a picture can show: the whole of a field on two axes, or a section through the middle of one on three. The middle of n samples is sample ⌊n/2⌋, counted from 0.
 *
 * @param name the axes of a section, for names of figures: {@code x-z}; empty for the whole of a plane
 * @param place the section in words: {@code x–z section at y = 160 m}; empty for the whole of a plane
 * @param horizontal the horizontal axis
 * @param vertical the vertical axis
 * @param first place of the first value in the field
 * @param across from one value to the next along the horizontal axis
 * @param along from one value to the next along the vertical axis
 */
public record CentralSection(
        String name, String place, Axis horizontal, Axis vertical, int first, int across, int along) {

    private static final MathContext SIX_DIGITS = new MathContext(6);

    /**
     * The planes that show a field.
     *
     * @param space of real fields
     * @return of two axes one plane, of three axes (x, y, z) the sections x–z, y–z and x–y; none otherwise
     */
    public static List<CentralSection> of(Space space) {
        List<Axis> axes = space.axes();
        return switch (axes.size()) {
            case 2 ->
                List.of(new CentralSection(
                        "", "", axes.get(0), axes.get(1), 0, axes.get(1).count(), 1));
            case 3 -> List.of(section(axes, 0, 2, 1), section(axes, 1, 2, 0), section(axes, 0, 1, 2));
            default -> List.of();
        };
    }

    private static CentralSection section(List<Axis> axes, int horizontal, int vertical, int cut) {
        Axis x = axes.get(horizontal);
        Axis y = axes.get(vertical);
        int[] strides = {axes.get(1).count() * axes.get(2).count(), axes.get(2).count(), 1};
        int middle = axes.get(cut).count() / 2;
        return new CentralSection(
                x.name() + "-" + y.name(),
                x.name() + "–" + y.name() + " section at " + words(axes.get(cut), middle),
                x,
                y,
                middle * strides[cut],
                strides[horizontal],
                strides[vertical]);
    }

    private static String words(Axis axis, int index) {
        if (axis.unit().equals("1")) {
            return axis.name() + " " + (index + 1) + " of " + axis.count();
        }
        BigDecimal at = new BigDecimal(axis.at(index)).round(SIX_DIGITS).stripTrailingZeros();
        return axis.name() + " = " + at.toPlainString() + " " + axis.unit();
    }

    /**
     * The values of a field on the plane.
     *
     * @param field a field of the space
     * @return a new array, [horizontal][vertical]
     */
    public double[] of(double[] field) {
        double[] values = new double[horizontal.count() * vertical.count()];
        for (int i = 0; i < horizontal.count(); i++) {
            for (int k = 0; k < vertical.count(); k++) {
                values[i * vertical.count() + k] = field[first + i * across + k * along];
            }
        }
        return values;
    }
}
