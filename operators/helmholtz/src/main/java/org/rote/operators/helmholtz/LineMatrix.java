package org.rote.operators.helmholtz;

import org.rote.operators.helmholtz.solver.StencilMatrix;

/**
 * A complex symmetric matrix that couples each node of an axis with the next.
 *
 * @param diagonal (real, imaginary) pairs
 * @param coupling of each node with the next, as many pairs; the last is zero
 */
record LineMatrix(double[] diagonal, double[] coupling) {

    /**
     * The second difference (u′/s)′ with no flux through the ends: couplings 1 / (s h²), s at half points the mean of its neighbours, and rows that sum to zero.
     *
     * @param s stretch at the nodes, (real, imaginary) pairs
     * @param h spacing in m
     * @return the matrix, in 1/m²
     */
    static LineMatrix secondDifference(double[] s, double h) {
        double[] coupling = meansOfNeighbours(s);
        for (int i = 0; i + 2 < s.length; i += 2) {
            double scale = 1 / ((coupling[i] * coupling[i] + coupling[i + 1] * coupling[i + 1]) * h * h);
            coupling[i] *= scale;
            coupling[i + 1] *= -scale;
        }
        return withRowSums(new double[s.length], coupling);
    }

    /**
     * The average s u + w h² (s u′)′ of neighbours: couplings w s, s at half points the mean of its neighbours, and rows that sum to s.
     *
     * @param s stretch at the nodes, (real, imaginary) pairs
     * @param weight w
     * @return the matrix
     */
    static LineMatrix average(double[] s, double weight) {
        double[] coupling = meansOfNeighbours(s);
        for (int i = 0; i < s.length; i++) {
            coupling[i] *= weight;
        }
        return withRowSums(s, coupling);
    }

    private static double[] meansOfNeighbours(double[] s) {
        double[] means = new double[s.length];
        for (int i = 0; i + 2 < s.length; i++) {
            means[i] = (s[i] + s[i + 2]) / 2;
        }
        return means;
    }

    private static LineMatrix withRowSums(double[] sums, double[] coupling) {
        double[] diagonal = sums.clone();
        for (int i = 0; i < diagonal.length; i++) {
            diagonal[i] -= i < 2 ? coupling[i] : coupling[i - 2] + coupling[i];
        }
        return new LineMatrix(diagonal, coupling);
    }

    /**
     * Adds x ⊗ z to a matrix on the grid: A[(i,k), (j,l)] += x[i, j] z[k, l].
     *
     * @param x on the axis x
     * @param z on the axis z
     * @param to the matrix, of as many nodes
     */
    static void addProduct(LineMatrix x, LineMatrix z, StencilMatrix to) {
        for (int i = 0; i < to.nx(); i++) {
            for (int k = 0; k < to.nz(); k++) {
                int node = i * to.nz() + k;
                addProduct(x.diagonal, i, z.diagonal, k, to.centre(), node);
                addProduct(x.diagonal, i, z.coupling, k, to.down(), node);
                addProduct(x.coupling, i, z.diagonal, k, to.right(), node);
                addProduct(x.coupling, i, z.coupling, k, to.downRight(), node);
                if (k > 0) {
                    addProduct(x.coupling, i, z.coupling, k - 1, to.upRight(), node);
                }
            }
        }
    }

    private static void addProduct(double[] a, int i, double[] b, int k, double[] plane, int node) {
        plane[2 * node] += a[2 * i] * b[2 * k] - a[2 * i + 1] * b[2 * k + 1];
        plane[2 * node + 1] += a[2 * i] * b[2 * k + 1] + a[2 * i + 1] * b[2 * k];
    }
}
