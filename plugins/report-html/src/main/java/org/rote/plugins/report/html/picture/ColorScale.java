package org.rote.plugins.report.html.picture;

import org.rote.spi.Figure.ColorMap;
import org.rote.spi.Figure.Image;
import org.rote.spi.Figure.Scale;

/**
 * Which value gets which colour of a map, and how the bar beside the panel is labelled. Panels whose scales agree share a bar.
 *
 * @param scale label and unit
 * @param map the colours
 * @param span values of the first and the last colour
 * @param below whether some values are less than the first
 * @param above whether some values are greater than the last
 */
record ColorScale(Scale scale, ColorMap map, Span span, boolean below, boolean above) {

    static ColorScale of(Image image) {
        Reach reach = new Reach(false);
        reach.include(image.field().values());
        Span span = span(image, reach);
        return new ColorScale(
                Scale.linear(image.label(), image.unit()),
                image.map(),
                span,
                reach.least() < span.lo(),
                reach.most() > span.hi());
    }

    private static Span span(Image image, Reach reach) {
        double least = reach.least();
        double most = reach.most();
        if (image.map() == ColorMap.DIVERGING && !reach.isEmpty()) {
            double largest = Math.max(Math.abs(least), Math.abs(most));
            double end =
                    image.to().orElse(image.from().isPresent() ? -image.from().getAsDouble() : largest);
            least = -end;
            most = end;
        } else if (image.map() == ColorMap.MAGNITUDE && least >= 0 && !reach.isEmpty()) {
            least = 0;
            most = most == 0 ? 1 : most;
        }
        return Span.of(image.from(), image.to(), least, most, false, 0);
    }

    /** Whether a value has the same colour and the same name in both. */
    boolean agreesWith(ColorScale other) {
        return scale.equals(other.scale) && map == other.map && span.equals(other.span);
    }

    /** A scale for both of two that agree. */
    ColorScale with(ColorScale other) {
        return new ColorScale(scale, map, span, below || other.below, above || other.above);
    }

    /** The number of the colour of a finite value, from 0. */
    int color(double value) {
        double fraction = Math.max(0, Math.min(1, (value - span.lo()) / (span.hi() - span.lo())));
        return (int) Math.min(Colors.COUNT - 1, Math.floor(fraction * Colors.COUNT));
    }
}
