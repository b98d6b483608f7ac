package org.rote.numerics;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels on the Vector API: the only class that names it, loaded only when module {@code jdk.incubator.vector} is there.
 *
 * <p>A tile of 8 rows by two vectors is summed in registers; 4 rows at a time where vectors are shorter than 512 bits, for there are only 16 registers then. The compiler keeps a
 * vector in a register only as a local variable of one method, which is why the tiles are written out.
 */
final class VectorKernels implements MatrixKernels {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int WIDTH = 2 * LANES;
    private static final boolean MANY_REGISTERS = SPECIES.vectorBitSize() >= 512;
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final int DOUBLE_LANES = DOUBLES.length();

    private final double[] chains = new double[CHAINS];

    @Override
    public int panelWidth() {
        return WIDTH;
    }

    @Override
    public void multiplyAdd(
            int tiles,
            int depth,
            float[] left,
            int leftAt,
            int leftStride,
            float[] right,
            int rightAt,
            float[] sum,
            int sumAt,
            int sumStride) {
        for (int tile = 0; tile < tiles; tile++) {
            int from = leftAt + tile * leftStride;
            int to = sumAt + tile * TILE * sumStride;
            if (MANY_REGISTERS) {
                eight(depth, left, from, right, rightAt, sum, to, sumStride);
            } else {
                four(depth, left, from, right, rightAt, sum, to, sumStride);
                four(depth, left, from + 4, right, rightAt, sum, to + 4 * sumStride, sumStride);
            }
        }
    }

    @Override
    public double squaredDistance(double[] x, int xAt, double[] y, int length) {
        int whole = length - length % CHAINS;
        if (CHAINS == 2 * DOUBLE_LANES) {
            two(x, xAt, y, whole);
        } else if (CHAINS == 4 * DOUBLE_LANES) {
            four(x, xAt, y, whole);
        } else {
            Arrays.fill(chains, 0);
            whole = 0;
        }
        return PlainKernels.addedUp(chains, x, xAt, y, whole, length);
    }

    private void two(double[] x, int xAt, double[] y, int length) {
        DoubleVector a = DoubleVector.zero(DOUBLES);
        DoubleVector b = a;
        for (int i = 0; i < length; i += CHAINS) {
            DoubleVector d = DoubleVector.fromArray(DOUBLES, x, xAt + i).sub(DoubleVector.fromArray(DOUBLES, y, i));
            a = d.fma(d, a);
            DoubleVector e = DoubleVector.fromArray(DOUBLES, x, xAt + i + DOUBLE_LANES)
                    .sub(DoubleVector.fromArray(DOUBLES, y, i + DOUBLE_LANES));
            b = e.fma(e, b);
        }
        a.intoArray(chains, 0);
        b.intoArray(chains, DOUBLE_LANES);
    }

    private void four(double[] x, int xAt, double[] y, int length) {
        DoubleVector a = DoubleVector.zero(DOUBLES);
        DoubleVector b = a;
        DoubleVector c = a;
        DoubleVector d = a;
        for (int i = 0; i < length; i += CHAINS) {
            DoubleVector e = DoubleVector.fromArray(DOUBLES, x, xAt + i).sub(DoubleVector.fromArray(DOUBLES, y, i));
            a = e.fma(e, a);
            DoubleVector f = DoubleVector.fromArray(DOUBLES, x, xAt + i + DOUBLE_LANES)
                    .sub(DoubleVector.fromArray(DOUBLES, y, i + DOUBLE_LANES));
            b = f.fma(f, b);
            DoubleVector g = DoubleVector.fromArray(DOUBLES, x, xAt + i + 2 * DOUBLE_LANES)
                    .sub(DoubleVector.fromArray(DOUBLES, y, i + 2 * DOUBLE_LANES));
            c = g.fma(g, c);
            DoubleVector h = DoubleVector.fromArray(DOUBLES, x, xAt + i + 3 * DOUBLE_LANES)
                    .sub(DoubleVector.fromArray(DOUBLES, y, i + 3 * DOUBLE_LANES));
            d = h.fma(h, d);
        }
        a.intoArray(chains, 0);
        b.intoArray(chains, DOUBLE_LANES);
        c.intoArray(chains, 2 * DOUBLE_LANES);
        d.intoArray(chains, 3 * DOUBLE_LANES);
    }

    private static void eight(
            int depth, float[] left, int leftAt, float[] right, int rightAt, float[] sum, int sumAt, int sumStride) {
        FloatVector a0 = FloatVector.zero(SPECIES);
        FloatVector b0 = a0;
        FloatVector a1 = a0;
        FloatVector b1 = a0;
        FloatVector a2 = a0;
        FloatVector b2 = a0;
        FloatVector a3 = a0;
        FloatVector b3 = a0;
        FloatVector a4 = a0;
        FloatVector b4 = a0;
        FloatVector a5 = a0;
        FloatVector b5 = a0;
        FloatVector a6 = a0;
        FloatVector b6 = a0;
        FloatVector a7 = a0;
        FloatVector b7 = a0;
        for (int p = 0; p < depth; p++) {
            FloatVector a = FloatVector.fromArray(SPECIES, right, rightAt + p * WIDTH);
            FloatVector b = FloatVector.fromArray(SPECIES, right, rightAt + p * WIDTH + LANES);
            FloatVector l0 = FloatVector.broadcast(SPECIES, left[leftAt + p * TILE]);
            a0 = l0.fma(a, a0);
            b0 = l0.fma(b, b0);
            FloatVector l1 = FloatVector.broadcast(SPECIES, left[leftAt + p * TILE + 1]);
            a1 = l1.fma(a, a1);
            b1 = l1.fma(b, b1);
            FloatVector l2 = FloatVector.broadcast(SPECIES, left[leftAt + p * TILE + 2]);
            a2 = l2.fma(a, a2);
            b2 = l2.fma(b, b2);
            FloatVector l3 = FloatVector.broadcast(SPECIES, left[leftAt + p * TILE + 3]);
            a3 = l3.fma(a, a3);
            b3 = l3.fma(b, b3);
            FloatVector l4 = FloatVector.broadcast(SPECIES, left[leftAt + p * TILE + 4]);
            a4 = l4.fma(a, a4);
            b4 = l4.fma(b, b4);
            FloatVector l5 = FloatVector.broadcast(SPECIES, left[leftAt + p * TILE + 5]);
            a5 = l5.fma(a, a5);
            b5 = l5.fma(b, b5);
            FloatVector l6 = FloatVector.broadcast(SPECIES, left[leftAt + p * TILE + 6]);
            a6 = l6.fma(a, a6);
            b6 = l6.fma(b, b6);
            FloatVector l7 = FloatVector.broadcast(SPECIES, left[leftAt + p * TILE + 7]);
            a7 = l7.fma(a, a7);
            b7 = l7.fma(b, b7);
        }
        FloatVector.fromArray(SPECIES, sum, sumAt).add(a0).intoArray(sum, sumAt);
        FloatVector.fromArray(SPECIES, sum, sumAt + LANES).add(b0).intoArray(sum, sumAt + LANES);
        FloatVector.fromArray(SPECIES, sum, sumAt + sumStride).add(a1).intoArray(sum, sumAt + sumStride);
        FloatVector.fromArray(SPECIES, sum, sumAt + sumStride + LANES)
                .add(b1)
                .intoArray(sum, sumAt + sumStride + LANES);
        FloatVector.fromArray(SPECIES, sum, sumAt + 2 * sumStride).add(a2).intoArray(sum, sumAt + 2 * sumStride);
        FloatVector.fromArray(SPECIES, sum, sumAt + 2 * sumStride + LANES)
                .add(b2)
                .intoArray(sum, sumAt + 2 * sumStride + LANES);
        FloatVector.fromArray(SPECIES, sum, sumAt + 3 * sumStride).add(a3).intoArray(sum, sumAt + 3 * sumStride);
        FloatVector.fromArray(SPECIES, sum, sumAt + 3 * sumStride + LANES)
                .add(b3)
                .intoArray(sum, sumAt + 3 * sumStride + LANES);
        FloatVector.fromArray(SPECIES, sum, sumAt + 4 * sumStride).add(a4).intoArray(sum, sumAt + 4 * sumStride);
        FloatVector.fromArray(SPECIES, sum, sumAt + 4 * sumStride + LANES)
                .add(b4)
                .intoArray(sum, sumAt + 4 * sumStride + LANES);
        FloatVector.fromArray(SPECIES, sum, sumAt + 5 * sumStride).add(a5).intoArray(sum, sumAt + 5 * sumStride);
        FloatVector.fromArray(SPECIES, sum, sumAt + 5 * sumStride + LANES)
                .add(b5)
                .intoArray(sum, sumAt + 5 * sumStride + LANES);
        FloatVector.fromArray(SPECIES, sum, sumAt + 6 * sumStride).add(a6).intoArray(sum, sumAt + 6 * sumStride);
        FloatVector.fromArray(SPECIES, sum, sumAt + 6 * sumStride + LANES)
                .add(b6)
                .intoArray(sum, sumAt + 6 * sumStride + LANES);
        FloatVector.fromArray(SPECIES, sum, sumAt + 7 * sumStride).add(a7).intoArray(sum, sumAt + 7 * sumStride);
        FloatVector.fromArray(SPECIES, sum, sumAt + 7 * sumStride + LANES)
                .add(b7)
                .intoArray(sum, sumAt + 7 * sumStride + LANES);
    }

    private static void four(
            int depth, float[] left, int leftAt, float[] right, int rightAt, float[] sum, int sumAt, int sumStride) {
        FloatVector a0 = FloatVector.zero(SPECIES);
        FloatVector b0 = a0;
        FloatVector a1 = a0;
        FloatVector b1 = a0;
        FloatVector a2 = a0;
        FloatVector b2 = a0;
        FloatVector a3 = a0;
        FloatVector b3 = a0;
        for (int p = 0; p < depth; p++) {
            FloatVector a = FloatVector.fromArray(SPECIES, right, rightAt + p * WIDTH);
            FloatVector b = FloatVector.fromArray(SPECIES, right, rightAt + p * WIDTH + LANES);
            FloatVector l0 = FloatVector.broadcast(SPECIES, left[leftAt + p * TILE]);
            a0 = l0.fma(a, a0);
            b0 = l0.fma(b, b0);
            FloatVector l1 = FloatVector.broadcast(SPECIES, left[leftAt + p * TILE + 1]);
            a1 = l1.fma(a, a1);
            b1 = l1.fma(b, b1);
            FloatVector l2 = FloatVector.broadcast(SPECIES, left[leftAt + p * TILE + 2]);
            a2 = l2.fma(a, a2);
            b2 = l2.fma(b, b2);
            FloatVector l3 = FloatVector.broadcast(SPECIES, left[leftAt + p * TILE + 3]);
            a3 = l3.fma(a, a3);
            b3 = l3.fma(b, b3);
        }
        FloatVector.fromArray(SPECIES, sum, sumAt).add(a0).intoArray(sum, sumAt);
        FloatVector.fromArray(SPECIES, sum, sumAt + LANES).add(b0).intoArray(sum, sumAt + LANES);
        FloatVector.fromArray(SPECIES, sum, sumAt + sumStride).add(a1).intoArray(sum, sumAt + sumStride);
        FloatVector.fromArray(SPECIES, sum, sumAt + sumStride + LANES)
                .add(b1)
                .intoArray(sum, sumAt + sumStride + LANES);
        FloatVector.fromArray(SPECIES, sum, sumAt + 2 * sumStride).add(a2).intoArray(sum, sumAt + 2 * sumStride);
        FloatVector.fromArray(SPECIES, sum, sumAt + 2 * sumStride + LANES)
                .add(b2)
                .intoArray(sum, sumAt + 2 * sumStride + LANES);
        FloatVector.fromArray(SPECIES, sum, sumAt + 3 * sumStride).add(a3).intoArray(sum, sumAt + 3 * sumStride);
        FloatVector.fromArray(SPECIES, sum, sumAt + 3 * sumStride + LANES)
                .add(b3)
                .intoArray(sum, sumAt + 3 * sumStride + LANES);
    }
}
