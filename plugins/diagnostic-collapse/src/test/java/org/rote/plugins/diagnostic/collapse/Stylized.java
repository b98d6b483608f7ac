package org.rote.plugins.diagnostic.collapse;

import java.util.Arrays;
import org.rote.numerics.Covariances;
import org.rote.spi.Components;
import org.rote.spi.Covariance;
import org.rote.spi.Distribution;
import org.rote.spi.ForwardOperator;
import org.rote.spi.Likelihood;
import org.rote.spi.Linearization;
import org.rote.spi.Posterior;
import org.rote.spi.Space;
import org.rote.testkit.MixturePrior;
import org.rote.testkit.ReferenceNumbers;
import org.rote.testkit.TestCase;
import org.rote.testkit.WhiteNoise;

/** The stylized problems of Siahkoohi &amp; Sabeddu (2026), with the linearized mixture that was computed elsewhere. */
final class Stylized {

    private static final double GAMMA = 0.3;

    private Stylized() {}

    /** The case at one bandwidth, solved by the published moments with the weights that have their determinant. */
    static TestCase subject(ReferenceNumbers problem, int sigma) {
        ReferenceNumbers expected = problem.at("per_sigma", sigma);
        double[][] training = problem.at("x_train").rows();
        double variance = Math.pow(expected.at("sigma").number(), 2);
        Covariance[] priors = new Covariance[training.length];
        Arrays.fill(priors, Covariances.isotropic(training[0].length, variance));
        double[] uniform = new double[training.length];
        Arrays.fill(uniform, 1);
        ForwardOperator operator = training[0].length == 1 ? new CollapseCurveTest.Cubic() : new Quadratic();
        double[] data = problem.at("y").numbers();
        Posterior posterior = new Posterior(
                new MixturePrior(uniform, training, priors),
                new Likelihood(operator, new WhiteNoise(data.length, GAMMA), data));
        return TestCase.of(posterior).withSolution(solution(expected));
    }

    private static Distribution solution(ReferenceNumbers expected) {
        double[][] means = expected.at("linearized_means").rows();
        Covariance[] covariances = new Covariance[means.length];
        for (int n = 0; n < means.length; n++) {
            double[][] rows = expected.at("linearized_covariances", n).rows();
            covariances[n] = Covariances.dense(
                    rows.length,
                    Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray());
        }
        double[] weights = expected.at("linearized_weights_with_determinant").numbers();
        return new Solution(weights, means, covariances);
    }

    /** A Gaussian mixture as a sampler would hand it out: components and nothing else. */
    record Solution(double[] weights, double[][] means, Covariance[] covariances) implements Distribution, Components {
        @Override
        public Space space() {
            return Space.vector(means[0].length);
        }

        @Override
        public int count() {
            return weights.length;
        }

        @Override
        public double logWeight(int n) {
            return Math.log(weights[n]);
        }

        @Override
        public void mean(int n, double[] out) {
            System.arraycopy(means[n], 0, out, 0, means[n].length);
        }

        @Override
        public Covariance covariance(int n) {
            return covariances[n];
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
            double[] j = {1 + 0.3 * x[1], 0.3 * x[0], 0.4 * x[0], 1};
            return new Linearization() {
                @Override
                public double[] value() {
                    return value;
                }

                @Override
                public void jvp(double[] dx, double[] out) {
                    out[0] = j[0] * dx[0] + j[1] * dx[1];
                    out[1] = j[2] * dx[0] + j[3] * dx[1];
                }

                @Override
                public void vjp(double[] dy, double[] out) {
                    out[0] = j[0] * dy[0] + j[2] * dy[1];
                    out[1] = j[1] * dy[0] + j[3] * dy[1];
                }
            };
        }
    }
}
