package org.rote.spi;

/** A {@link Density} with a gradient. */
public interface DifferentiableDensity extends Density {

    /**
     * The score, ∇ log p(x), and nothing else: not its negative, not scaled by a noise level.
     *
     * @param x a point of the space; not modified
     * @param out receives the score; overwritten whole
     */
    void score(double[] x, double[] out);
}
