package org.rote.operators.helmholtz.solver;

/** Loops in double precision whatever the factors have, in plain Java: over fields on the grid, and the inverse of a small block. A row is {@code width} real parts and as many imaginary parts. */
class FieldLoops {

    /** Terms of a row of A x, at most. */
    private static final int TERMS = 9;

    /** The planes of a matrix: the k-th couples a node with its neighbour number 4 + k, where neighbours are numbered along x, then z, and 4 is the node itself. */
    static double[][] planes(StencilMatrix a) {
        return new double[][] {a.centre(), a.down(), a.upRight(), a.right(), a.downRight()};
    }

    /** The part of A x that one node is concerned with: complex numbers and where the rows they multiply begin. */
    static final class Terms {
        final double[] re = new double[TERMS];
        final double[] im = new double[TERMS];
        final int[] at = new int[TERMS];
        int count;

        private void add(double[] plane, int entry, int node, int stride) {
            re[count] = plane[2 * entry];
            im[count] = plane[2 * entry + 1];
            at[count] = node * stride;
            count++;
        }
    }

    /**
     * Subtracts A x from the rows of the nodes of one line of the grid along z.
     *
     * @param ninePoint whether the couplings of diagonal neighbours are not zero
     * @param line its index along x
     * @param rows those of the line's nodes
     */
    final void subtract(StencilMatrix a, boolean ninePoint, int line, double[] x, int width, double[] rows) {
        int nz = a.nz();
        int stride = 2 * width;
        boolean left = line > 0;
        boolean right = line + 1 < a.nx();
        Terms terms = new Terms();
        for (int k = 0; k < nz; k++) {
            int node = line * nz + k;
            terms.count = 0;
            terms.add(a.centre(), node, node, stride);
            if (k > 0) {
                terms.add(a.down(), node - 1, node - 1, stride);
            }
            if (k + 1 < nz) {
                terms.add(a.down(), node, node + 1, stride);
            }
            if (left) {
                terms.add(a.right(), node - nz, node - nz, stride);
            }
            if (right) {
                terms.add(a.right(), node, node + nz, stride);
            }
            if (ninePoint) {
                addDiagonals(a, node, left, right, k > 0, k + 1 < nz, stride, terms);
            }
            subtract(terms, x, width, rows, stride * k);
        }
    }

    private static void addDiagonals(
            StencilMatrix a, int node, boolean left, boolean right, boolean up, boolean down, int stride, Terms terms) {
        int nz = a.nz();
        if (left && up) {
            terms.add(a.downRight(), node - nz - 1, node - nz - 1, stride);
        }
        if (left && down) {
            terms.add(a.upRight(), node - nz + 1, node - nz + 1, stride);
        }
        if (right && up) {
            terms.add(a.upRight(), node, node + nz - 1, stride);
        }
        if (right && down) {
            terms.add(a.downRight(), node, node + nz + 1, stride);
        }
    }

    /** Subtracts a sum of rows, each times a complex number, from one row. */
    void subtract(Terms terms, double[] x, int width, double[] rows, int to) {
        for (int n = 0; n < terms.count; n++) {
            double re = terms.re[n];
            double im = terms.im[n];
            int at = terms.at[n];
            for (int c = 0; c < width; c++) {
                double a = x[at + c];
                double b = x[at + width + c];
                rows[to + c] -= re * a - im * b;
                rows[to + width + c] -= re * b + im * a;
            }
        }
    }

    /** Adds the squared moduli of the columns of rows from one to before another. */
    void addSquares(double[] rows, int from, int to, int width, double[] squares) {
        for (int row = from; row < to; row++) {
            int re = 2 * width * row;
            int im = re + width;
            for (int c = 0; c < width; c++) {
                squares[c] += rows[re + c] * rows[re + c] + rows[im + c] * rows[im + c];
            }
        }
    }

    /** Sums of the products of two fields over columns, for nodes from one to before another, as (real, imaginary) pairs. */
    void products(double[] x, double[] y, int width, int from, int to, double[] sums) {
        for (int node = from; node < to; node++) {
            double real = 0;
            double imaginary = 0;
            int re = 2 * width * node;
            int im = re + width;
            for (int c = 0; c < width; c++) {
                real += x[re + c] * y[re + c] - x[im + c] * y[im + c];
                imaginary += x[re + c] * y[im + c] + x[im + c] * y[re + c];
            }
            sums[2 * node] = real;
            sums[2 * node + 1] = imaginary;
        }
    }

    /**
     * Inverts a complex symmetric matrix in its place by Gauss–Jordan elimination without interchanges.
     *
     * @param stride of its rows, which are padded: half of it is a multiple of the length of a vector
     * @param tiny pivots of this modulus or less are refused
     * @return the first pivot refused, in which case the matrix is lost; −1 when there is none
     */
    final int invert(double[] matrix, int order, int stride, double tiny) {
        int half = stride / 2;
        for (int k = 0; k < order; k++) {
            int row = k * stride;
            double re = matrix[row + k];
            double im = matrix[row + half + k];
            double square = re * re + im * im;
            if (!(square > tiny * tiny && square <= Double.MAX_VALUE)) {
                return k;
            }
            matrix[row + k] = 1;
            matrix[row + half + k] = 0;
            scale(re / square, -im / square, matrix, row, half, order);
            for (int i = 0; i < order; i++) {
                if (i != k) {
                    int other = i * stride;
                    double factorRe = matrix[other + k];
                    double factorIm = matrix[other + half + k];
                    matrix[other + k] = 0;
                    matrix[other + half + k] = 0;
                    subtract(factorRe, factorIm, matrix, row, other, half, order);
                }
            }
        }
        return -1;
    }

    /** Multiplies a row with a complex number. */
    void scale(double re, double im, double[] matrix, int at, int half, int length) {
        for (int j = at; j < at + length; j++) {
            double a = matrix[j];
            double b = matrix[half + j];
            matrix[j] = re * a - im * b;
            matrix[half + j] = re * b + im * a;
        }
    }

    /** Subtracts a row, times a complex number, from another. */
    void subtract(double re, double im, double[] matrix, int from, int to, int half, int length) {
        for (int j = 0; j < length; j++) {
            double a = matrix[from + j];
            double b = matrix[from + half + j];
            matrix[to + j] -= re * a - im * b;
            matrix[to + half + j] -= re * b + im * a;
        }
    }
}
