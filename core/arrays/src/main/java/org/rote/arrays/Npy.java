package org.rote.arrays;

import java.nio.file.Path;

/**
 * Whole arrays in one call.
 *
 * <p>For arrays larger than memory see {@link NpyReader} and {@link NpyWriter}.
 */
public final class Npy {
    private Npy() {}

    /**
     * Reads an array file, plain or gzip-compressed, into memory.
     *
     * @throws ArrayFileException if it cannot be read, or does not fit into memory
     */
    public static NpyArray read(Path path) throws ArrayFileException {
        try (NpyReader reader = NpyReader.open(path)) {
            return new NpyArray(
                    reader.header().shape(), reader.readAll(), reader.header().type());
        }
    }

    /**
     * Writes an array of doubles (f8).
     *
     * @param path the file; it appears under this name only when it is whole, replacing an older one
     * @param values the numbers in C order
     * @throws IllegalArgumentException if there are more or fewer values than the shape has elements
     * @throws ArrayFileException if the file cannot be written
     */
    public static void write(Path path, Shape shape, double[] values) throws ArrayFileException {
        write(path, new NpyArray(shape, values, ElementType.FLOAT64));
    }

    /**
     * Writes an array with the element type that it names.
     *
     * @param path the file; it appears under this name only when it is whole, replacing an older one
     * @throws ArrayFileException if the file cannot be written, or the type cannot hold a value
     */
    public static void write(Path path, NpyArray array) throws ArrayFileException {
        byte[] header = HeaderFormat.bytes(array.type(), array.shape());
        try (PartFile file = PartFile.create(path, array.type(), header)) {
            try {
                file.append(array.values(), 0, array.values().length);
                file.force(header);
                file.publish();
            } catch (ArrayFileException e) {
                file.discard();
                throw e;
            }
        }
    }
}
