package org.rote.spi;

/** A {@link Distribution} that is a Gaussian mixture: Σ_n w_n N(x; μ_n, C_n). */
public interface Components {

    /**
     * How many components there are.
     *
     * @return N, at least 1
     */
    int count();

    /**
     * The logarithm of a normalised weight.
     *
     * @param n number of the component, from 0
     * @return log w_n, with Σ_n w_n = 1
     */
    double logWeight(int n);

    /**
     * Copies out one mean.
     *
     * @param n number of the component, from 0
     * @param out receives μ_n; overwritten whole
     */
    void mean(int n, double[] out);

    /**
     * The covariance of a component.
     *
     * @param n number of the component, from 0
     * @return C_n; the same object where components share one
     */
    Covariance covariance(int n);
}
