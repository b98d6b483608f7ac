package org.rote.operators.helmholtz.solver;

/** b − A x in double precision. */
final class Residual {

    private Residual() {}

    /**
     * Subtracts A x from the rows of the nodes of one line of the grid along z.
     *
     * @param line its index along x
     * @param x rows of real parts and imaginary parts
     * @param stride length of a row
     * @param rows those of the line's nodes
     */
    static void subtract(StencilMatrix a, int line, double[] x, int stride, double[] rows) {
        for (int k = 0; k < a.nz(); k++) {
            int node = line * a.nz() + k;
            for (int neighbour = 0; neighbour < 9; neighbour++) {
                int i = line + neighbour / 3 - 1;
                int l = k + neighbour % 3 - 1;
                if (i >= 0 && i < a.nx() && l >= 0 && l < a.nz()) {
                    int other = i * a.nz() + l;
                    double[] plane = planes(a)[Math.abs(neighbour - 4)];
                    int entry = 2 * (neighbour >= 4 ? node : other);
                    subtract(plane[entry], plane[entry + 1], x, other * stride, stride / 2, rows, k * stride);
                }
            }
        }
    }

    private static void subtract(double re, double im, double[] x, int at, int width, double[] rows, int to) {
        if (re == 0 && im == 0) {
            return;
        }
        for (int c = 0; c < width; c++) {
            double a = x[at + c];
            double b = x[at + width + c];
            rows[to + c] -= re * a - im * b;
            rows[to + width + c] -= re * b + im * a;
        }
    }

    static double[][] planes(StencilMatrix a) {
        return new double[][] {a.centre(), a.down(), a.upRight(), a.right(), a.downRight()};
    }

    /** Adds the squared moduli of the columns of some rows to sums that begin at a place. */
    static void addSquares(double[] rows, int count, int width, double[] squares, int at) {
        for (int row = 0; row < count; row++) {
            int re = 2 * width * row;
            int im = re + width;
            for (int c = 0; c < width; c++) {
                squares[at + c] += rows[re + c] * rows[re + c] + rows[im + c] * rows[im + c];
            }
        }
    }
}
