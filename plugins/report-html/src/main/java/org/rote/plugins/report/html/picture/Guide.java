package org.rote.plugins.report.html.picture;

import java.util.ArrayList;
import java.util.List;
import org.rote.plugins.report.html.picture.Ticks.Tick;
import org.rote.plugins.report.html.text.Units;
import org.rote.spi.Figure.Scale;

/**
 * What is written along an axis: ticks whose labels do not touch, and what the axis shows.
 *
 * <p>Where the greatest number on the axis is 10⁵ or more, or less than 0.01, the numbers are divided by a power of 1000, which goes into the unit: {@code time (ms)},
 * {@code squared slowness (10⁻⁶ s²/m²)}.
 *
 * @param title label and unit; may be empty
 * @param ticks in order along the axis
 * @param slanted whether the labels are too long to stand side by side
 */
record Guide(String title, List<Tick> ticks, boolean slanted) {

    static final double LINE_HEIGHT = 14;
    /** The sine and cosine of 45°. */
    static final double SLANT = Math.sqrt(0.5);

    private static final double LARGE = 1e5;
    private static final double SMALL = 1e-2;
    /** Between two labels side by side. */
    private static final double GAP = 9;
    /** Wanted between two ticks, in pixels: along a line of text, and down a column. */
    private static final double APART_ACROSS = 42;

    private static final double APART_DOWN = 30;
    /** Ticks with a number that an axis should have. */
    private static final int FEWEST = 2;

    private static final double LONGEST_SLANTED = 110;

    static Guide horizontal(Scale scale, Span span, double length) {
        int most = (int) Math.max(2, length / APART_ACROSS);
        return of(scale, span, length, most, tick -> Lettering.width(tick.label(), Font.TICK.size()) + GAP);
    }

    static Guide vertical(Scale scale, Span span, double length) {
        return of(scale, span, length, (int) Math.max(2, length / APART_DOWN), tick -> LINE_HEIGHT);
    }

    private static Guide of(Scale scale, Span span, double length, int most, Room room) {
        int exponent = span.logarithmic() ? 0 : exponent(span.magnitude());
        List<Tick> best = List.of();
        for (int count = 1; count <= 2 * most; count++) {
            List<Tick> ticks =
                    span.logarithmic() ? Ticks.logarithmic(span, count) : Ticks.linear(span, exponent, count);
            List<Tick> apart = apart(ticks, span, length, room);
            // what fits whole is better, and more than asked for only where there would be hardly any
            boolean better = apart.equals(ticks) ? count <= most || labelled(best) < FEWEST : labelled(best) == 0;
            best = better ? apart : best;
        }
        return new Guide(Units.labelled(scale.label(), scale.unit(), exponent), best, false);
    }

    private static long labelled(List<Tick> ticks) {
        return ticks.stream().filter(tick -> !tick.label().isEmpty()).count();
    }

    /** The room that a tick's label takes along the axis. */
    private interface Room {
        double of(Tick tick);
    }

    /** The multiple of three by which an axis up to this magnitude is labelled. */
    static int exponent(double magnitude) {
        if (magnitude == 0 || (magnitude >= SMALL && magnitude < LARGE)) {
            return 0;
        }
        return 3 * (int) Math.floor(Math.log10(magnitude) / 3);
    }

    /** The same ticks, without the labels that would touch the one before. */
    private static List<Tick> apart(List<Tick> ticks, Span span, double length, Room room) {
        List<Tick> apart = new ArrayList<>();
        double freeFrom = Double.NEGATIVE_INFINITY;
        for (Tick tick : ticks) {
            double centre = span.fraction(tick.value()) * length;
            double half = room.of(tick) / 2;
            boolean fits = !tick.label().isEmpty() && centre - half >= freeFrom;
            apart.add(fits ? tick : new Tick(tick.value(), ""));
            freeFrom = fits ? centre + half : freeFrom;
        }
        return apart;
    }

    /** Names under bars: all of them side by side, all of them slanted, or as many as there is room for. */
    static Guide categories(Scale scale, List<String> names, double length) {
        double each = length / Math.max(1, names.size());
        double widest = names.stream()
                .mapToDouble(name -> Lettering.width(name, Font.TICK.size()))
                .max()
                .orElse(0);
        boolean slanted = widest + GAP > each && each >= LINE_HEIGHT;
        boolean all = widest + GAP <= each || slanted;
        int stride = all ? 1 : (int) Ticks.roundUp(Math.ceil((Math.min(widest, LONGEST_SLANTED) + GAP) / each));
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < names.size(); i += stride) {
            ticks.add(new Tick(i, Lettering.cut(names.get(i), Font.TICK.size(), LONGEST_SLANTED)));
        }
        return new Guide(Units.labelled(scale.label(), scale.unit()), ticks, slanted);
    }

    /** The ticks that have a number. */
    List<Tick> labelled() {
        return ticks.stream().filter(tick -> !tick.label().isEmpty()).toList();
    }

    /** Width of the widest label. */
    double widest() {
        return ticks.stream()
                .mapToDouble(tick -> Lettering.width(tick.label(), Font.TICK.size()))
                .max()
                .orElse(0);
    }
}
