package org.rote.plugins.report.html.picture;

import org.rote.spi.Figure.Scale;

/** Collects the least and the most of what an axis has to show. What it cannot show (NaN; zero on a logarithmic axis) is left out. */
final class Reach {

    private final boolean logarithmic;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    Reach(boolean logarithmic) {
        this.logarithmic = logarithmic;
    }

    void include(double... values) {
        for (double value : values) {
            if (Span.usable(value, logarithmic)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
    }

    /** Includes the ordinates whose abscissae are in sight. */
    void includeWithin(Span x, double[] abscissae, double[] ordinates) {
        for (int i = 0; i < abscissae.length; i++) {
            if (abscissae[i] >= x.lo() && abscissae[i] <= x.hi()) {
                include(ordinates[i]);
            }
        }
    }

    boolean isEmpty() {
        return least > most;
    }

    double least() {
        return least;
    }

    double most() {
        return most;
    }

    Span span(Scale scale, double padding) {
        return Span.of(scale.from(), scale.to(), least, most, logarithmic, padding);
    }
}
