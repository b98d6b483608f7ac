package org.rote.plugins.diagnostic.summary;

import java.util.Arrays;
import org.rote.spi.Draws;

/** Mean and standard deviation of each value, one pass, by Welford's update (1962). */
final class RunningMoments {

    private final double[] mean;
    private final double[] squares;
    private long count;

    RunningMoments(int size) {
        mean = new double[size];
        squares = new double[size];
    }

    void accept(Draws draws) {
        accept(draws.values());
    }

    /** Takes fields, one after another. */
    void accept(double[] values) {
        int size = mean.length;
        for (int k = 0; k < values.length / size; k++) {
            count++;
            for (int i = 0; i < size; i++) {
                double value = values[k * size + i];
                double step = value - mean[i];
                mean[i] += step / count;
                squares[i] += step * (value - mean[i]);
            }
        }
    }

    long count() {
        return count;
    }

    double[] mean() {
        return mean.clone();
    }

    /** Zero for fewer than two draws. */
    double[] standardDeviation() {
        double[] deviation = new double[mean.length];
        Arrays.setAll(deviation, i -> count < 2 ? 0 : Math.sqrt(squares[i] / (count - 1)));
        return deviation;
    }
}
