package org.rote.operators.helmholtz.solver;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Matrices to solve with. */
final class Matrices {

    private Matrices() {}

    /** Standard uniform couplings; {@code shift} is added to the diagonal: 9 makes it dominant. */
    static StencilMatrix random(int nx, int nz, boolean ninePoint, double shift, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StencilMatrix matrix = StencilMatrix.zero(nx, nz);
        for (int i = 0; i < nx; i++) {
            for (int k = 0; k < nz; k++) {
                int at = 2 * (i * nz + k);
                set(matrix.centre(), at, random, true, shift);
                set(matrix.down(), at, random, k + 1 < nz, 0);
                set(matrix.right(), at, random, i + 1 < nx, 0);
                set(matrix.upRight(), at, random, ninePoint && i + 1 < nx && k > 0, 0);
                set(matrix.downRight(), at, random, ninePoint && i + 1 < nx && k + 1 < nz, 0);
            }
        }
        return matrix;
    }

    private static void set(double[] plane, int at, SplittableRandom random, boolean inside, double shift) {
        if (inside) {
            plane[at] = random.nextDouble(-1, 1) + shift;
            plane[at + 1] = random.nextDouble(-1, 1);
        }
    }

    /** The five-point Laplacian plus k² with absorption that grows in a frame of nodes: indefinite, like a wave equation. */
    static StencilMatrix waves(int nx, int nz, double squaredWavenumber, int frame) {
        StencilMatrix matrix = StencilMatrix.zero(nx, nz);
        for (int i = 0; i < nx; i++) {
            for (int k = 0; k < nz; k++) {
                int at = 2 * (i * nz + k);
                int inside = Math.min(Math.min(i, nx - 1 - i), Math.min(k, nz - 1 - k));
                double absorption = inside < frame ? Math.pow((frame - inside) / (double) frame, 2) : 0;
                matrix.centre()[at] = squaredWavenumber - 4;
                matrix.centre()[at + 1] = 3 * squaredWavenumber * absorption;
                matrix.down()[at] = k + 1 < nz ? 1 : 0;
                matrix.right()[at] = i + 1 < nx ? 1 : 0;
            }
        }
        return matrix;
    }

    /** All entries, rows of (real, imaginary) pairs. */
    static double[][] dense(StencilMatrix matrix) {
        int nodes = matrix.nx() * matrix.nz();
        double[][] dense = new double[nodes][2 * nodes];
        double[][] planes = {matrix.centre(), matrix.down(), matrix.upRight(), matrix.right(), matrix.downRight()};
        int[] steps = {0, 1, matrix.nz() - 1, matrix.nz(), matrix.nz() + 1};
        for (int plane = 0; plane < planes.length; plane++) {
            for (int node = 0; node + steps[plane] < nodes; node++) {
                int other = node + steps[plane];
                for (int part = 0; part < 2; part++) {
                    // Added, for on narrow grids planes meet; outside the grid entries are zero.
                    dense[node][2 * other + part] += planes[plane][2 * node + part];
                    dense[other][2 * node + part] = dense[node][2 * other + part];
                }
            }
        }
        return dense;
    }

    /** Solves dense systems by Gaussian elimination with partial pivoting; columns of (real, imaginary) pairs. */
    static double[][] solve(double[][] dense, double[][] columns) {
        int n = dense.length;
        int width = n + columns.length;
        double[][] a = new double[n][];
        for (int i = 0; i < n; i++) {
            a[i] = Arrays.copyOf(dense[i], 2 * width);
            for (int c = 0; c < columns.length; c++) {
                a[i][2 * (n + c)] = columns[c][2 * i];
                a[i][2 * (n + c) + 1] = columns[c][2 * i + 1];
            }
        }
        for (int k = 0; k < n; k++) {
            eliminate(a, k, width);
        }
        double[][] solutions = new double[columns.length][2 * n];
        for (int i = n - 1; i >= 0; i--) {
            for (int c = 0; c < columns.length; c++) {
                double[] x = solutions[c];
                double re = a[i][2 * (n + c)];
                double im = a[i][2 * (n + c) + 1];
                for (int j = i + 1; j < n; j++) {
                    re -= a[i][2 * j] * x[2 * j] - a[i][2 * j + 1] * x[2 * j + 1];
                    im -= a[i][2 * j] * x[2 * j + 1] + a[i][2 * j + 1] * x[2 * j];
                }
                double square = a[i][2 * i] * a[i][2 * i] + a[i][2 * i + 1] * a[i][2 * i + 1];
                x[2 * i] = (re * a[i][2 * i] + im * a[i][2 * i + 1]) / square;
                x[2 * i + 1] = (im * a[i][2 * i] - re * a[i][2 * i + 1]) / square;
            }
        }
        return solutions;
    }

    private static void eliminate(double[][] a, int k, int width) {
        int best = k;
        for (int i = k + 1; i < a.length; i++) {
            best = Math.hypot(a[i][2 * k], a[i][2 * k + 1]) > Math.hypot(a[best][2 * k], a[best][2 * k + 1]) ? i : best;
        }
        double[] pivot = a[best];
        a[best] = a[k];
        a[k] = pivot;
        double square = pivot[2 * k] * pivot[2 * k] + pivot[2 * k + 1] * pivot[2 * k + 1];
        for (int i = k + 1; i < a.length; i++) {
            double re = (a[i][2 * k] * pivot[2 * k] + a[i][2 * k + 1] * pivot[2 * k + 1]) / square;
            double im = (a[i][2 * k + 1] * pivot[2 * k] - a[i][2 * k] * pivot[2 * k + 1]) / square;
            for (int j = k; (re != 0 || im != 0) && j < width; j++) {
                a[i][2 * j] -= re * pivot[2 * j] - im * pivot[2 * j + 1];
                a[i][2 * j + 1] -= re * pivot[2 * j + 1] + im * pivot[2 * j];
            }
        }
    }
}
