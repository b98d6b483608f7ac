package org.rote.arrays;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Turns numbers into bytes of a file, a block at a time, in the byte order of the buffer. Nothing is rounded silently
 * other than double to float: what an integer type cannot hold is refused. Not for several threads at once.
 */
final class Encoder {
    private static final String OTHER_TYPE = "write the array as f8";

    private final Path path;
    private final ElementType type;
    private final byte[] bytes;
    private final short[] shorts;
    private final int[] ints;
    private final long[] longs;
    private final float[] floats;

    /** @param most how many numbers one call encodes at most */
    Encoder(Path path, ElementType type, int most) {
        this.path = path;
        this.type = type;
        boolean whole = type.isWhole();
        bytes = new byte[whole && type.bytes() == 1 ? most : 0];
        shorts = new short[whole && type.bytes() == 2 ? most : 0];
        ints = new int[whole && type.bytes() == 4 ? most : 0];
        longs = new long[whole && type.bytes() == 8 ? most : 0];
        floats = new float[type == ElementType.FLOAT32 || type == ElementType.COMPLEX64 ? most : 0];
    }

    /** Refuses values that the type cannot hold; {@link #encode} does not look again. */
    void check(double[] values, int offset, int count) throws ArrayFileException {
        if (type.isWhole()) {
            double smallest = type.smallest();
            double largest = type.largest();
            for (int i = offset; i < offset + count; i++) {
                boolean fits = values[i] >= smallest && values[i] <= largest && values[i] == (long) values[i];
                if (!fits) {
                    String range = "[" + type.smallest() + ", " + type.largest() + "]";
                    throw refused(values[i], i, "no whole number in " + range + ", all that " + type.code() + " holds");
                }
            }
        } else if (floats.length > 0) {
            for (int i = offset; i < offset + count; i++) {
                if (Float.isInfinite((float) values[i]) && Double.isFinite(values[i])) {
                    throw refused(values[i], i, "beyond the range of " + type.code());
                }
            }
        }
    }

    private ArrayFileException refused(double value, int index, String why) {
        return new ArrayFileException(
                path, "cannot write values[" + index + "]=" + value + ": it is " + why, OTHER_TYPE);
    }

    /** Appends checked values to a buffer that has room for them. */
    void encode(double[] values, int offset, int count, ByteBuffer into) {
        switch (type) {
            case FLOAT64, COMPLEX128 -> into.asDoubleBuffer().put(values, offset, count);
            case FLOAT32, COMPLEX64 -> {
                for (int i = 0; i < count; i++) {
                    floats[i] = (float) values[offset + i];
                }
                into.asFloatBuffer().put(floats, 0, count);
            }
            case BOOL, INT8, UINT8 -> {
                for (int i = 0; i < count; i++) {
                    bytes[i] = (byte) values[offset + i];
                }
                into.duplicate().put(bytes, 0, count);
            }
            case INT16, UINT16 -> {
                for (int i = 0; i < count; i++) {
                    shorts[i] = (short) values[offset + i];
                }
                into.asShortBuffer().put(shorts, 0, count);
            }
            case INT32, UINT32 -> {
                for (int i = 0; i < count; i++) {
                    ints[i] = (int) (long) values[offset + i];
                }
                into.asIntBuffer().put(ints, 0, count);
            }
            case INT64, UINT64 -> {
                for (int i = 0; i < count; i++) {
                    longs[i] = (long) values[offset + i];
                }
                into.asLongBuffer().put(longs, 0, count);
            }
        }
        into.position(into.position() + count * (type.bytes() / type.components()));
    }
}
