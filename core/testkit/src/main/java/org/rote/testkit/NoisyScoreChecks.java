package org.rote.testkit;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.rote.spi.DenoiserJacobian;
import org.rote.spi.NoisyScore;

/** Holds a noisy score, and the Jacobian of its denoiser, against finite differences and against themselves, for some states at one noise level. */
record NoisyScoreChecks(NoisyScore score, double[] states, int size, double sigma, Compare compare) {

    void scoreIsTheGradientOf(ToDoubleFunction<double[]> logDensity, double tolerance, RandomGenerator random) {
        double[] scores = scores();
        for (int k = 0; k < count(); k++) {
            new FiniteDifferences("score" + at(k), tolerance, compare)
                    .verify(logDensity, slice(states, k), slice(scores, k), sigma, random);
        }
    }

    void scoresOfABatchAreThoseOfItsStates(double tolerance) {
        double[] before = states.clone();
        double[] batch = scores();
        compare.finite("scores at noise level " + sigma, batch);
        compare.sameBits("scores changed its input", before, states);
        for (int k = 0; k < count(); k++) {
            double[] single = Vectors.poisoned(size);
            score.scores(slice(states, k), 1, sigma, single);
            compareAlone("score", k, single, batch, tolerance);
        }
    }

    /** The gradient of w·D(x)/σ is J_D(x) w/σ, as J_D is symmetric; both have the size of a score. */
    void jacobianIsTheDerivativeOfTheDenoiser(DenoiserJacobian jacobian, double tolerance, RandomGenerator random) {
        double[] directions = Vectors.normal(random, states.length);
        double[] products = products(jacobian, directions);
        for (int k = 0; k < count(); k++) {
            double[] w = slice(directions, k);
            ToDoubleFunction<double[]> denoised = x -> {
                double[] gradient = Vectors.poisoned(size);
                score.scores(x, 1, sigma, gradient);
                return Vectors.dot(w, Vectors.plus(x, sigma * sigma, gradient)) / sigma;
            };
            new FiniteDifferences("Jacobian of the denoiser" + at(k), tolerance, compare)
                    .verify(denoised, slice(states, k), Vectors.times(1 / sigma, slice(products, k)), sigma, random);
        }
    }

    void productsOfABatchAreThoseOfItsStates(DenoiserJacobian jacobian, double tolerance, RandomGenerator random) {
        double[] directions = Vectors.normal(random, states.length);
        double[] statesBefore = states.clone();
        double[] directionsBefore = directions.clone();
        double[] batch = products(jacobian, directions);
        compare.finite("products with the Jacobian at noise level " + sigma, batch);
        compare.sameBits("products changed its states", statesBefore, states);
        compare.sameBits("products changed its directions", directionsBefore, directions);
        for (int k = 0; k < count(); k++) {
            double[] single = Vectors.poisoned(size);
            jacobian.products(slice(states, k), slice(directions, k), 1, sigma, single);
            compareAlone("product with the Jacobian", k, single, batch, tolerance);
        }
    }

    private void compareAlone(String what, int k, double[] single, double[] batch, double tolerance) {
        compare.close(
                what + at(k) + ", alone and in a batch", single, slice(batch, k), tolerance, Vectors.norm(single));
    }

    private double[] scores() {
        double[] out = Vectors.poisoned(states.length);
        score.scores(states, count(), sigma, out);
        return out;
    }

    private double[] products(DenoiserJacobian jacobian, double[] directions) {
        double[] out = Vectors.poisoned(states.length);
        jacobian.products(states, directions, count(), sigma, out);
        return out;
    }

    private int count() {
        return states.length / size;
    }

    private String at(int k) {
        return " at noise level " + sigma + ", state " + k;
    }

    private double[] slice(double[] values, int k) {
        return Arrays.copyOfRange(values, k * size, (k + 1) * size);
    }
}
