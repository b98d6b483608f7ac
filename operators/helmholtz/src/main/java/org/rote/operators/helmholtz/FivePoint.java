package org.rote.operators.helmholtz;

import org.rote.operators.helmholtz.solver.StencilMatrix;

/**
 * The five-point stencil. Rows scaled by s_x s_z, so that the matrix equals its transpose to the last bit: couplings s_z / (s_x h_x²) along x and s_x / (s_z h_z²) along z, s at half points the mean of its
 * neighbours; no flux through the outer boundary; the mass on the diagonal alone. Divided by s_x s_z, these are the rows of the code published with arXiv 2603.19629.
 */
final class FivePoint {

    private FivePoint() {}

    /**
     * Fills the two parts of A = L + ω² M(m).
     *
     * @param sx stretch at the nodes along x, (real, imaginary) pairs
     * @param sz stretch at the nodes along z
     * @param hx spacing along x in m
     * @param hz spacing along z in m
     * @param laplacian receives L, in 1/m²
     * @param mass receives the weights of m
     */
    static void fill(double[] sx, double[] sz, double hx, double hz, StencilMatrix laplacian, StencilMatrix mass) {
        double[] overX = halfPointInverses(sx, hx);
        double[] overZ = halfPointInverses(sz, hz);
        int nx = laplacian.nx();
        int nz = laplacian.nz();
        for (int i = 0; i < nx; i++) {
            for (int k = 0; k < nz; k++) {
                int node = i * nz + k;
                Pairs.multiply(sx, i, sz, k, mass.centre(), node);
                if (i + 1 < nx) {
                    Pairs.multiply(overX, i, sz, k, laplacian.right(), node);
                    Pairs.subtract(laplacian.right(), node, laplacian.centre(), node);
                    Pairs.subtract(laplacian.right(), node, laplacian.centre(), node + nz);
                }
                if (k + 1 < nz) {
                    Pairs.multiply(overZ, k, sx, i, laplacian.down(), node);
                    Pairs.subtract(laplacian.down(), node, laplacian.centre(), node);
                    Pairs.subtract(laplacian.down(), node, laplacian.centre(), node + 1);
                }
            }
        }
    }

    /** 1 / (s h²) between a node and the next, s the mean of theirs. */
    private static double[] halfPointInverses(double[] s, double h) {
        int count = s.length / 2;
        double[] inverses = new double[2 * (count - 1)];
        for (int i = 0; i + 1 < count; i++) {
            double re = (s[2 * i] + s[2 * i + 2]) / 2;
            double im = (s[2 * i + 1] + s[2 * i + 3]) / 2;
            double scale = 1 / ((re * re + im * im) * h * h);
            inverses[2 * i] = re * scale;
            inverses[2 * i + 1] = -im * scale;
        }
        return inverses;
    }
}
