package org.rote.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.function.LongSupplier;

/** Assertions whose messages name both numbers, what was allowed and the seed. */
final class Compare {

    private final LongSupplier seed;

    Compare(LongSupplier seed) {
        this.seed = seed;
    }

    void holds(boolean condition, String what) {
        if (!condition) {
            fail(what + " [seed " + seed.getAsLong() + "]");
        }
    }

    void close(String what, double expected, double actual, double allowed) {
        if (!(Math.abs(expected - actual) <= allowed)) {
            fail(what + ": expected " + expected + ", got " + actual + ", a difference of "
                    + Math.abs(expected - actual) + " where " + allowed + " is allowed [seed " + seed.getAsLong()
                    + "]");
        }
    }

    /** ‖expected − actual‖ ≤ relative · scale. */
    void close(String what, double[] expected, double[] actual, double relative, double scale) {
        length(what, expected.length, actual);
        double difference = Vectors.norm(Vectors.minus(expected, actual));
        if (!(difference <= relative * scale)) {
            int worst = worst(expected, actual);
            fail(what + ": differs by " + difference + " where " + relative + " of " + scale
                    + " is allowed; most at index " + worst + ", expected " + expected[worst] + ", got " + actual[worst]
                    + " [seed " + seed.getAsLong() + "]");
        }
    }

    void sameBits(String what, double[] expected, double[] actual) {
        length(what, expected.length, actual);
        for (int i = 0; i < expected.length; i++) {
            if (Double.doubleToRawLongBits(expected[i]) != Double.doubleToRawLongBits(actual[i])) {
                fail(what + ": index " + i + " was " + expected[i] + " and is " + actual[i] + " [seed "
                        + seed.getAsLong() + "]");
            }
        }
    }

    void finite(String what, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                fail(what + ": index " + i + " is " + values[i]
                        + "; outputs are overwritten whole, never added to, and finite here [seed " + seed.getAsLong()
                        + "]");
            }
        }
    }

    void length(String what, int expected, double[] actual) {
        if (actual.length != expected) {
            fail(what + ": expected " + expected + " numbers, got " + actual.length + " [seed " + seed.getAsLong()
                    + "]");
        }
    }

    private static int worst(double[] expected, double[] actual) {
        int worst = 0;
        for (int i = 0; i < expected.length; i++) {
            // a comparison that NaN wins
            if (!(Math.abs(expected[i] - actual[i]) <= Math.abs(expected[worst] - actual[worst]))) {
                worst = i;
            }
        }
        return worst;
    }
}
