package org.rote.operators.helmholtz.solver;

/**
 * A complex symmetric matrix A whose row (i, k) couples a node of an nx × nz grid with itself and its eight neighbours. Node (i, k) has number i · nz + k.
 *
 * <p>Only half of it is kept: for each node the diagonal entry and the couplings with the neighbours (i, k+1), (i+1, k−1), (i+1, k), (i+1, k+1). Entries that point outside the grid are
 * zero. Each plane is an array of (real, imaginary) pairs, 2 · nx · nz doubles.
 *
 * @param nx nodes along x
 * @param nz nodes along z
 * @param centre A[(i,k), (i,k)]
 * @param down A[(i,k), (i,k+1)]
 * @param upRight A[(i,k), (i+1,k−1)]; all zero for a five-point stencil
 * @param right A[(i,k), (i+1,k)]
 * @param downRight A[(i,k), (i+1,k+1)]; all zero for a five-point stencil
 */
public record StencilMatrix(
        int nx, int nz, double[] centre, double[] down, double[] upRight, double[] right, double[] downRight) {

    /**
     * A matrix of zeros.
     *
     * @param nx nodes along x
     * @param nz nodes along z
     * @return the matrix, whose planes are to be filled
     */
    public static StencilMatrix zero(int nx, int nz) {
        int length = 2 * nx * nz;
        return new StencilMatrix(
                nx,
                nz,
                new double[length],
                new double[length],
                new double[length],
                new double[length],
                new double[length]);
    }
}
