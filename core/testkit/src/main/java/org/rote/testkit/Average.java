package org.rote.testkit;

/** The mean of independent numbers, with its standard error. */
final class Average {

    /** A normal variable is further off than five standard errors once in 1.7 million times; a contract compares a few hundred. */
    static final double STANDARD_ERRORS = 5;

    private long count;
    private double mean;
    private double squares;

    void add(double value) {
        count++;
        double before = value - mean;
        mean += before / count;
        squares += before * (value - mean);
    }

    double mean() {
        return mean;
    }

    double variance() {
        return squares / (count - 1);
    }

    /** Asserts that the mean is the expected one within {@link #STANDARD_ERRORS}, and a rounding error where there is no spread. */
    void verify(String what, double expected, double rounding, Compare compare) {
        double allowed = STANDARD_ERRORS * Math.sqrt(variance() / count) + rounding;
        compare.close(what + ", average of " + count + " draws", expected, mean, allowed);
    }
}
