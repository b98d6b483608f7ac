package org.rote.operators.helmholtz.solver;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels in single precision on the Vector API; loaded only when module {@code jdk.incubator.vector} is there.
 *
 * <p>A tile of eight rows by one vector, real and imaginary parts, is summed in sixteen registers; four rows at a time where vectors are shorter than 512 bits, for there are only sixteen
 * registers then. The compiler keeps a vector in a register only as a local variable of one method, which is why the tiles are written out; and only while it knows its length, which
 * after a loop it does from what the program did before: vectors of any other length, anywhere in the program, make this ten times slower. So does a method with more operations than these.
 */
final class VectorSingleKernels extends SingleKernels {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final VectorMask<Float> UPPER_HALF = VectorMask.fromValues(SPECIES, upperHalf());
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
            float[] tile,
            int tileAt,
            int depth,
            float[] right,
            int rightAt,
            float[] result,
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
            float[] tiles,
            int tilesAt,
            int tileLength,
            int depth,
            float[] right,
            int rightAt,
            float[] result,
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
            float[] tile, int tileAt, int depth, float[] right, int rightAt, float[] result, int resultAt, int stride) {
        int half = stride / 2;
        FloatVector re0 = FloatVector.fromArray(SPECIES, result, resultAt + 0 * stride);
        FloatVector im0 = FloatVector.fromArray(SPECIES, result, resultAt + 0 * stride + half);
        FloatVector re1 = FloatVector.fromArray(SPECIES, result, resultAt + 1 * stride);
        FloatVector im1 = FloatVector.fromArray(SPECIES, result, resultAt + 1 * stride + half);
        FloatVector re2 = FloatVector.fromArray(SPECIES, result, resultAt + 2 * stride);
        FloatVector im2 = FloatVector.fromArray(SPECIES, result, resultAt + 2 * stride + half);
        FloatVector re3 = FloatVector.fromArray(SPECIES, result, resultAt + 3 * stride);
        FloatVector im3 = FloatVector.fromArray(SPECIES, result, resultAt + 3 * stride + half);
        FloatVector re4 = FloatVector.fromArray(SPECIES, result, resultAt + 4 * stride);
        FloatVector im4 = FloatVector.fromArray(SPECIES, result, resultAt + 4 * stride + half);
        FloatVector re5 = FloatVector.fromArray(SPECIES, result, resultAt + 5 * stride);
        FloatVector im5 = FloatVector.fromArray(SPECIES, result, resultAt + 5 * stride + half);
        FloatVector re6 = FloatVector.fromArray(SPECIES, result, resultAt + 6 * stride);
        FloatVector im6 = FloatVector.fromArray(SPECIES, result, resultAt + 6 * stride + half);
        FloatVector re7 = FloatVector.fromArray(SPECIES, result, resultAt + 7 * stride);
        FloatVector im7 = FloatVector.fromArray(SPECIES, result, resultAt + 7 * stride + half);
        int at = tileAt;
        int in = rightAt;
        for (int p = 0; p < depth; p++) {
            FloatVector a = FloatVector.fromArray(SPECIES, right, in);
            FloatVector b = FloatVector.fromArray(SPECIES, right, in + half);
            FloatVector c = b.neg();
            FloatVector x0 = FloatVector.broadcast(SPECIES, tile[at]);
            re0 = x0.fma(a, re0);
            im0 = x0.fma(b, im0);
            FloatVector y0 = FloatVector.broadcast(SPECIES, tile[at + TILE]);
            re0 = y0.fma(c, re0);
            im0 = y0.fma(a, im0);
            FloatVector x1 = FloatVector.broadcast(SPECIES, tile[at + 1]);
            re1 = x1.fma(a, re1);
            im1 = x1.fma(b, im1);
            FloatVector y1 = FloatVector.broadcast(SPECIES, tile[at + 1 + TILE]);
            re1 = y1.fma(c, re1);
            im1 = y1.fma(a, im1);
            FloatVector x2 = FloatVector.broadcast(SPECIES, tile[at + 2]);
            re2 = x2.fma(a, re2);
            im2 = x2.fma(b, im2);
            FloatVector y2 = FloatVector.broadcast(SPECIES, tile[at + 2 + TILE]);
            re2 = y2.fma(c, re2);
            im2 = y2.fma(a, im2);
            FloatVector x3 = FloatVector.broadcast(SPECIES, tile[at + 3]);
            re3 = x3.fma(a, re3);
            im3 = x3.fma(b, im3);
            FloatVector y3 = FloatVector.broadcast(SPECIES, tile[at + 3 + TILE]);
            re3 = y3.fma(c, re3);
            im3 = y3.fma(a, im3);
            FloatVector x4 = FloatVector.broadcast(SPECIES, tile[at + 4]);
            re4 = x4.fma(a, re4);
            im4 = x4.fma(b, im4);
            FloatVector y4 = FloatVector.broadcast(SPECIES, tile[at + 4 + TILE]);
            re4 = y4.fma(c, re4);
            im4 = y4.fma(a, im4);
            FloatVector x5 = FloatVector.broadcast(SPECIES, tile[at + 5]);
            re5 = x5.fma(a, re5);
            im5 = x5.fma(b, im5);
            FloatVector y5 = FloatVector.broadcast(SPECIES, tile[at + 5 + TILE]);
            re5 = y5.fma(c, re5);
            im5 = y5.fma(a, im5);
            FloatVector x6 = FloatVector.broadcast(SPECIES, tile[at + 6]);
            re6 = x6.fma(a, re6);
            im6 = x6.fma(b, im6);
            FloatVector y6 = FloatVector.broadcast(SPECIES, tile[at + 6 + TILE]);
            re6 = y6.fma(c, re6);
            im6 = y6.fma(a, im6);
            FloatVector x7 = FloatVector.broadcast(SPECIES, tile[at + 7]);
            re7 = x7.fma(a, re7);
            im7 = x7.fma(b, im7);
            FloatVector y7 = FloatVector.broadcast(SPECIES, tile[at + 7 + TILE]);
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
            float[] tile,
            int tileAt,
            int tileLength,
            int depth,
            float[] right,
            int rightAt,
            float[] result,
            int resultAt,
            int stride) {
        int half = stride / 2;
        FloatVector re0 = FloatVector.fromArray(SPECIES, result, resultAt + 0 * stride);
        FloatVector im0 = FloatVector.fromArray(SPECIES, result, resultAt + 0 * stride + half);
        FloatVector re1 = FloatVector.fromArray(SPECIES, result, resultAt + 1 * stride);
        FloatVector im1 = FloatVector.fromArray(SPECIES, result, resultAt + 1 * stride + half);
        FloatVector re2 = FloatVector.fromArray(SPECIES, result, resultAt + 2 * stride);
        FloatVector im2 = FloatVector.fromArray(SPECIES, result, resultAt + 2 * stride + half);
        FloatVector re3 = FloatVector.fromArray(SPECIES, result, resultAt + 3 * stride);
        FloatVector im3 = FloatVector.fromArray(SPECIES, result, resultAt + 3 * stride + half);
        FloatVector re4 = FloatVector.fromArray(SPECIES, result, resultAt + 4 * stride);
        FloatVector im4 = FloatVector.fromArray(SPECIES, result, resultAt + 4 * stride + half);
        FloatVector re5 = FloatVector.fromArray(SPECIES, result, resultAt + 5 * stride);
        FloatVector im5 = FloatVector.fromArray(SPECIES, result, resultAt + 5 * stride + half);
        FloatVector re6 = FloatVector.fromArray(SPECIES, result, resultAt + 6 * stride);
        FloatVector im6 = FloatVector.fromArray(SPECIES, result, resultAt + 6 * stride + half);
        FloatVector re7 = FloatVector.fromArray(SPECIES, result, resultAt + 7 * stride);
        FloatVector im7 = FloatVector.fromArray(SPECIES, result, resultAt + 7 * stride + half);
        int at = tileAt;
        int in = rightAt;
        for (int p = 0; p < depth; p++) {
            FloatVector a = FloatVector.fromArray(SPECIES, right, in);
            FloatVector b = FloatVector.fromArray(SPECIES, right, in + half);
            FloatVector c = b.neg();
            FloatVector x0 = FloatVector.broadcast(SPECIES, tile[at]);
            re0 = x0.fma(a, re0);
            im0 = x0.fma(b, im0);
            FloatVector y0 = FloatVector.broadcast(SPECIES, tile[at + TILE]);
            re0 = y0.fma(c, re0);
            im0 = y0.fma(a, im0);
            FloatVector x1 = FloatVector.broadcast(SPECIES, tile[at + 1 * COLUMN]);
            re1 = x1.fma(a, re1);
            im1 = x1.fma(b, im1);
            FloatVector y1 = FloatVector.broadcast(SPECIES, tile[at + 1 * COLUMN + TILE]);
            re1 = y1.fma(c, re1);
            im1 = y1.fma(a, im1);
            FloatVector x2 = FloatVector.broadcast(SPECIES, tile[at + 2 * COLUMN]);
            re2 = x2.fma(a, re2);
            im2 = x2.fma(b, im2);
            FloatVector y2 = FloatVector.broadcast(SPECIES, tile[at + 2 * COLUMN + TILE]);
            re2 = y2.fma(c, re2);
            im2 = y2.fma(a, im2);
            FloatVector x3 = FloatVector.broadcast(SPECIES, tile[at + 3 * COLUMN]);
            re3 = x3.fma(a, re3);
            im3 = x3.fma(b, im3);
            FloatVector y3 = FloatVector.broadcast(SPECIES, tile[at + 3 * COLUMN + TILE]);
            re3 = y3.fma(c, re3);
            im3 = y3.fma(a, im3);
            FloatVector x4 = FloatVector.broadcast(SPECIES, tile[at + 4 * COLUMN]);
            re4 = x4.fma(a, re4);
            im4 = x4.fma(b, im4);
            FloatVector y4 = FloatVector.broadcast(SPECIES, tile[at + 4 * COLUMN + TILE]);
            re4 = y4.fma(c, re4);
            im4 = y4.fma(a, im4);
            FloatVector x5 = FloatVector.broadcast(SPECIES, tile[at + 5 * COLUMN]);
            re5 = x5.fma(a, re5);
            im5 = x5.fma(b, im5);
            FloatVector y5 = FloatVector.broadcast(SPECIES, tile[at + 5 * COLUMN + TILE]);
            re5 = y5.fma(c, re5);
            im5 = y5.fma(a, im5);
            FloatVector x6 = FloatVector.broadcast(SPECIES, tile[at + 6 * COLUMN]);
            re6 = x6.fma(a, re6);
            im6 = x6.fma(b, im6);
            FloatVector y6 = FloatVector.broadcast(SPECIES, tile[at + 6 * COLUMN + TILE]);
            re6 = y6.fma(c, re6);
            im6 = y6.fma(a, im6);
            FloatVector x7 = FloatVector.broadcast(SPECIES, tile[at + 7 * COLUMN]);
            re7 = x7.fma(a, re7);
            im7 = x7.fma(b, im7);
            FloatVector y7 = FloatVector.broadcast(SPECIES, tile[at + 7 * COLUMN + TILE]);
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
            float[] tile, int tileAt, int depth, float[] right, int rightAt, float[] result, int resultAt, int stride) {
        int half = stride / 2;
        FloatVector re0 = FloatVector.fromArray(SPECIES, result, resultAt + 0 * stride);
        FloatVector im0 = FloatVector.fromArray(SPECIES, result, resultAt + 0 * stride + half);
        FloatVector re1 = FloatVector.fromArray(SPECIES, result, resultAt + 1 * stride);
        FloatVector im1 = FloatVector.fromArray(SPECIES, result, resultAt + 1 * stride + half);
        FloatVector re2 = FloatVector.fromArray(SPECIES, result, resultAt + 2 * stride);
        FloatVector im2 = FloatVector.fromArray(SPECIES, result, resultAt + 2 * stride + half);
        FloatVector re3 = FloatVector.fromArray(SPECIES, result, resultAt + 3 * stride);
        FloatVector im3 = FloatVector.fromArray(SPECIES, result, resultAt + 3 * stride + half);
        int at = tileAt;
        int in = rightAt;
        for (int p = 0; p < depth; p++) {
            FloatVector a = FloatVector.fromArray(SPECIES, right, in);
            FloatVector b = FloatVector.fromArray(SPECIES, right, in + half);
            FloatVector c = b.neg();
            FloatVector x0 = FloatVector.broadcast(SPECIES, tile[at]);
            re0 = x0.fma(a, re0);
            im0 = x0.fma(b, im0);
            FloatVector y0 = FloatVector.broadcast(SPECIES, tile[at + TILE]);
            re0 = y0.fma(c, re0);
            im0 = y0.fma(a, im0);
            FloatVector x1 = FloatVector.broadcast(SPECIES, tile[at + 1]);
            re1 = x1.fma(a, re1);
            im1 = x1.fma(b, im1);
            FloatVector y1 = FloatVector.broadcast(SPECIES, tile[at + 1 + TILE]);
            re1 = y1.fma(c, re1);
            im1 = y1.fma(a, im1);
            FloatVector x2 = FloatVector.broadcast(SPECIES, tile[at + 2]);
            re2 = x2.fma(a, re2);
            im2 = x2.fma(b, im2);
            FloatVector y2 = FloatVector.broadcast(SPECIES, tile[at + 2 + TILE]);
            re2 = y2.fma(c, re2);
            im2 = y2.fma(a, im2);
            FloatVector x3 = FloatVector.broadcast(SPECIES, tile[at + 3]);
            re3 = x3.fma(a, re3);
            im3 = x3.fma(b, im3);
            FloatVector y3 = FloatVector.broadcast(SPECIES, tile[at + 3 + TILE]);
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
            float[] tile,
            int tileAt,
            int tileLength,
            int depth,
            float[] right,
            int rightAt,
            float[] result,
            int resultAt,
            int stride) {
        int half = stride / 2;
        FloatVector re0 = FloatVector.fromArray(SPECIES, result, resultAt + 0 * stride);
        FloatVector im0 = FloatVector.fromArray(SPECIES, result, resultAt + 0 * stride + half);
        FloatVector re1 = FloatVector.fromArray(SPECIES, result, resultAt + 1 * stride);
        FloatVector im1 = FloatVector.fromArray(SPECIES, result, resultAt + 1 * stride + half);
        FloatVector re2 = FloatVector.fromArray(SPECIES, result, resultAt + 2 * stride);
        FloatVector im2 = FloatVector.fromArray(SPECIES, result, resultAt + 2 * stride + half);
        FloatVector re3 = FloatVector.fromArray(SPECIES, result, resultAt + 3 * stride);
        FloatVector im3 = FloatVector.fromArray(SPECIES, result, resultAt + 3 * stride + half);
        int at = tileAt;
        int in = rightAt;
        for (int p = 0; p < depth; p++) {
            FloatVector a = FloatVector.fromArray(SPECIES, right, in);
            FloatVector b = FloatVector.fromArray(SPECIES, right, in + half);
            FloatVector c = b.neg();
            FloatVector x0 = FloatVector.broadcast(SPECIES, tile[at]);
            re0 = x0.fma(a, re0);
            im0 = x0.fma(b, im0);
            FloatVector y0 = FloatVector.broadcast(SPECIES, tile[at + TILE]);
            re0 = y0.fma(c, re0);
            im0 = y0.fma(a, im0);
            FloatVector x1 = FloatVector.broadcast(SPECIES, tile[at + 1 * COLUMN]);
            re1 = x1.fma(a, re1);
            im1 = x1.fma(b, im1);
            FloatVector y1 = FloatVector.broadcast(SPECIES, tile[at + 1 * COLUMN + TILE]);
            re1 = y1.fma(c, re1);
            im1 = y1.fma(a, im1);
            FloatVector x2 = FloatVector.broadcast(SPECIES, tile[at + 2 * COLUMN]);
            re2 = x2.fma(a, re2);
            im2 = x2.fma(b, im2);
            FloatVector y2 = FloatVector.broadcast(SPECIES, tile[at + 2 * COLUMN + TILE]);
            re2 = y2.fma(c, re2);
            im2 = y2.fma(a, im2);
            FloatVector x3 = FloatVector.broadcast(SPECIES, tile[at + 3 * COLUMN]);
            re3 = x3.fma(a, re3);
            im3 = x3.fma(b, im3);
            FloatVector y3 = FloatVector.broadcast(SPECIES, tile[at + 3 * COLUMN + TILE]);
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
    public void packNegative(float[] matrix, int at, int stride, int depth, float[] tile, int tileAt) {
        int in = at;
        int out = tileAt;
        for (int p = 0; p < depth; p++) {
            copyColumn(matrix, in, in + stride / 2, tile, out);
            in += stride;
            out += COLUMN;
        }
    }

    private static void copyColumn(float[] source, int re, int im, float[] target, int to) {
        if (LANES == COLUMN) {
            // The imaginary parts are loaded where they are to be stored: into the upper half.
            FloatVector.fromArray(SPECIES, source, re)
                    .blend(FloatVector.fromArray(SPECIES, source, im - TILE), UPPER_HALF)
                    .neg()
                    .intoArray(target, to);
            return;
        }
        for (int i = 0; i < TILE; i += LANES) {
            FloatVector.fromArray(SPECIES, source, re + i).neg().intoArray(target, to + i);
            FloatVector.fromArray(SPECIES, source, im + i).neg().intoArray(target, to + TILE + i);
        }
    }

    @Override
    void add(float[] source, int sourceAt, float[] target, int targetAt, int length) {
        int vectors = SPECIES.loopBound(length);
        int j = 0;
        for (; j < vectors; j += LANES) {
            FloatVector.fromArray(SPECIES, target, targetAt + j)
                    .add(FloatVector.fromArray(SPECIES, source, sourceAt + j))
                    .intoArray(target, targetAt + j);
        }
        for (; j < length; j++) {
            target[targetAt + j] += source[sourceAt + j];
        }
    }
}
