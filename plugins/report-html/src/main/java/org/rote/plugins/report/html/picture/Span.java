package org.rote.plugins.report.html.picture;

import java.util.OptionalDouble;

/**
 * What an axis spans, and where along it a value lies.
 *
 * @param lo lower end, less than {@code hi}; greater than 0 where logarithmic
 * @param hi upper end
 * @param logarithmic whether decades are equally long
 */
record Span(double lo, double hi, boolean logarithmic) {

    /** Values beyond are treated as missing: their differences would overflow. */
    private static final double LARGEST = 1e300;
    /** Narrower than this, relative to its ends, a span shows rounding errors only. */
    private static final double NARROWEST = 1e-12;

    private static final double TINY = 1e-290;

    /**
     * The span of an axis.
     *
     * @param from the lower end where it is prescribed
     * @param to the upper end where it is prescribed
     * @param least the least of the data
     * @param most the most of the data; less than {@code least} where there are none
     * @param logarithmic whether decades are equally long
     * @param padding share of the span to add at each end that is not prescribed
     */
    static Span of(
            OptionalDouble from, OptionalDouble to, double least, double most, boolean logarithmic, double padding) {
        if (!(least <= most)) {
            least = usable(from, logarithmic) ? from.getAsDouble() : start(to, logarithmic);
            most = logarithmic ? least * 10 : least + 1;
        }
        double lo = usable(from, logarithmic) ? from.getAsDouble() : least;
        double hi = usable(to, logarithmic) ? to.getAsDouble() : most;
        if (lo > hi) {
            lo = least;
            hi = most;
        }
        if (hi - lo <= NARROWEST * Math.max(Math.abs(lo), Math.abs(hi)) || hi - lo < TINY) {
            return around((lo + hi) / 2, logarithmic);
        }
        Span bare = new Span(lo, hi, logarithmic);
        double below = usable(from, logarithmic) ? lo : bare.at(-padding);
        double above = usable(to, logarithmic) ? hi : bare.at(1 + padding);
        // what is never negative is not drawn from below zero
        return new Span(lo >= 0 ? Math.max(0, below) : below, hi <= 0 ? Math.min(0, above) : above, logarithmic)
                .positive(lo);
    }

    private static double start(OptionalDouble to, boolean logarithmic) {
        if (!usable(to, logarithmic)) {
            return logarithmic ? 1 : 0;
        }
        return logarithmic ? to.getAsDouble() / 10 : to.getAsDouble() - 1;
    }

    private Span positive(double fallback) {
        return logarithmic && !(lo > 0) ? new Span(fallback, hi, true) : this;
    }

    private static Span around(double value, boolean logarithmic) {
        if (logarithmic) {
            return new Span(value / Math.sqrt(10), value * Math.sqrt(10), true);
        }
        double half = Math.abs(value) < TINY ? 1 : Math.abs(value) * 0.1;
        return new Span(value - half, value + half, false);
    }

    private static boolean usable(OptionalDouble end, boolean logarithmic) {
        return end.isPresent() && usable(end.getAsDouble(), logarithmic);
    }

    /** Whether an axis can show a value at all. */
    static boolean usable(double value, boolean logarithmic) {
        return Math.abs(value) < LARGEST && (!logarithmic || value > 0);
    }

    /** Where a value lies: 0 at the lower end, 1 at the upper; NaN for what the axis cannot show. */
    double fraction(double value) {
        if (!usable(value, logarithmic)) {
            return Double.NaN;
        }
        return logarithmic ? Math.log(value / lo) / Math.log(hi / lo) : (value - lo) / (hi - lo);
    }

    /** The value at a fraction. */
    double at(double fraction) {
        return logarithmic ? lo * Math.pow(hi / lo, fraction) : lo + fraction * (hi - lo);
    }

    /** The greatest magnitude on it. */
    double magnitude() {
        return Math.max(Math.abs(lo), Math.abs(hi));
    }
}
