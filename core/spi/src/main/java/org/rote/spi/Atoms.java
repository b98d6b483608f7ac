package org.rote.spi;

/**
 * A {@link Distribution} of finite support: Σ_n w_n δ(x − x_n). An empirical prior is one, its atoms the training models; so is the posterior under it.
 */
public interface Atoms {

    /**
     * How many atoms there are.
     *
     * @return N, at least 1
     */
    int count();

    /**
     * Copies out one atom.
     *
     * @param n number of the atom, from 0
     * @param out receives x_n; overwritten whole
     */
    void atom(int n, double[] out);

    /**
     * The logarithm of a normalised weight.
     *
     * @param n number of the atom, from 0
     * @return log w_n, with Σ_n w_n = 1; {@code -Infinity} for weight zero
     */
    double logWeight(int n);

    /**
     * Names the support: equal strings mean the same atoms in the same order.
     *
     * @return a SHA-256 in hexadecimal of the atoms as little-endian doubles
     */
    String identity();
}
