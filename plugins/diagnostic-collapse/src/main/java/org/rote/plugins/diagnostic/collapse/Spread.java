package org.rote.plugins.diagnostic.collapse;

/** The root mean square, over the values of a field, of their standard deviations over draws; in one pass by Welford's update (1962). */
final class Spread {

    private final double[] mean;
    private double squares;
    private long count;

    Spread(int size) {
        mean = new double[size];
    }

    /** Takes fields, one after another. */
    void accept(double[] values) {
        int size = mean.length;
        for (int at = 0; at < values.length; at += size) {
            count++;
            for (int i = 0; i < size; i++) {
                double step = values[at + i] - mean[i];
                mean[i] += step / count;
                squares += step * (values[at + i] - mean[i]);
            }
        }
    }

    /** Zero for fewer than two draws. */
    double rms() {
        return count < 2 ? 0 : Math.sqrt(squares / ((count - 1) * (double) mean.length));
    }
}
