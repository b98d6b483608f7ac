package org.rote.arrays;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Objects;

/**
 * An open NumPy array file, plain or compressed with gzip (told by its content), of which any part can be read.
 *
 * <p>Elements are numbered in C order, last axis fastest, whatever the order of the file. Parts are read into arrays of
 * the caller, as {@code double} (exact; whole numbers beyond 2⁵³ are refused) or as {@code float} (rounded to nearest;
 * finite numbers beyond its range are refused), each without room for the other. A complex element is two numbers, real
 * part first: element {@code i} of a part stands at {@code offset + 2 * i}.
 *
 * <p><b>Checks.</b> On opening: the header, and for a plain file that its length is what the header says. The length of a
 * compressed file is known only at its end, so there a file that is too short is found when the missing part is read, and
 * one that is too long or damaged when the last element is.
 *
 * <p><b>Cost.</b> Memory: one buffer of 256 KiB. A plain file in C order of any length: any part at the cost of reading
 * it. A compressed file: forward, one decompression for the whole; a step backward starts it again. Fortran order: whole
 * slices are gathered in windows of up to 128 MiB, or an eighth of the heap if that is less; in order this costs one pass
 * over a plain file, and one decompression a window of a compressed one; jumping about can cost a window a slice. Such a file is best saved
 * again with {@code numpy.ascontiguousarray}.
 *
 * <p><b>Threads.</b> One at a time; open a reader for each thread. Interrupting a thread that reads closes its reader.
 */
public final class NpyReader implements AutoCloseable {
    private static final long WINDOW_BYTES = 1L << 27;

    private final Path path;
    private final NpyHeader header;
    private final ByteSource source;
    private final Elements elements;

    private NpyReader(Path path, NpyHeader header, ByteSource source, Elements elements) {
        this.path = path;
        this.header = header;
        this.source = source;
        this.elements = elements;
    }

    /**
     * Opens a file and checks what can be checked at once.
     *
     * @throws ArrayFileException if it cannot be read, is no array file, holds another type than {@link ElementType}
     *     lists, or its header does not fit its length
     */
    public static NpyReader open(Path path) throws ArrayFileException {
        return open(path, Math.min(WINDOW_BYTES, Runtime.getRuntime().maxMemory() / 8));
    }

    static NpyReader open(Path path, long windowBytes) throws ArrayFileException {
        try {
            ByteSource source = ByteSource.open(path);
            try {
                NpyHeader header = HeaderFormat.read(path, source);
                StoredElements stored = new StoredElements(path, header, source);
                Elements elements = header.isRowMajor()
                        ? stored
                        : new RowMajorElements(path, header, stored, windowBytes / Double.BYTES);
                return new NpyReader(path, header, source, elements);
            } catch (IOException e) {
                source.close();
                throw e;
            }
        } catch (IOException e) {
            throw ArrayFileException.reading(path, e);
        }
    }

    /**
     * Opens a file of nothing but numbers: equal slices one after the other, in C order. How many there are follows from its length.
     *
     * @param path the file; uncompressed
     * @param type the element type
     * @param order the byte order of the elements
     * @param slice the shape of a slice, of at least one element
     * @return the reader; its header says what a NumPy file of the same numbers would
     * @throws ArrayFileException if it cannot be read, or its length is no number of slices
     */
    public static NpyReader openRaw(Path path, ElementType type, ByteOrder order, Shape slice)
            throws ArrayFileException {
        try {
            ByteSource source = ByteSource.openPlain(path, "name the file of numbers in it");
            try {
                long length = source.size().orElseThrow();
                Shape shape = slice.stacked(slices(path, length, type, slice));
                NpyHeader header = new NpyHeader(type, order, false, shape, NpyHeader.RAW, 0);
                return new NpyReader(path, header, source, new StoredElements(path, header, source));
            } catch (IOException e) {
                source.close();
                throw e;
            }
        } catch (IOException e) {
            throw ArrayFileException.reading(path, e);
        }
    }

    private static long slices(Path path, long length, ElementType type, Shape slice) throws ArrayFileException {
        long bytes = slice.elements() * type.bytes();
        if (length == 0 || length % bytes != 0) {
            throw new ArrayFileException(
                    path,
                    "has " + length + " bytes, which is no number of arrays of shape " + slice + " of " + type.code()
                            + " (" + bytes + " bytes each): " + length / bytes + " and " + length % bytes
                            + " bytes more",
                    "correct the type of the numbers or the shape, or copy the file again; a compressed one must be unpacked");
        }
        return length / bytes;
    }

    /** What the header says. */
    public NpyHeader header() {
        return header;
    }

    /**
     * Whether parts can be read in any order at no more than the cost of reading them. A compressed file, and one in Fortran order, is better read
     * forward once.
     */
    public boolean isRandomAccess() {
        return header.isRowMajor() && source instanceof PlainBytes;
    }

    /**
     * Reads a range of elements.
     *
     * @param firstElement the index of the first one in C order
     * @param count how many elements
     * @param out where the numbers go: {@code count}, or twice as many for complex types
     * @param offset the index in {@code out} of the first number
     * @throws IndexOutOfBoundsException if the array or {@code out} does not have that range
     * @throws ArrayFileException if the file ends early, is damaged, or holds a whole number beyond 2⁵³
     */
    public void read(long firstElement, int count, double[] out, int offset) throws ArrayFileException {
        checkRange(firstElement, count, out.length, offset);
        try {
            elements.read(firstElement, count, out, offset);
        } catch (IOException e) {
            throw ArrayFileException.reading(path, e);
        }
    }

    /**
     * Reads a range of elements, rounded to float.
     *
     * @param firstElement the index of the first one in C order
     * @param count how many elements
     * @param out where the numbers go: {@code count}, or twice as many for complex types
     * @param offset the index in {@code out} of the first number
     * @throws IndexOutOfBoundsException if the array or {@code out} does not have that range
     * @throws ArrayFileException if the file ends early, is damaged, or holds a finite number beyond the range of float
     */
    public void read(long firstElement, int count, float[] out, int offset) throws ArrayFileException {
        checkRange(firstElement, count, out.length, offset);
        try {
            elements.read(firstElement, count, out, offset);
        } catch (IOException e) {
            throw ArrayFileException.reading(path, e);
        }
    }

    private void checkRange(long first, int count, int outLength, int offset) {
        Objects.checkFromIndexSize(first, count, header.shape().elements());
        Objects.checkFromIndexSize((long) offset, (long) count * header.type().components(), outLength);
    }

    /**
     * Reads what one index of the leading axis selects.
     *
     * @param index from 0 to {@code header().shape().slices() - 1}
     * @param out where the numbers go, from index 0
     * @throws IndexOutOfBoundsException if there is no such slice, or {@code out} is too short
     * @throws ArrayFileException as for {@link #read(long, int, double[], int)}
     */
    public void readSlice(long index, double[] out) throws ArrayFileException {
        read(sliceStart(index), sliceCount(), out, 0);
    }

    /**
     * Reads what one index of the leading axis selects, rounded to float.
     *
     * @param index from 0 to {@code header().shape().slices() - 1}
     * @param out where the numbers go, from index 0
     * @throws IndexOutOfBoundsException if there is no such slice, or {@code out} is too short
     * @throws ArrayFileException as for {@link #read(long, int, float[], int)}
     */
    public void readSlice(long index, float[] out) throws ArrayFileException {
        read(sliceStart(index), sliceCount(), out, 0);
    }

    private long sliceStart(long index) {
        return Objects.checkIndex(index, header.shape().slices())
                * header.shape().sliceElements();
    }

    /** A slice too long for an array is refused with the length of {@code out}. */
    private int sliceCount() {
        return (int) Math.min(Integer.MAX_VALUE, header.shape().sliceElements());
    }

    /**
     * Reads the whole array.
     *
     * @return its numbers in C order
     * @throws ArrayFileException if it does not fit into memory, and as for {@link #read(long, int, double[], int)}
     */
    public double[] readAll() throws ArrayFileException {
        double[] out = Heap.doubles(
                path, header.shape(), header.shape().elements() * header.type().components());
        read(0, (int) header.shape().elements(), out, 0);
        return out;
    }

    /**
     * Reads the whole array, rounded to float.
     *
     * @return its numbers in C order
     * @throws ArrayFileException if it does not fit into memory, and as for {@link #read(long, int, float[], int)}
     */
    public float[] readAllFloats() throws ArrayFileException {
        float[] out = Heap.floats(
                path, header.shape(), header.shape().elements() * header.type().components());
        read(0, (int) header.shape().elements(), out, 0);
        return out;
    }

    @Override
    public void close() throws ArrayFileException {
        try {
            source.close();
        } catch (IOException e) {
            throw ArrayFileException.reading(path, e);
        }
    }
}
