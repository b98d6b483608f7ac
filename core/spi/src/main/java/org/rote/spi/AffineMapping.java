package org.rote.spi;

/**
 * A {@link Mapping} whose derivative is the same everywhere: F(x) = A x + F(0). Gaussian-mixture posteriors under it are exact.
 */
public interface AffineMapping extends Mapping {

    /**
     * Applies the linear part: out = A dx.
     *
     * @param dx a direction in the domain; not modified
     * @param out receives A dx; overwritten whole
     */
    void apply(double[] dx, double[] out);

    /**
     * Applies the transpose of the linear part: out = Aᵀ dy.
     *
     * @param dy a direction in the range; not modified
     * @param out receives Aᵀ dy; overwritten whole
     */
    void applyAdjoint(double[] dy, double[] out);

    @Override
    default Linearization linearize(double[] x) {
        double[] value = new double[range().size()];
        forward(x, value);
        return new Linearization() {
            @Override
            public double[] value() {
                return value;
            }

            @Override
            public void jvp(double[] dx, double[] out) {
                apply(dx, out);
            }

            @Override
            public void vjp(double[] dy, double[] out) {
                applyAdjoint(dy, out);
            }
        };
    }
}
