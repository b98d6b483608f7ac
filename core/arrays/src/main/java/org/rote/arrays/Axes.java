package org.rote.arrays;

import java.util.Arrays;

/**
 * Brings the axes of an array in memory into another order, as {@code numpy.transpose} does: axis {@code k} of the result
 * is axis {@code permutation[k]} of the input. An array stored as [z][x] becomes [x][z] with the permutation {1, 0}; a
 * training set stored as [n][z][x] with {0, 2, 1}.
 *
 * <p>Cost: one pass, blocked so that both sides stay in the cache; no memory besides the output.
 */
public final class Axes {
    /** A block of 32 × 32 doubles in and out is 16 KiB: half of a first-level cache. */
    private static final int BLOCK = 32;

    private Axes() {}

    /**
     * Reorders the axes of an array of doubles.
     *
     * @param values the input in C order, not modified
     * @param shape the shape of the input
     * @param permutation for each axis of the output, the axis of the input
     * @param out the output in C order, overwritten; another array than {@code values}
     * @throws IllegalArgumentException if the lengths do not fit the shape, or the permutation is none of its axes
     */
    public static void transpose(double[] values, Shape shape, int[] permutation, double[] out) {
        check(values.length, shape, permutation, out.length, values == out);
        forEachPlane(shape, permutation, plane -> plane.copy(values, out));
    }

    /**
     * Reorders the axes of an array of floats.
     *
     * @param values the input in C order, not modified
     * @param shape the shape of the input
     * @param permutation for each axis of the output, the axis of the input
     * @param out the output in C order, overwritten; another array than {@code values}
     * @throws IllegalArgumentException if the lengths do not fit the shape, or the permutation is none of its axes
     */
    public static void transpose(float[] values, Shape shape, int[] permutation, float[] out) {
        check(values.length, shape, permutation, out.length, values == out);
        forEachPlane(shape, permutation, plane -> plane.copy(values, out));
    }

    private static void check(int length, Shape shape, int[] permutation, int outLength, boolean same) {
        if (length != shape.elements() || outLength != shape.elements()) {
            throw new IllegalArgumentException("values.length=" + length + " and out.length=" + outLength
                    + " must both be " + shape.elements() + ", the elements of shape " + shape);
        }
        if (same) {
            throw new IllegalArgumentException("values and out are the same array");
        }
        int[] sorted = permutation.clone();
        Arrays.sort(sorted);
        for (int axis = 0; axis < Math.max(sorted.length, shape.rank()); axis++) {
            if (sorted.length != shape.rank() || sorted[axis] != axis) {
                throw new IllegalArgumentException("permutation=" + Arrays.toString(permutation)
                        + " must name each of the " + shape.rank() + " axes of shape " + shape + " once");
            }
        }
    }

    /** What remains of a permutation when all axes but two are fixed. */
    private interface PlaneVisitor {
        void visit(Plane plane);
    }

    private static void forEachPlane(Shape shape, int[] permutation, PlaneVisitor visitor) {
        if (shape.rank() == 0) {
            new Walk(Shape.of(1), new int[] {0}, visitor).run(0, 0, 0);
        } else {
            new Walk(shape, permutation, visitor).run(0, 0, 0);
        }
    }

    /**
     * Runs through all axes of the output but two: its fastest ({@code inner}), and the one that is fastest in the input
     * ({@code cross}). The plane of these two is copied in blocks, so that reads and writes both run through neighbours. Where
     * they are one axis, the plane is a line.
     */
    private static final class Walk {
        private final PlaneVisitor visitor;
        private final int[] lengths;
        private final int[] inStrides;
        private final int[] outStrides;
        private final int inner;
        private int cross;

        Walk(Shape shape, int[] permutation, PlaneVisitor visitor) {
            this.visitor = visitor;
            int rank = shape.rank();
            lengths = new int[rank];
            inStrides = new int[rank];
            outStrides = new int[rank];
            inner = rank - 1;
            int[] strides = new int[rank];
            for (int axis = rank - 1, stride = 1; axis >= 0; axis--) {
                strides[axis] = stride;
                stride *= (int) shape.length(axis);
            }
            for (int axis = rank - 1, stride = 1; axis >= 0; axis--) {
                lengths[axis] = (int) shape.length(permutation[axis]);
                inStrides[axis] = strides[permutation[axis]];
                outStrides[axis] = stride;
                stride *= lengths[axis];
                cross = permutation[axis] == rank - 1 ? axis : cross;
            }
        }

        void run(int axis, int in, int out) {
            if (axis == lengths.length) {
                boolean line = cross == inner;
                int crossLength = line ? 1 : lengths[cross];
                visitor.visit(new Plane(in, out, lengths[inner], inStrides[inner], crossLength, outStrides[cross]));
            } else if (axis == inner || axis == cross) {
                run(axis + 1, in, out);
            } else {
                for (int i = 0; i < lengths[axis]; i++) {
                    run(axis + 1, in + i * inStrides[axis], out + i * outStrides[axis]);
                }
            }
        }
    }

    /**
     * Two axes: {@code inner} has stride 1 in the output, {@code cross} has stride 1 in the input.
     *
     * @param in where the plane starts in the input
     * @param out where the plane starts in the output
     */
    private record Plane(int in, int out, int innerLength, int innerStride, int crossLength, int crossStride) {
        void copy(double[] from, double[] to) {
            if (crossLength == 1 && innerStride == 1) {
                System.arraycopy(from, in, to, out, innerLength);
                return;
            }
            for (int crossStart = 0; crossStart < crossLength; crossStart += BLOCK) {
                int crossEnd = Math.min(crossStart + BLOCK, crossLength);
                for (int innerStart = 0; innerStart < innerLength; innerStart += BLOCK) {
                    int innerEnd = Math.min(innerStart + BLOCK, innerLength);
                    for (int c = crossStart; c < crossEnd; c++) {
                        for (int i = innerStart; i < innerEnd; i++) {
                            to[out + c * crossStride + i] = from[in + c + i * innerStride];
                        }
                    }
                }
            }
        }

        void copy(float[] from, float[] to) {
            if (crossLength == 1 && innerStride == 1) {
                System.arraycopy(from, in, to, out, innerLength);
                return;
            }
            for (int crossStart = 0; crossStart < crossLength; crossStart += BLOCK) {
                int crossEnd = Math.min(crossStart + BLOCK, crossLength);
                for (int innerStart = 0; innerStart < innerLength; innerStart += BLOCK) {
                    int innerEnd = Math.min(innerStart + BLOCK, innerLength);
                    for (int c = crossStart; c < crossEnd; c++) {
                        for (int i = innerStart; i < innerEnd; i++) {
                            to[out + c * crossStride + i] = from[in + c + i * innerStride];
                        }
                    }
                }
            }
        }
    }
}
