package org.rote.arrays;

import java.nio.file.Path;

/** Large arrays in memory: refused with numbers, before they are allocated, where they do not fit. */
final class Heap {
    /** Java virtual machines refuse the last few lengths below 2³¹. */
    static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private Heap() {}

    /** Room for that many doubles of an array of the given shape. */
    static double[] doubles(Path path, Shape shape, long count) throws ArrayFileException {
        long bytes = checkedBytes(path, shape, count, Double.BYTES);
        try {
            return new double[(int) count];
        } catch (OutOfMemoryError e) {
            throw tooLarge(path, shape, bytes, free());
        }
    }

    /** Room for that many floats of an array of the given shape. */
    static float[] floats(Path path, Shape shape, long count) throws ArrayFileException {
        long bytes = checkedBytes(path, shape, count, Float.BYTES);
        try {
            return new float[(int) count];
        } catch (OutOfMemoryError e) {
            throw tooLarge(path, shape, bytes, free());
        }
    }

    private static long checkedBytes(Path path, Shape shape, long count, int each) throws ArrayFileException {
        if (count > LARGEST_ARRAY) {
            String problem =
                    "shape " + shape + " has " + count + " numbers; an array in memory holds up to " + LARGEST_ARRAY;
            throw new ArrayFileException(path, problem, "take fewer of its " + shape.slices() + " slices");
        }
        long bytes = count * each;
        if (bytes > free()) {
            // What looks taken may be garbage: collect before refusing, which happens at most once a file.
            System.gc();
            if (bytes > free()) {
                throw tooLarge(path, shape, bytes, free());
            }
        }
        return bytes;
    }

    private static long free() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    }

    private static ArrayFileException tooLarge(Path path, Shape shape, long bytes, long free) {
        return new ArrayFileException(
                path,
                "shape " + shape + " needs " + bytes + " bytes of memory, and " + free + " are free",
                "give Java more memory (-Xmx), or take fewer of its " + shape.slices() + " slices");
    }
}
