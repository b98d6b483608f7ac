package org.rote.operators.helmholtz.solver;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Loops over fields on the Vector API; loaded only when module {@code jdk.incubator.vector} is there. */
final class VectorFieldLoops extends FieldLoops {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    @Override
    void subtract(Terms terms, double[] x, int width, double[] rows, int to) {
        double[] re = terms.re;
        double[] im = terms.im;
        int[] at = terms.at;
        int count = terms.count;
        for (int c = 0; c < width; c += SPECIES.length()) {
            DoubleVector real = DoubleVector.zero(SPECIES);
            DoubleVector minus = real;
            DoubleVector imaginary = real;
            for (int n = 0; n < count; n++) {
                DoubleVector a = DoubleVector.fromArray(SPECIES, x, at[n] + c);
                DoubleVector b = DoubleVector.fromArray(SPECIES, x, at[n] + width + c);
                DoubleVector p = DoubleVector.broadcast(SPECIES, re[n]);
                DoubleVector q = DoubleVector.broadcast(SPECIES, im[n]);
                real = p.fma(a, real);
                minus = q.fma(b, minus);
                imaginary = p.fma(b, q.fma(a, imaginary));
            }
            DoubleVector.fromArray(SPECIES, rows, to + c).sub(real).add(minus).intoArray(rows, to + c);
            DoubleVector.fromArray(SPECIES, rows, to + width + c).sub(imaginary).intoArray(rows, to + width + c);
        }
    }

    @Override
    void addSquares(double[] rows, int from, int to, int width, double[] squares) {
        for (int c = 0; c < width; c += SPECIES.length()) {
            DoubleVector sum = DoubleVector.zero(SPECIES);
            int at = 2 * width * from + c;
            for (int row = from; row < to; row++) {
                DoubleVector re = DoubleVector.fromArray(SPECIES, rows, at);
                DoubleVector im = DoubleVector.fromArray(SPECIES, rows, at + width);
                sum = re.fma(re, im.fma(im, sum));
                at += 2 * width;
            }
            DoubleVector.fromArray(SPECIES, squares, c).add(sum).intoArray(squares, c);
        }
    }

    @Override
    void products(double[] x, double[] y, int width, int from, int to, double[] sums) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        for (int node = from; node < to; node++) {
            DoubleVector real = zero;
            DoubleVector imaginary = zero;
            int end = 2 * width * node + width;
            for (int at = 2 * width * node; at < end; at += SPECIES.length()) {
                DoubleVector a = DoubleVector.fromArray(SPECIES, x, at);
                DoubleVector b = DoubleVector.fromArray(SPECIES, x, at + width);
                DoubleVector p = DoubleVector.fromArray(SPECIES, y, at);
                DoubleVector q = DoubleVector.fromArray(SPECIES, y, at + width);
                real = a.fma(p, b.neg().fma(q, real));
                imaginary = a.fma(q, b.fma(p, imaginary));
            }
            sums[2 * node] = zero.add(real).reduceLanes(VectorOperators.ADD);
            sums[2 * node + 1] = zero.add(imaginary).reduceLanes(VectorOperators.ADD);
        }
    }

    @Override
    void scale(double re, double im, double[] matrix, int at, int half, int length) {
        for (int j = at; j < at + length; j += SPECIES.length()) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, matrix, j);
            DoubleVector b = DoubleVector.fromArray(SPECIES, matrix, j + half);
            a.mul(re).sub(b.mul(im)).intoArray(matrix, j);
            b.mul(re).add(a.mul(im)).intoArray(matrix, j + half);
        }
    }

    @Override
    void subtract(double re, double im, double[] matrix, int from, int to, int half, int length) {
        DoubleVector p = DoubleVector.broadcast(SPECIES, -re);
        DoubleVector q = DoubleVector.broadcast(SPECIES, im);
        DoubleVector r = DoubleVector.broadcast(SPECIES, -im);
        for (int j = 0; j < length; j += SPECIES.length()) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, matrix, from + j);
            DoubleVector b = DoubleVector.fromArray(SPECIES, matrix, from + half + j);
            DoubleVector real = DoubleVector.fromArray(SPECIES, matrix, to + j);
            DoubleVector imaginary = DoubleVector.fromArray(SPECIES, matrix, to + half + j);
            p.fma(a, q.fma(b, real)).intoArray(matrix, to + j);
            p.fma(b, r.fma(a, imaginary)).intoArray(matrix, to + half + j);
        }
    }
}
