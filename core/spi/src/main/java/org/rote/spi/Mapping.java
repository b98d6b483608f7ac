package org.rote.spi;

/**
 * A differentiable map between two spaces: y = F(x).
 *
 * <p>Implementations are immutable after construction and may be called from several threads at once. An implementation that holds resources
 * (files, device memory) also implements {@link AutoCloseable}; the engine closes it when its study ends.
 */
public interface Mapping {

    /**
     * The space of x.
     *
     * @return always the same space
     */
    Space domain();

    /**
     * The space of y.
     *
     * @return always the same space
     */
    Space range();

    /**
     * Evaluates y = F(x).
     *
     * @param x a point of the domain; not modified
     * @param out receives F(x); overwritten whole
     * @throws NumericsException when F cannot be evaluated at x (says at which index, and why); a {@link ResourceException} when it could not be at any other
     */
    void forward(double[] x, double[] out);

    /**
     * Evaluates F at x and keeps what its derivative needs: wavefields, factorisations, device memory.
     *
     * @param x a point of the domain; copied if it is needed later
     * @return the derivative at x, to be closed by the caller
     * @throws NumericsException when F cannot be evaluated at x
     */
    Linearization linearize(double[] x);
}
