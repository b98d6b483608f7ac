package org.rote.plugins.report.html.picture;

import java.util.ArrayList;
import java.util.List;
import org.rote.plugins.report.html.text.Numbers;
import org.rote.plugins.report.html.text.Superscripts;

/** Round values along an axis. */
final class Ticks {

    /** Rounding errors of a tick's place, in steps. */
    private static final double SLACK = 1e-9;
    /** Fewer decades than this need ticks between their powers of ten. */
    private static final int FEW_DECADES = 2;

    private static final double PLAIN_FROM = 1e-3;
    private static final double PLAIN_TO = 1e4;
    private static final int MOST_DECIMALS = 15;

    private Ticks() {}

    /**
     * One tick.
     *
     * @param value where
     * @param label its number; empty for a short tick between two numbers
     */
    record Tick(double value, String label) {}

    /**
     * Ticks at multiples of 1, 2 or 5 times a power of ten.
     *
     * @param span what the axis spans, linear
     * @param exponent labels show the value over ten to this power
     * @param most how many intervals there may be at most
     */
    static List<Tick> linear(Span span, int exponent, int most) {
        double step = roundUp((span.hi() - span.lo()) / most);
        int decimals = (int) Math.max(0, Math.min(MOST_DECIMALS, exponent - Math.floor(Math.log10(step) + SLACK)));
        long first = (long) Math.ceil(span.lo() / step - SLACK);
        long last = (long) Math.floor(span.hi() / step + SLACK);
        List<Tick> ticks = new ArrayList<>();
        for (long i = first; i <= last; i++) {
            ticks.add(new Tick(i * step, Numbers.fixed(i * (step / Math.pow(10, exponent)), decimals)));
        }
        return ticks;
    }

    /** The least of 1, 2, 5, 10, 20, … times a power of ten that is not less. */
    static double roundUp(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (int factor : new int[] {1, 2, 5}) {
            if (value <= factor * power * (1 + SLACK)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /**
     * Ticks at powers of ten, and between them where there are few.
     *
     * @param span what the axis spans, logarithmic
     * @param most how many labels there may be at most
     */
    static List<Tick> logarithmic(Span span, int most) {
        int first = (int) Math.ceil(Math.log10(span.lo()) - SLACK);
        int last = (int) Math.floor(Math.log10(span.hi()) + SLACK);
        if (last - first + 1 < FEW_DECADES) {
            return withinDecade(span, most);
        }
        int stride = 1;
        while ((last - first) / stride + 1 > most) {
            stride++;
        }
        boolean plain = span.lo() >= PLAIN_FROM / 2 && span.hi() <= PLAIN_TO * 2;
        List<Tick> ticks = new ArrayList<>();
        for (int decade = first - 1; decade <= last; decade++) {
            boolean labelled = Math.floorMod(decade, stride) == 0;
            add(ticks, span, new Tick(Math.pow(10, decade), labelled ? power(decade, plain) : ""));
            for (int factor = 2; stride == 1 && factor <= 9; factor++) {
                add(ticks, span, new Tick(factor * Math.pow(10, decade), ""));
            }
        }
        return ticks;
    }

    private static String power(int decade, boolean plain) {
        return plain ? Numbers.of(Double.parseDouble("1e" + decade)) : "10" + Superscripts.of(decade);
    }

    private static List<Tick> withinDecade(Span span, int most) {
        List<Tick> ticks = new ArrayList<>();
        int labelled = 0;
        for (int decade = (int) Math.floor(Math.log10(span.lo())); Math.pow(10, decade) <= span.hi(); decade++) {
            for (int factor = 1; factor <= 9; factor++) {
                double value = Double.parseDouble(factor + "e" + decade);
                boolean round = factor == 1 || factor == 2 || factor == 5;
                boolean inside = add(ticks, span, new Tick(value, round ? Numbers.of(value) : ""));
                labelled += round && inside ? 1 : 0;
            }
        }
        return labelled >= 2 && labelled <= most ? ticks : linear(span, 0, most);
    }

    private static boolean add(List<Tick> ticks, Span span, Tick tick) {
        double fraction = span.fraction(tick.value());
        boolean inside = fraction >= -SLACK && fraction <= 1 + SLACK;
        return inside && ticks.add(tick);
    }
}
