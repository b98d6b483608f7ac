package org.rote.numerics;

/** An orthogonal matrix Q ∈ R^{d×d} whose columns are eigenvectors, known by what it does to vectors. Safe to use from several threads at once. */
interface Eigenbasis {

    /** The dimension d. */
    int size();

    /** out = Qᵀ v, the coordinates of v; {@code out} is another array than {@code v}. */
    void coordinates(double[] v, double[] out);

    /** out = Q c, the vector with coordinates c; {@code out} is another array than {@code c}. */
    void vector(double[] c, double[] out);
}
