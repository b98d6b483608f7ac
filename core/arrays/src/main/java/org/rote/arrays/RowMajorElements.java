package org.rote.arrays;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A Fortran-order file in C order. A slice of the leading axis is scattered over such a file, so a window of whole
 * slices is gathered at a time and kept; a pass over the array in order costs one read of each part of an uncompressed
 * file, and one decompression a window of a compressed one.
 */
final class RowMajorElements implements Elements {
    /** Numbers gathered at once from the file. */
    private static final int SCRATCH_ELEMENTS = 1 << 15;

    private final Path path;
    private final StoredElements stored;
    private final Shape shape;
    private final int components;
    private final int sliceElements;
    private final long windowSlices;
    private final double[] scratch;
    private double[] window = {};
    private long windowStart;
    private long windowEnd;

    /** @param windowNumbers how many numbers a window holds, unless a single slice is larger */
    RowMajorElements(Path path, NpyHeader header, StoredElements stored, long windowNumbers) throws ArrayFileException {
        this.path = path;
        this.stored = stored;
        this.shape = header.shape();
        this.components = header.type().components();
        this.sliceElements = checkedSlice(path, header);
        this.windowSlices = Math.max(1, Math.min(shape.slices(), windowNumbers / ((long) sliceElements * components)));
        this.scratch = new double[(int) Math.min(SCRATCH_ELEMENTS, shape.elements()) * components];
    }

    private static int checkedSlice(Path path, NpyHeader header) throws ArrayFileException {
        long numbers = header.shape().sliceElements() * header.type().components();
        if (numbers > Heap.LARGEST_ARRAY) {
            throw new ArrayFileException(
                    path,
                    "Fortran order, and a slice of the leading axis has " + numbers + " numbers; up to "
                            + Heap.LARGEST_ARRAY + " can be brought to C order",
                    "save it again with numpy.save(name, numpy.ascontiguousarray(array))");
        }
        return (int) header.shape().sliceElements();
    }

    @Override
    public void read(long first, int count, double[] out, int offset) throws IOException {
        int done = 0;
        while (done < count) {
            long slice = (first + done) / sliceElements;
            int into = (int) ((first + done) % sliceElements);
            int whole = (count - done) / sliceElements;
            if (into == 0 && whole >= windowSlices) {
                gather(slice, whole, out, offset + done * components);
                done += whole * sliceElements;
            } else {
                int from = moveTo(slice) + into * components;
                int part = (int) Math.min(count - done, (windowEnd - slice) * sliceElements - into);
                System.arraycopy(window, from, out, offset + done * components, part * components);
                done += part;
            }
        }
    }

    @Override
    public void read(long first, int count, float[] out, int offset) throws IOException {
        int done = 0;
        while (done < count) {
            long slice = (first + done) / sliceElements;
            int into = (int) ((first + done) % sliceElements);
            int from = moveTo(slice) + into * components;
            int part = (int) Math.min(count - done, (windowEnd - slice) * sliceElements - into);
            long number = (first + done) * components;
            stored.decoder().narrow(window, from, part * components, number, out, offset + done * components);
            done += part;
        }
    }

    /** Sees that a slice is in the window; returns where it starts there. */
    private int moveTo(long slice) throws IOException {
        if (slice < windowStart || slice >= windowEnd) {
            long start = slice - slice % windowSlices;
            int slices = (int) Math.min(windowSlices, shape.slices() - start);
            if (window.length == 0) {
                window = Heap.doubles(path, shape, windowSlices * sliceElements * components);
            }
            windowEnd = windowStart;
            gather(start, slices, window, 0);
            windowStart = start;
            windowEnd = start + slices;
        }
        return (int) (slice - windowStart) * sliceElements * components;
    }

    /**
     * Gathers whole slices. In the file, a row holds the elements of all slices at one place of the slice; the rows follow
     * one another in Fortran order of the places.
     */
    private void gather(long firstSlice, int slices, double[] out, int offset) throws IOException {
        long rowLength = shape.slices();
        int rowsAtOnce = slices == rowLength ? Math.max(1, SCRATCH_ELEMENTS / slices) : 1;
        int columnsAtOnce = Math.min(slices, SCRATCH_ELEMENTS);
        int[] targets = new int[rowsAtOnce];
        Odometer places = new Odometer(shape.slice());
        for (int row = 0; row < sliceElements; row += rowsAtOnce) {
            int rows = Math.min(rowsAtOnce, sliceElements - row);
            for (int r = 0; r < rows; r++) {
                targets[r] = offset + places.next() * components;
            }
            for (int column = 0; column < slices; column += columnsAtOnce) {
                int columns = Math.min(columnsAtOnce, slices - column);
                stored.read(row * rowLength + firstSlice + column, rows * columns, scratch, 0);
                scatter(rows, columns, targets, column, out);
            }
        }
    }

    private void scatter(int rows, int columns, int[] targets, int firstColumn, double[] out) {
        int sliceNumbers = sliceElements * components;
        for (int column = 0; column < columns; column++) {
            int slice = (firstColumn + column) * sliceNumbers;
            for (int row = 0; row < rows; row++) {
                int from = (row * columns + column) * components;
                for (int part = 0; part < components; part++) {
                    out[targets[row] + slice + part] = scratch[from + part];
                }
            }
        }
    }

    /** Runs through the places of a slice with the first axis fastest and tells the index of each in C order. */
    private static final class Odometer {
        private final int[] lengths;
        private final int[] strides;
        private final int[] at;
        private int index;

        Odometer(Shape shape) {
            lengths = new int[shape.rank()];
            strides = new int[shape.rank()];
            at = new int[shape.rank()];
            int stride = 1;
            for (int axis = shape.rank() - 1; axis >= 0; axis--) {
                lengths[axis] = (int) shape.length(axis);
                strides[axis] = stride;
                stride *= lengths[axis];
            }
        }

        int next() {
            int result = index;
            for (int axis = 0; axis < at.length; axis++) {
                index += strides[axis];
                if (++at[axis] < lengths[axis]) {
                    break;
                }
                index -= at[axis] * strides[axis];
                at[axis] = 0;
            }
            return result;
        }
    }
}
