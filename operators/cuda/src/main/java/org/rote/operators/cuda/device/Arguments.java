package org.rote.operators.cuda.device;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Arguments of a kernel, one after another, to be filled again for each launch. */
public final class Arguments {

    private static final int MOST = 16;
    private static final int ALIGNMENT = 8;

    private final ByteBuffer bytes;
    private final int[] offsets = new int[MOST];
    private final int afterFirst;
    private int count;

    /**
     * With a first argument that stays.
     *
     * @param first a structure, as it lies in memory
     */
    public Arguments(byte[] first) {
        this.bytes = ByteBuffer.allocateDirect(first.length + MOST * ALIGNMENT).order(ByteOrder.nativeOrder());
        bytes.put(first);
        this.afterFirst = (first.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        reset();
    }

    /** Forgets all but the first. */
    public Arguments reset() {
        count = 1;
        bytes.position(afterFirst);
        return this;
    }

    /** One more, an {@code int}. */
    public Arguments whole(int value) {
        bytes.putInt(next(), value);
        return this;
    }

    /** One more, a pointer; 0 for none. */
    public Arguments address(long value) {
        bytes.putLong(next(), value);
        return this;
    }

    private int next() {
        int at = bytes.position();
        offsets[count++] = at;
        bytes.position(at + ALIGNMENT);
        return at;
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** Where an argument lies in {@link #bytes}. */
    public int offset(int argument) {
        return offsets[argument];
    }

    /** All of them. */
    public ByteBuffer bytes() {
        return bytes;
    }
}
