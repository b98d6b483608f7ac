package org.rote.testkit;

import java.util.random.RandomGenerator;
import org.rote.spi.Linearization;
import org.rote.spi.Mapping;
import org.rote.spi.NoiseModel;
import org.rote.spi.Prior;
import org.rote.spi.Space;

/** Parts of a posterior with no capability, no linearity and no Gaussian noise. */
final class BareParts {

    private static final Space SCALAR = Space.vector(1);

    private BareParts() {}

    /** A prior of which nothing is known. */
    record Unknown() implements Prior {
        @Override
        public Space space() {
            return SCALAR;
        }
    }

    /** F(x) = sinh x. */
    record Bent() implements Mapping {
        @Override
        public Space domain() {
            return SCALAR;
        }

        @Override
        public Space range() {
            return SCALAR;
        }

        @Override
        public void forward(double[] x, double[] out) {
            out[0] = Math.sinh(x[0]);
        }

        @Override
        public Linearization linearize(double[] x) {
            return new Slope(new double[] {Math.sinh(x[0])}, Math.cosh(x[0]));
        }
    }

    private record Slope(double[] value, double slope) implements Linearization {
        @Override
        public void jvp(double[] dx, double[] out) {
            out[0] = slope * dx[0];
        }

        @Override
        public void vjp(double[] dy, double[] out) {
            out[0] = slope * dy[0];
        }
    }

    /** Logistic noise of scale 1. */
    record Loose() implements NoiseModel {
        @Override
        public Space space() {
            return SCALAR;
        }

        @Override
        public double logDensity(double[] observed, double[] predicted) {
            double r = Math.abs(observed[0] - predicted[0]);
            return -r - 2 * Math.log1p(Math.exp(-r));
        }

        @Override
        public void gradient(double[] observed, double[] predicted, double[] out) {
            out[0] = Math.tanh((observed[0] - predicted[0]) / 2);
        }

        @Override
        public void draw(double[] predicted, RandomGenerator random, double[] out) {
            double u = random.nextDouble();
            out[0] = predicted[0] + Math.log(u) - Math.log1p(-u);
        }
    }
}
