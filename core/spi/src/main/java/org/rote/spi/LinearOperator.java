package org.rote.spi;

/** A {@link ForwardOperator} that is linear: F(x) = A x, F(0) = 0. */
public interface LinearOperator extends ForwardOperator, AffineMapping {

    @Override
    default void forward(double[] x, double[] out) {
        apply(x, out);
    }
}
