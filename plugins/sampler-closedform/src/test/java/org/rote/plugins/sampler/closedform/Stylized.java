package org.rote.plugins.sampler.closedform;

import org.rote.numerics.Covariances;
import org.rote.spi.Covariance;
import org.rote.spi.ForwardOperator;
import org.rote.spi.Likelihood;
import org.rote.spi.Linearization;
import org.rote.spi.Posterior;
import org.rote.spi.Space;
import org.rote.testkit.MixturePrior;
import org.rote.testkit.WhiteNoise;

/** The stylized problems of Siahkoohi &amp; Sabeddu (2026). */
final class Stylized {

    private static final double GAMMA = 0.3;

    private Stylized() {}

    /** The posterior under a memorized prior of bandwidth {@code sigma}. */
    static Posterior posterior(double[][] training, double sigma, double[] data) {
        return posterior(training, sigma, data, training[0].length == 1 ? new Cubic() : new Quadratic());
    }

    static Posterior posterior(double[][] training, double sigma, double[] data, ForwardOperator operator) {
        int size = training[0].length;
        Covariance shared = Covariances.isotropic(size, sigma * sigma);
        Covariance[] covariances = new Covariance[training.length];
        double[] weights = new double[training.length];
        java.util.Arrays.fill(covariances, shared);
        java.util.Arrays.fill(weights, 1.0 / training.length);
        MixturePrior prior = new MixturePrior(weights, training, covariances);
        return new Posterior(prior, new Likelihood(operator, new WhiteNoise(data.length, GAMMA), data));
    }

    /** F(x) = x + 0.3 x³. */
    record Cubic() implements ForwardOperator {
        @Override
        public Space domain() {
            return Space.vector(1);
        }

        @Override
        public Space range() {
            return Space.vector(1);
        }

        @Override
        public void forward(double[] x, double[] out) {
            out[0] = x[0] + 0.3 * x[0] * x[0] * x[0];
        }

        @Override
        public Linearization linearize(double[] x) {
            double[] value = new double[1];
            forward(x, value);
            return new Matrix(value, new double[][] {{1 + 0.9 * x[0] * x[0]}});
        }
    }

    /** F(x) = (x₁ + 0.3 x₁x₂, x₂ + 0.2 x₁²). */
    record Quadratic() implements ForwardOperator {
        @Override
        public Space domain() {
            return Space.vector(2);
        }

        @Override
        public Space range() {
            return Space.vector(2);
        }

        @Override
        public void forward(double[] x, double[] out) {
            out[0] = x[0] + 0.3 * x[0] * x[1];
            out[1] = x[1] + 0.2 * x[0] * x[0];
        }

        @Override
        public Linearization linearize(double[] x) {
            double[] value = new double[2];
            forward(x, value);
            return new Matrix(value, new double[][] {{1 + 0.3 * x[1], 0.3 * x[0]}, {0.4 * x[0], 1}});
        }
    }

    private record Matrix(double[] value, double[][] rows) implements Linearization {
        @Override
        public void jvp(double[] dx, double[] out) {
            for (int i = 0; i < rows.length; i++) {
                out[i] = 0;
                for (int j = 0; j < dx.length; j++) {
                    out[i] += rows[i][j] * dx[j];
                }
            }
        }

        @Override
        public void vjp(double[] dy, double[] out) {
            for (int j = 0; j < rows[0].length; j++) {
                out[j] = 0;
                for (int i = 0; i < rows.length; i++) {
                    out[j] += rows[i][j] * dy[i];
                }
            }
        }
    }
}
