package org.rote.operators.cuda.waves;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.rote.operators.cuda.device.Closing;
import org.rote.operators.cuda.device.Device;

/** Memory of a card that is given back together. */
final class Allocations implements AutoCloseable {

    private final Device device;
    private final Deque<Long> addresses = new ArrayDeque<>();
    private long taken;

    Allocations(Device device) {
        this.device = device;
    }

    /** Room for bytes, at least 1, which hold anything. */
    long bytes(long count) {
        long address = device.allocate(Math.max(1, count));
        addresses.push(address);
        taken += count;
        return address;
    }

    /** Room for numbers, which hold anything. */
    long numbers(long count) {
        return bytes(Float.BYTES * count);
    }

    /** Numbers that are written now. */
    long of(float[] values) {
        long address = numbers(values.length);
        device.upload(values, address);
        return address;
    }

    /** Whole numbers that are written now. */
    long of(int[] values) {
        long address = bytes((long) Integer.BYTES * values.length);
        device.upload(values, address);
        return address;
    }

    /** Bytes that were asked for and not given back. */
    long taken() {
        return taken;
    }

    /** Gives them back, each even where the card refuses another; does nothing the second time. */
    @Override
    public void close() {
        List<Runnable> releases = new ArrayList<>();
        addresses.forEach(address -> releases.add(() -> device.release(address)));
        addresses.clear();
        taken = 0;
        Closing.all(releases);
    }
}
