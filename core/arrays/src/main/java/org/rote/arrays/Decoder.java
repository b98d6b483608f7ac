package org.rote.arrays;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Turns bytes of a file into numbers, a block at a time: one bulk copy in the byte order of the buffer, then one plain
 * loop over arrays, which the compiler vectorizes. Not for several threads at once.
 */
final class Decoder {
    private static final String WIDER = "convert the array with astype('f8') in NumPy and save it again";

    private final Path path;
    private final ElementType type;
    private final byte[] bytes;
    private final short[] shorts;
    private final int[] ints;
    private final long[] longs;
    private final float[] floats;
    private final double[] doubles;

    /** @param most how many numbers one call decodes at most */
    Decoder(Path path, ElementType type, int most) {
        this.path = path;
        this.type = type;
        boolean narrow = type.isWhole() && type.bytes() < 4 || type == ElementType.INT32;
        bytes = new byte[type.bytes() == 1 ? most : 0];
        shorts = new short[type.bytes() == 2 ? most : 0];
        ints = new int[narrow || type == ElementType.UINT32 ? most : 0];
        longs = new long[type.isWhole() && !narrow ? most : 0];
        floats = new float[type == ElementType.FLOAT32 || type == ElementType.COMPLEX64 ? most : 0];
        doubles = new double[type == ElementType.FLOAT64 || type == ElementType.COMPLEX128 ? most : 0];
    }

    /**
     * Decodes as double, exactly.
     *
     * @param from the bytes, from position to limit, in the byte order of the file
     * @param count how many numbers
     * @param first the index of the first one in the file, for messages
     */
    void decode(ByteBuffer from, int count, long first, double[] out, int offset) throws ArrayFileException {
        switch (type) {
            case FLOAT64, COMPLEX128 -> from.asDoubleBuffer().get(out, offset, count);
            case FLOAT32, COMPLEX64 -> {
                from.asFloatBuffer().get(floats, 0, count);
                for (int i = 0; i < count; i++) {
                    out[offset + i] = floats[i];
                }
            }
            case UINT32, INT64, UINT64 -> {
                longs(from, count, first);
                for (int i = 0; i < count; i++) {
                    out[offset + i] = longs[i];
                }
            }
            default -> {
                ints(from, count);
                for (int i = 0; i < count; i++) {
                    out[offset + i] = ints[i];
                }
            }
        }
    }

    /** Decodes as float, rounding to nearest; finite numbers beyond the range of float are refused. */
    void decode(ByteBuffer from, int count, long first, float[] out, int offset) throws ArrayFileException {
        switch (type) {
            case FLOAT64, COMPLEX128 -> {
                from.asDoubleBuffer().get(doubles, 0, count);
                narrow(doubles, 0, count, first, out, offset);
            }
            case FLOAT32, COMPLEX64 -> from.asFloatBuffer().get(out, offset, count);
            case UINT32, INT64, UINT64 -> {
                longs(from, count, first);
                for (int i = 0; i < count; i++) {
                    out[offset + i] = longs[i];
                }
            }
            default -> {
                ints(from, count);
                for (int i = 0; i < count; i++) {
                    out[offset + i] = ints[i];
                }
            }
        }
    }

    /** Rounds doubles to floats, refusing finite ones that would become infinite. */
    void narrow(double[] values, int start, int count, long first, float[] out, int offset) throws ArrayFileException {
        for (int i = 0; i < count; i++) {
            out[offset + i] = (float) values[start + i];
        }
        for (int i = 0; i < count; i++) {
            if (Float.isInfinite(out[offset + i]) && Double.isFinite(values[start + i])) {
                String problem = "the value " + values[start + i] + " at number " + (first + i)
                        + " is beyond the range of float";
                throw new ArrayFileException(path, problem, "scale the values, or read them as double");
            }
        }
    }

    private void ints(ByteBuffer from, int count) {
        if (type.bytes() == 4) {
            from.asIntBuffer().get(ints, 0, count);
        } else if (type.bytes() == 2) {
            from.asShortBuffer().get(shorts, 0, count);
            int mask = type == ElementType.UINT16 ? 0xffff : -1;
            for (int i = 0; i < count; i++) {
                ints[i] = shorts[i] & mask;
            }
        } else {
            from.get(bytes, 0, count);
            int mask = type == ElementType.INT8 ? -1 : 0xff;
            for (int i = 0; i < count; i++) {
                ints[i] = bytes[i] & mask;
            }
        }
        if (type == ElementType.BOOL) {
            for (int i = 0; i < count; i++) {
                ints[i] = Math.min(ints[i], 1);
            }
        }
    }

    private void longs(ByteBuffer from, int count, long first) throws ArrayFileException {
        if (type == ElementType.UINT32) {
            from.asIntBuffer().get(ints, 0, count);
            for (int i = 0; i < count; i++) {
                longs[i] = ints[i] & 0xffff_ffffL;
            }
            return;
        }
        from.asLongBuffer().get(longs, 0, count);
        for (int i = 0; i < count; i++) {
            if (longs[i] < type.smallest() || longs[i] > type.largest()) {
                boolean unsigned = type == ElementType.UINT64;
                String value = unsigned ? Long.toUnsignedString(longs[i]) : Long.toString(longs[i]);
                String problem = "the value " + value + " at number " + (first + i)
                        + " is beyond 2^53, where double no longer holds every whole number";
                throw new ArrayFileException(path, problem, WIDER);
            }
        }
    }
}
