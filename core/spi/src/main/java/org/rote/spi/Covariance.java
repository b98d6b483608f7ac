package org.rote.spi;

/**
 * A symmetric positive definite matrix C, known by what it does to vectors. Immutable; safe to use from several threads at once.
 */
public interface Covariance {

    /**
     * The dimension d of C ∈ R^{d×d}.
     *
     * @return d
     */
    int size();

    /**
     * out = C v.
     *
     * @param v d numbers; not modified
     * @param out receives d numbers; overwritten
     */
    void apply(double[] v, double[] out);

    /**
     * out = C⁻¹ v.
     *
     * @param v d numbers; not modified
     * @param out receives d numbers; overwritten
     */
    void solve(double[] v, double[] out);

    /**
     * log det C.
     *
     * @return the natural logarithm of the determinant
     */
    double logDeterminant();

    /**
     * How many standard normal numbers {@link #root} takes.
     *
     * @return the number of columns of R, at least d
     */
    default int rootSize() {
        return size();
    }

    /**
     * out = R z with R Rᵀ = C: for z standard normal, a draw from N(0, C).
     *
     * @param z {@link #rootSize} numbers; not modified
     * @param out receives d numbers; overwritten
     */
    void root(double[] z, double[] out);

    /**
     * C + v I, the covariance after independent noise was added.
     *
     * @param variance v in squared model units, at least 0
     * @return the sum
     */
    Covariance plusIsotropic(double variance);
}
