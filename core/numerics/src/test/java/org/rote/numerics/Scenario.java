package org.rote.numerics;

import java.util.Arrays;
import java.util.SplittableRandom;

/** A training set of floats, states near it, a noise level, and the tolerance of a score in single precision. */
record Scenario(String name, double[][] models, double[] logWeights, double[] states, double sigma, double tolerance) {

    static final long SEED = 20261122;

    int dimension() {
        return models[0].length;
    }

    int count() {
        return states.length / dimension();
    }

    @Override
    public String toString() {
        return name;
    }

    static double[][] models(int count, int dimension, double offset, double spread) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] models = new double[count][dimension];
        for (double[] model : models) {
            for (int k = 0; k < dimension; k++) {
                model[k] = (float) (offset + spread * random.nextGaussian());
            }
        }
        return models;
    }

    /** Training models, taken in turn, plus noise. */
    static double[] near(double[][] models, int count, double noise) {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        int dimension = models[0].length;
        double[] states = new double[count * dimension];
        for (int i = 0; i < states.length; i++) {
            states[i] = models[i / dimension % models.length][i % dimension] + noise * random.nextGaussian();
        }
        return states;
    }

    static double[] equal(int count) {
        double[] weights = new double[count];
        Arrays.fill(weights, -Math.log(count));
        return weights;
    }

    static Scenario scenario(String name, double[][] models, int states, double noise, double sigma, double tolerance) {
        return new Scenario(name, models, equal(models.length), near(models, states, noise), sigma, tolerance);
    }

    /** Plain sums in double. */
    static final class Reference {

        final double[] responsibilities;
        final double[] displacements;
        final double[] logDensities;
        final double[] scales;

        Reference(Scenario s) {
            int count = s.models.length;
            int dimension = s.dimension();
            responsibilities = new double[s.count() * count];
            displacements = new double[s.states.length];
            logDensities = new double[s.count()];
            scales = new double[s.count()];
            for (int b = 0; b < s.count(); b++) {
                double[] logits = new double[count];
                double[] distances = new double[count];
                for (int n = 0; n < count; n++) {
                    for (int k = 0; k < dimension; k++) {
                        double difference = s.states[b * dimension + k] - s.models[n][k];
                        distances[n] += difference * difference;
                    }
                    logits[n] = s.logWeights[n] - distances[n] / (2 * s.sigma * s.sigma);
                }
                double greatest = Arrays.stream(logits).max().orElseThrow();
                double sum =
                        Arrays.stream(logits).map(l -> Math.exp(l - greatest)).sum();
                logDensities[b] =
                        greatest + Math.log(sum) - dimension / 2.0 * Math.log(2 * Math.PI * s.sigma * s.sigma);
                for (int n = 0; n < count; n++) {
                    double r = Math.exp(logits[n] - greatest) / sum;
                    responsibilities[b * count + n] = r;
                    scales[b] += r * Math.sqrt(distances[n]);
                    for (int k = 0; k < dimension; k++) {
                        displacements[b * dimension + k] += r * (s.models[n][k] - s.states[b * dimension + k]);
                    }
                }
            }
        }
    }
}
