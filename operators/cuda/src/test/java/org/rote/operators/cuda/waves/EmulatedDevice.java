package org.rote.operators.cuda.waves;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.rote.operators.cuda.device.Arguments;
import org.rote.operators.cuda.device.CardException;
import org.rote.operators.cuda.device.Device;
import org.rote.operators.cuda.device.DeviceMemoryException;

/** The kernels of {@code waves.cu} compiled for the processor, one thread after another. Fails where a card would be wrong in silence: memory written beside its ends or never given back, access to memory that is not there, two threads at once. */
public final class EmulatedDevice implements Device {

    /** As cards allow. */
    private static final int MOST_BLOCKS = 65535;

    private static final int MOST_THREADS = 1024;

    private final long memory;
    private final boolean reversed;
    private final Map<Long, Long> allocated = new TreeMap<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private boolean closed;
    private boolean refuses;
    private Extent most = new Extent(Integer.MAX_VALUE, MOST_BLOCKS, MOST_BLOCKS);

    /**
     * A card.
     *
     * @param memory in bytes
     * @param reversed whether the last thread of a launch comes first
     */
    public EmulatedDevice(long memory, boolean reversed) {
        this.memory = memory;
        this.reversed = reversed;
    }

    private static native long allocate0(long bytes);

    private static native boolean release0(long address, long bytes);

    private static native ByteBuffer view(long address, long bytes);

    private static native boolean launch0(
            String kernel, int[] extents, ByteBuffer bytes, int[] offsets, boolean reversed);

    @Override
    public String describe() {
        return "an emulated card";
    }

    @Override
    public Extent mostBlocks() {
        requireOpen();
        return most;
    }

    /** Admits so many blocks from now on. */
    void admit(Extent blocks) {
        most = blocks;
    }

    @Override
    public long free() {
        requireOpen();
        return memory - allocated.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public long allocate(long bytes) {
        if (bytes > free()) {
            throw new DeviceMemoryException("cuMemAlloc", OptionalLong.of(bytes), OptionalLong.of(free()));
        }
        long address = allocate0(bytes);
        allocated.put(address, bytes);
        return address;
    }

    @Override
    public void release(long address) {
        requireOpen();
        Long bytes = allocated.remove(address);
        if (bytes == null) {
            throw new AssertionError("no memory was taken at " + address);
        }
        if (!release0(address, bytes)) {
            throw new AssertionError("something was written beside " + bytes + " bytes of memory");
        }
        if (refuses) {
            refuses = false;
            throw new CardException("this memory is not taken back");
        }
    }

    /** Lets the next release fail. */
    void refuseOnce() {
        refuses = true;
    }

    private ByteBuffer at(long address, long bytes) {
        requireOpen();
        Map.Entry<Long, Long> inside = ((TreeMap<Long, Long>) allocated).floorEntry(address);
        if (inside == null || address + bytes > inside.getKey() + inside.getValue()) {
            throw new AssertionError(bytes + " bytes at " + address + " are not in memory that was taken");
        }
        return view(address, bytes).order(ByteOrder.nativeOrder());
    }

    @Override
    public void clear(long address, long bytes) {
        at(address, bytes).put(new byte[Math.toIntExact(bytes)]);
    }

    @Override
    public void copy(long from, long to, long bytes) {
        at(to, bytes).put(at(from, bytes));
    }

    @Override
    public void upload(float[] values, long address) {
        at(address, (long) Float.BYTES * values.length).asFloatBuffer().put(values);
    }

    @Override
    public void upload(int[] values, long address) {
        at(address, (long) Integer.BYTES * values.length).asIntBuffer().put(values);
    }

    @Override
    public void download(long address, float[] values) {
        at(address, (long) Float.BYTES * values.length).asFloatBuffer().get(values);
    }

    @Override
    public void launch(String kernel, Extent blocks, Extent threads, Arguments arguments) {
        requireOpen();
        if (blocks.isEmpty()) {
            return;
        }
        if (blocks.x() > most.x()
                || blocks.y() > most.y()
                || blocks.z() > most.z()
                || threads.x() * threads.y() * threads.z() > MOST_THREADS) {
            throw new AssertionError("no card launches " + blocks + " of " + threads);
        }
        int[] offsets = new int[arguments.count()];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = arguments.offset(i);
        }
        int[] extents = {blocks.x(), blocks.y(), blocks.z(), threads.x(), threads.y(), threads.z()};
        if (!busy.compareAndSet(false, true)) {
            throw new AssertionError("two threads work with the card at once");
        }
        try {
            if (!launch0(kernel, extents, arguments.bytes(), offsets, reversed)) {
                throw new AssertionError("there is no kernel " + kernel);
            }
        } finally {
            busy.set(false);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new AssertionError("the card is closed");
        }
    }

    /** Whether it was given back. */
    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        if (!closed && !allocated.isEmpty()) {
            throw new AssertionError(allocated.size() + " stretches of memory were not given back");
        }
        closed = true;
    }
}
