package org.rote.operators.algebraic;

import org.rote.spi.ForwardOperator;
import org.rote.spi.Linearization;
import org.rote.spi.Space;

/**
 * F(x₁, x₂) = (x₁ + a x₁x₂, x₂ + b x₁²). The two-dimensional example of Siahkoohi and Sabeddu (2026) with a = 0.3, b = 0.2.
 */
record Quadratic(double a, double b) implements ForwardOperator {

    private static final Space PAIR = Space.vector(2);

    @Override
    public Space domain() {
        return PAIR;
    }

    @Override
    public Space range() {
        return PAIR;
    }

    @Override
    public void forward(double[] x, double[] out) {
        out[0] = x[0] + a * x[0] * x[1];
        out[1] = x[1] + b * x[0] * x[0];
    }

    @Override
    public Linearization linearize(double[] x) {
        double[] value = new double[2];
        forward(x, value);
        return new Jacobian(value, 1 + a * x[1], a * x[0], 2 * b * x[0]);
    }

    /** The matrix (first, second; third, 1). */
    private record Jacobian(double[] value, double first, double second, double third) implements Linearization {
        @Override
        public void jvp(double[] dx, double[] out) {
            out[0] = first * dx[0] + second * dx[1];
            out[1] = third * dx[0] + dx[1];
        }

        @Override
        public void vjp(double[] dy, double[] out) {
            out[0] = first * dy[0] + third * dy[1];
            out[1] = second * dy[0] + dy[1];
        }
    }
}
