package org.rote.operators.helmholtz.solver;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels in double precision on the Vector API; loaded only when module {@code jdk.incubator.vector} is there.
 *
 * <p>A tile of eight rows by one vector, real and imaginary parts, is summed in sixteen registers; four rows at a time where vectors are shorter than 512 bits, for there are only sixteen
 * registers then. The compiler keeps a vector in a register only as a local variable of one method, which is why the tiles are written out; and only while it knows its length, which
 * after a loop it does from what the program did before: vectors of any other length, anywhere in the program, make this ten times slower. So does a method with more operations than these.
 */
final class VectorDoubleKernels extends DoubleKernels {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final VectorMask<Double> UPPER_HALF = VectorMask.fromValues(SPECIES, upperHalf());
    private static final boolean MANY_REGISTERS = SPECIES.vectorBitSize() >= 512;
    /** Real numbers of a column of a tile. */
    private static final int COLUMN = 2 * TILE;

    @Override
    public int lanes() {
        return LANES;
    }

    private static boolean[] upperHalf() {
        boolean[] upper = new boolean[LANES];
        Arrays.fill(upper, LANES / 2, LANES, true);
        return upper;
    }

    @Override
    public void multiplyAdd(
            double[] tile,
            int tileAt,
            int depth,
            double[] right,
            int rightAt,
            double[] result,
            int resultAt,
            int stride,
            int from,
            int to) {
        for (int column = from; column < to; column += LANES) {
            int in = rightAt + column;
            int out = resultAt + column;
            if (MANY_REGISTERS) {
                addEight(tile, tileAt, depth, right, in, result, out, stride);
            } else {
                addFour(tile, tileAt, depth, right, in, result, out, stride);
                addFour(tile, tileAt + 4, depth, right, in, result, out + 4 * stride, stride);
            }
        }
    }

    @Override
    public void multiplyTransposedAdd(
            double[] tiles,
            int tilesAt,
            int tileLength,
            int depth,
            double[] right,
            int rightAt,
            double[] result,
            int resultAt,
            int stride,
            int to) {
        for (int column = 0; column < to; column += LANES) {
            int in = rightAt + column;
            int out = resultAt + column;
            if (MANY_REGISTERS) {
                addTransposedEight(tiles, tilesAt, tileLength, depth, right, in, result, out, stride);
            } else {
                addTransposedFour(tiles, tilesAt, tileLength, depth, right, in, result, out, stride);
                addTransposedFour(
                        tiles, tilesAt + 4 * COLUMN, tileLength, depth, right, in, result, out + 4 * stride, stride);
            }
        }
    }

    private static void addEight(
            double[] tile,
            int tileAt,
            int depth,
            double[] right,
            int rightAt,
            double[] result,
            int resultAt,
            int stride) {
        int half = stride / 2;
        DoubleVector re0 = DoubleVector.fromArray(SPECIES, result, resultAt + 0 * stride);
        DoubleVector im0 = DoubleVector.fromArray(SPECIES, result, resultAt + 0 * stride + half);
        DoubleVector re1 = DoubleVector.fromArray(SPECIES, result, resultAt + 1 * stride);
        DoubleVector im1 = DoubleVector.fromArray(SPECIES, result, resultAt + 1 * stride + half);
        DoubleVector re2 = DoubleVector.fromArray(SPECIES, result, resultAt + 2 * stride);
        DoubleVector im2 = DoubleVector.fromArray(SPECIES, result, resultAt + 2 * stride + half);
        DoubleVector re3 = DoubleVector.fromArray(SPECIES, result, resultAt + 3 * stride);
        DoubleVector im3 = DoubleVector.fromArray(SPECIES, result, resultAt + 3 * stride + half);
        DoubleVector re4 = DoubleVector.fromArray(SPECIES, result, resultAt + 4 * stride);
        DoubleVector im4 = DoubleVector.fromArray(SPECIES, result, resultAt + 4 * stride + half);
        DoubleVector re5 = DoubleVector.fromArray(SPECIES, result, resultAt + 5 * stride);
        DoubleVector im5 = DoubleVector.fromArray(SPECIES, result, resultAt + 5 * stride + half);
        DoubleVector re6 = DoubleVector.fromArray(SPECIES, result, resultAt + 6 * stride);
        DoubleVector im6 = DoubleVector.fromArray(SPECIES, result, resultAt + 6 * stride + half);
        DoubleVector re7 = DoubleVector.fromArray(SPECIES, result, resultAt + 7 * stride);
        DoubleVector im7 = DoubleVector.fromArray(SPECIES, result, resultAt + 7 * stride + half);
        int at = tileAt;
        int in = rightAt;
        for (int p = 0; p < depth; p++) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, right, in);
            DoubleVector b = DoubleVector.fromArray(SPECIES, right, in + half);
            DoubleVector c = b.neg();
            DoubleVector x0 = DoubleVector.broadcast(SPECIES, tile[at]);
            re0 = x0.fma(a, re0);
            im0 = x0.fma(b, im0);
            DoubleVector y0 = DoubleVector.broadcast(SPECIES, tile[at + TILE]);
            re0 = y0.fma(c, re0);
            im0 = y0.fma(a, im0);
            DoubleVector x1 = DoubleVector.broadcast(SPECIES, tile[at + 1]);
            re1 = x1.fma(a, re1);
            im1 = x1.fma(b, im1);
            DoubleVector y1 = DoubleVector.broadcast(SPECIES, tile[at + 1 + TILE]);
            re1 = y1.fma(c, re1);
            im1 = y1.fma(a, im1);
            DoubleVector x2 = DoubleVector.broadcast(SPECIES, tile[at + 2]);
            re2 = x2.fma(a, re2);
            im2 = x2.fma(b, im2);
            DoubleVector y2 = DoubleVector.broadcast(SPECIES, tile[at + 2 + TILE]);
            re2 = y2.fma(c, re2);
            im2 = y2.fma(a, im2);
            DoubleVector x3 = DoubleVector.broadcast(SPECIES, tile[at + 3]);
            re3 = x3.fma(a, re3);
            im3 = x3.fma(b, im3);
            DoubleVector y3 = DoubleVector.broadcast(SPECIES, tile[at + 3 + TILE]);
            re3 = y3.fma(c, re3);
            im3 = y3.fma(a, im3);
            DoubleVector x4 = DoubleVector.broadcast(SPECIES, tile[at + 4]);
            re4 = x4.fma(a, re4);
            im4 = x4.fma(b, im4);
            DoubleVector y4 = DoubleVector.broadcast(SPECIES, tile[at + 4 + TILE]);
            re4 = y4.fma(c, re4);
            im4 = y4.fma(a, im4);
            DoubleVector x5 = DoubleVector.broadcast(SPECIES, tile[at + 5]);
            re5 = x5.fma(a, re5);
            im5 = x5.fma(b, im5);
            DoubleVector y5 = DoubleVector.broadcast(SPECIES, tile[at + 5 + TILE]);
            re5 = y5.fma(c, re5);
            im5 = y5.fma(a, im5);
            DoubleVector x6 = DoubleVector.broadcast(SPECIES, tile[at + 6]);
            re6 = x6.fma(a, re6);
            im6 = x6.fma(b, im6);
            DoubleVector y6 = DoubleVector.broadcast(SPECIES, tile[at + 6 + TILE]);
            re6 = y6.fma(c, re6);
            im6 = y6.fma(a, im6);
            DoubleVector x7 = DoubleVector.broadcast(SPECIES, tile[at + 7]);
            re7 = x7.fma(a, re7);
            im7 = x7.fma(b, im7);
            DoubleVector y7 = DoubleVector.broadcast(SPECIES, tile[at + 7 + TILE]);
            re7 = y7.fma(c, re7);
            im7 = y7.fma(a, im7);
            at += COLUMN;
            in += stride;
        }
        re0.intoArray(result, resultAt + 0 * stride);
        im0.intoArray(result, resultAt + 0 * stride + half);
        re1.intoArray(result, resultAt + 1 * stride);
        im1.intoArray(result, resultAt + 1 * stride + half);
        re2.intoArray(result, resultAt + 2 * stride);
        im2.intoArray(result, resultAt + 2 * stride + half);
        re3.intoArray(result, resultAt + 3 * stride);
        im3.intoArray(result, resultAt + 3 * stride + half);
        re4.intoArray(result, resultAt + 4 * stride);
        im4.intoArray(result, resultAt + 4 * stride + half);
        re5.intoArray(result, resultAt + 5 * stride);
        im5.intoArray(result, resultAt + 5 * stride + half);
        re6.intoArray(result, resultAt + 6 * stride);
        im6.intoArray(result, resultAt + 6 * stride + half);
        re7.intoArray(result, resultAt + 7 * stride);
        im7.intoArray(result, resultAt + 7 * stride + half);
    }

    private static void addTransposedEight(
            double[] tile,
            int tileAt,
            int tileLength,
            int depth,
            double[] right,
            int rightAt,
            double[] result,
            int resultAt,
            int stride) {
        int half = stride / 2;
        DoubleVector re0 = DoubleVector.fromArray(SPECIES, result, resultAt + 0 * stride);
        DoubleVector im0 = DoubleVector.fromArray(SPECIES, result, resultAt + 0 * stride + half);
        DoubleVector re1 = DoubleVector.fromArray(SPECIES, result, resultAt + 1 * stride);
        DoubleVector im1 = DoubleVector.fromArray(SPECIES, result, resultAt + 1 * stride + half);
        DoubleVector re2 = DoubleVector.fromArray(SPECIES, result, resultAt + 2 * stride);
        DoubleVector im2 = DoubleVector.fromArray(SPECIES, result, resultAt + 2 * stride + half);
        DoubleVector re3 = DoubleVector.fromArray(SPECIES, result, resultAt + 3 * stride);
        DoubleVector im3 = DoubleVector.fromArray(SPECIES, result, resultAt + 3 * stride + half);
        DoubleVector re4 = DoubleVector.fromArray(SPECIES, result, resultAt + 4 * stride);
        DoubleVector im4 = DoubleVector.fromArray(SPECIES, result, resultAt + 4 * stride + half);
        DoubleVector re5 = DoubleVector.fromArray(SPECIES, result, resultAt + 5 * stride);
        DoubleVector im5 = DoubleVector.fromArray(SPECIES, result, resultAt + 5 * stride + half);
        DoubleVector re6 = DoubleVector.fromArray(SPECIES, result, resultAt + 6 * stride);
        DoubleVector im6 = DoubleVector.fromArray(SPECIES, result, resultAt + 6 * stride + half);
        DoubleVector re7 = DoubleVector.fromArray(SPECIES, result, resultAt + 7 * stride);
        DoubleVector im7 = DoubleVector.fromArray(SPECIES, result, resultAt + 7 * stride + half);
        int at = tileAt;
        int in = rightAt;
        for (int p = 0; p < depth; p++) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, right, in);
            DoubleVector b = DoubleVector.fromArray(SPECIES, right, in + half);
            DoubleVector c = b.neg();
            DoubleVector x0 = DoubleVector.broadcast(SPECIES, tile[at]);
            re0 = x0.fma(a, re0);
            im0 = x0.fma(b, im0);
            DoubleVector y0 = DoubleVector.broadcast(SPECIES, tile[at + TILE]);
            re0 = y0.fma(c, re0);
            im0 = y0.fma(a, im0);
            DoubleVector x1 = DoubleVector.broadcast(SPECIES, tile[at + 1 * COLUMN]);
            re1 = x1.fma(a, re1);
            im1 = x1.fma(b, im1);
            DoubleVector y1 = DoubleVector.broadcast(SPECIES, tile[at + 1 * COLUMN + TILE]);
            re1 = y1.fma(c, re1);
            im1 = y1.fma(a, im1);
            DoubleVector x2 = DoubleVector.broadcast(SPECIES, tile[at + 2 * COLUMN]);
            re2 = x2.fma(a, re2);
            im2 = x2.fma(b, im2);
            DoubleVector y2 = DoubleVector.broadcast(SPECIES, tile[at + 2 * COLUMN + TILE]);
            re2 = y2.fma(c, re2);
            im2 = y2.fma(a, im2);
            DoubleVector x3 = DoubleVector.broadcast(SPECIES, tile[at + 3 * COLUMN]);
            re3 = x3.fma(a, re3);
            im3 = x3.fma(b, im3);
            DoubleVector y3 = DoubleVector.broadcast(SPECIES, tile[at + 3 * COLUMN + TILE]);
            re3 = y3.fma(c, re3);
            im3 = y3.fma(a, im3);
            DoubleVector x4 = DoubleVector.broadcast(SPECIES, tile[at + 4 * COLUMN]);
            re4 = x4.fma(a, re4);
            im4 = x4.fma(b, im4);
            DoubleVector y4 = DoubleVector.broadcast(SPECIES, tile[at + 4 * COLUMN + TILE]);
            re4 = y4.fma(c, re4);
            im4 = y4.fma(a, im4);
            DoubleVector x5 = DoubleVector.broadcast(SPECIES, tile[at + 5 * COLUMN]);
            re5 = x5.fma(a, re5);
            im5 = x5.fma(b, im5);
            DoubleVector y5 = DoubleVector.broadcast(SPECIES, tile[at + 5 * COLUMN + TILE]);
            re5 = y5.fma(c, re5);
            im5 = y5.fma(a, im5);
            DoubleVector x6 = DoubleVector.broadcast(SPECIES, tile[at + 6 * COLUMN]);
            re6 = x6.fma(a, re6);
            im6 = x6.fma(b, im6);
            DoubleVector y6 = DoubleVector.broadcast(SPECIES, tile[at + 6 * COLUMN + TILE]);
            re6 = y6.fma(c, re6);
            im6 = y6.fma(a, im6);
            DoubleVector x7 = DoubleVector.broadcast(SPECIES, tile[at + 7 * COLUMN]);
            re7 = x7.fma(a, re7);
            im7 = x7.fma(b, im7);
            DoubleVector y7 = DoubleVector.broadcast(SPECIES, tile[at + 7 * COLUMN + TILE]);
            re7 = y7.fma(c, re7);
            im7 = y7.fma(a, im7);
            at += p % TILE == TILE - 1 ? tileLength - TILE + 1 : 1;
            in += stride;
        }
        re0.intoArray(result, resultAt + 0 * stride);
        im0.intoArray(result, resultAt + 0 * stride + half);
        re1.intoArray(result, resultAt + 1 * stride);
        im1.intoArray(result, resultAt + 1 * stride + half);
        re2.intoArray(result, resultAt + 2 * stride);
        im2.intoArray(result, resultAt + 2 * stride + half);
        re3.intoArray(result, resultAt + 3 * stride);
        im3.intoArray(result, resultAt + 3 * stride + half);
        re4.intoArray(result, resultAt + 4 * stride);
        im4.intoArray(result, resultAt + 4 * stride + half);
        re5.intoArray(result, resultAt + 5 * stride);
        im5.intoArray(result, resultAt + 5 * stride + half);
        re6.intoArray(result, resultAt + 6 * stride);
        im6.intoArray(result, resultAt + 6 * stride + half);
        re7.intoArray(result, resultAt + 7 * stride);
        im7.intoArray(result, resultAt + 7 * stride + half);
    }

    private static void addFour(
            double[] tile,
            int tileAt,
            int depth,
            double[] right,
            int rightAt,
            double[] result,
            int resultAt,
            int stride) {
        int half = stride / 2;
        DoubleVector re0 = DoubleVector.fromArray(SPECIES, result, resultAt + 0 * stride);
        DoubleVector im0 = DoubleVector.fromArray(SPECIES, result, resultAt + 0 * stride + half);
        DoubleVector re1 = DoubleVector.fromArray(SPECIES, result, resultAt + 1 * stride);
        DoubleVector im1 = DoubleVector.fromArray(SPECIES, result, resultAt + 1 * stride + half);
        DoubleVector re2 = DoubleVector.fromArray(SPECIES, result, resultAt + 2 * stride);
        DoubleVector im2 = DoubleVector.fromArray(SPECIES, result, resultAt + 2 * stride + half);
        DoubleVector re3 = DoubleVector.fromArray(SPECIES, result, resultAt + 3 * stride);
        DoubleVector im3 = DoubleVector.fromArray(SPECIES, result, resultAt + 3 * stride + half);
        int at = tileAt;
        int in = rightAt;
        for (int p = 0; p < depth; p++) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, right, in);
            DoubleVector b = DoubleVector.fromArray(SPECIES, right, in + half);
            DoubleVector c = b.neg();
            DoubleVector x0 = DoubleVector.broadcast(SPECIES, tile[at]);
            re0 = x0.fma(a, re0);
            im0 = x0.fma(b, im0);
            DoubleVector y0 = DoubleVector.broadcast(SPECIES, tile[at + TILE]);
            re0 = y0.fma(c, re0);
            im0 = y0.fma(a, im0);
            DoubleVector x1 = DoubleVector.broadcast(SPECIES, tile[at + 1]);
            re1 = x1.fma(a, re1);
            im1 = x1.fma(b, im1);
            DoubleVector y1 = DoubleVector.broadcast(SPECIES, tile[at + 1 + TILE]);
            re1 = y1.fma(c, re1);
            im1 = y1.fma(a, im1);
            DoubleVector x2 = DoubleVector.broadcast(SPECIES, tile[at + 2]);
            re2 = x2.fma(a, re2);
            im2 = x2.fma(b, im2);
            DoubleVector y2 = DoubleVector.broadcast(SPECIES, tile[at + 2 + TILE]);
            re2 = y2.fma(c, re2);
            im2 = y2.fma(a, im2);
            DoubleVector x3 = DoubleVector.broadcast(SPECIES, tile[at + 3]);
            re3 = x3.fma(a, re3);
            im3 = x3.fma(b, im3);
            DoubleVector y3 = DoubleVector.broadcast(SPECIES, tile[at + 3 + TILE]);
            re3 = y3.fma(c, re3);
            im3 = y3.fma(a, im3);
            at += COLUMN;
            in += stride;
        }
        re0.intoArray(result, resultAt + 0 * stride);
        im0.intoArray(result, resultAt + 0 * stride + half);
        re1.intoArray(result, resultAt + 1 * stride);
        im1.intoArray(result, resultAt + 1 * stride + half);
        re2.intoArray(result, resultAt + 2 * stride);
        im2.intoArray(result, resultAt + 2 * stride + half);
        re3.intoArray(result, resultAt + 3 * stride);
        im3.intoArray(result, resultAt + 3 * stride + half);
    }

    private static void addTransposedFour(
            double[] tile,
            int tileAt,
            int tileLength,
            int depth,
            double[] right,
            int rightAt,
            double[] result,
            int resultAt,
            int stride) {
        int half = stride / 2;
        DoubleVector re0 = DoubleVector.fromArray(SPECIES, result, resultAt + 0 * stride);
        DoubleVector im0 = DoubleVector.fromArray(SPECIES, result, resultAt + 0 * stride + half);
        DoubleVector re1 = DoubleVector.fromArray(SPECIES, result, resultAt + 1 * stride);
        DoubleVector im1 = DoubleVector.fromArray(SPECIES, result, resultAt + 1 * stride + half);
        DoubleVector re2 = DoubleVector.fromArray(SPECIES, result, resultAt + 2 * stride);
        DoubleVector im2 = DoubleVector.fromArray(SPECIES, result, resultAt + 2 * stride + half);
        DoubleVector re3 = DoubleVector.fromArray(SPECIES, result, resultAt + 3 * stride);
        DoubleVector im3 = DoubleVector.fromArray(SPECIES, result, resultAt + 3 * stride + half);
        int at = tileAt;
        int in = rightAt;
        for (int p = 0; p < depth; p++) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, right, in);
            DoubleVector b = DoubleVector.fromArray(SPECIES, right, in + half);
            DoubleVector c = b.neg();
            DoubleVector x0 = DoubleVector.broadcast(SPECIES, tile[at]);
            re0 = x0.fma(a, re0);
            im0 = x0.fma(b, im0);
            DoubleVector y0 = DoubleVector.broadcast(SPECIES, tile[at + TILE]);
            re0 = y0.fma(c, re0);
            im0 = y0.fma(a, im0);
            DoubleVector x1 = DoubleVector.broadcast(SPECIES, tile[at + 1 * COLUMN]);
            re1 = x1.fma(a, re1);
            im1 = x1.fma(b, im1);
            DoubleVector y1 = DoubleVector.broadcast(SPECIES, tile[at + 1 * COLUMN + TILE]);
            re1 = y1.fma(c, re1);
            im1 = y1.fma(a, im1);
            DoubleVector x2 = DoubleVector.broadcast(SPECIES, tile[at + 2 * COLUMN]);
            re2 = x2.fma(a, re2);
            im2 = x2.fma(b, im2);
            DoubleVector y2 = DoubleVector.broadcast(SPECIES, tile[at + 2 * COLUMN + TILE]);
            re2 = y2.fma(c, re2);
            im2 = y2.fma(a, im2);
            DoubleVector x3 = DoubleVector.broadcast(SPECIES, tile[at + 3 * COLUMN]);
            re3 = x3.fma(a, re3);
            im3 = x3.fma(b, im3);
            DoubleVector y3 = DoubleVector.broadcast(SPECIES, tile[at + 3 * COLUMN + TILE]);
            re3 = y3.fma(c, re3);
            im3 = y3.fma(a, im3);
            at += p % TILE == TILE - 1 ? tileLength - TILE + 1 : 1;
            in += stride;
        }
        re0.intoArray(result, resultAt + 0 * stride);
        im0.intoArray(result, resultAt + 0 * stride + half);
        re1.intoArray(result, resultAt + 1 * stride);
        im1.intoArray(result, resultAt + 1 * stride + half);
        re2.intoArray(result, resultAt + 2 * stride);
        im2.intoArray(result, resultAt + 2 * stride + half);
        re3.intoArray(result, resultAt + 3 * stride);
        im3.intoArray(result, resultAt + 3 * stride + half);
    }

    @Override
    public void packNegative(double[] matrix, int at, int stride, int depth, double[] tile, int tileAt) {
        int in = at;
        int out = tileAt;
        for (int p = 0; p < depth; p++) {
            copyColumn(matrix, in, in + stride / 2, tile, out);
            in += stride;
            out += COLUMN;
        }
    }

    private static void copyColumn(double[] source, int re, int im, double[] target, int to) {
        if (LANES == COLUMN) {
            // The imaginary parts are loaded where they are to be stored: into the upper half.
            DoubleVector.fromArray(SPECIES, source, re)
                    .blend(DoubleVector.fromArray(SPECIES, source, im - TILE), UPPER_HALF)
                    .neg()
                    .intoArray(target, to);
            return;
        }
        for (int i = 0; i < TILE; i += LANES) {
            DoubleVector.fromArray(SPECIES, source, re + i).neg().intoArray(target, to + i);
            DoubleVector.fromArray(SPECIES, source, im + i).neg().intoArray(target, to + TILE + i);
        }
    }

    @Override
    void add(double[] source, int sourceAt, double[] target, int targetAt, int length) {
        int vectors = SPECIES.loopBound(length);
        int j = 0;
        for (; j < vectors; j += LANES) {
            DoubleVector.fromArray(SPECIES, target, targetAt + j)
                    .add(DoubleVector.fromArray(SPECIES, source, sourceAt + j))
                    .intoArray(target, targetAt + j);
        }
        for (; j < length; j++) {
            target[targetAt + j] += source[sourceAt + j];
        }
    }
}
