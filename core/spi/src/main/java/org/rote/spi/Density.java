package org.rote.spi;

/** A {@link Distribution} with a density. */
public interface Density {

    /**
     * The natural logarithm of the normalised density.
     *
     * @param x a point of the space; not modified
     * @return log p(x), {@code -Infinity} outside the support
     */
    double logDensity(double[] x);
}
