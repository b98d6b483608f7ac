package org.rote.plugins.diagnostic.memorization;

import org.rote.spi.Atoms;

/** Mean and standard deviation of every coordinate of a training set, by Welford's recursion. */
final class Moments {

    private final double[] mean;
    private final double[] deviations;

    /** Of what is seen of the training models. */
    Moments(Sight sight, Atoms examples) {
        mean = new double[sight.size()];
        deviations = new double[sight.size()];
        double[] point = new double[sight.pointSize()];
        for (int n = 0; n < examples.count(); n++) {
            examples.atom(n, point);
            double[] seen = sight.of(point, 1);
            for (int i = 0; i < seen.length; i++) {
                double before = seen[i] - mean[i];
                mean[i] += before / (n + 1);
                deviations[i] += before * (seen[i] - mean[i]);
            }
        }
        for (int i = 0; i < mean.length; i++) {
            deviations[i] = Math.sqrt(deviations[i] / Math.max(1, examples.count() - 1));
        }
    }

    double[] mean() {
        return mean;
    }

    double[] deviations() {
        return deviations;
    }
}
