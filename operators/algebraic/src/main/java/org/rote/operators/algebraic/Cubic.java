package org.rote.operators.algebraic;

import org.rote.spi.ForwardOperator;
import org.rote.spi.Linearization;
import org.rote.spi.Space;

/** F(x) = x + c x³, F′(x) = 1 + 3 c x². The one-dimensional example of Siahkoohi and Sabeddu (2026) with c = 0.3. */
record Cubic(double c) implements ForwardOperator {

    private static final Space SCALAR = Space.vector(1);

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
        out[0] = value(x[0]);
    }

    @Override
    public Linearization linearize(double[] x) {
        return new Slope(new double[] {value(x[0])}, 1 + 3 * c * x[0] * x[0]);
    }

    private double value(double x) {
        return x + c * x * x * x;
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
}
