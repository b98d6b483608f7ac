package org.rote.plugins.dataset.geology.basin;

import java.util.random.RandomGenerator;

/** Normal numbers of mean 0 and variance 1, each correlated with the one before: an autoregressive process of first order. */
final class Memory {

    private final double correlation;
    private final double renewal;
    private final RandomGenerator random;
    private double value;

    Memory(double correlation, RandomGenerator random) {
        this.correlation = correlation;
        this.renewal = Math.sqrt(1 - correlation * correlation);
        this.random = random;
        this.value = random.nextGaussian();
    }

    /** The next number; the first one is independent of all. */
    double next() {
        double current = value;
        value = correlation * value + renewal * random.nextGaussian();
        return current;
    }
}
