package org.rote.operators.cuda.waves;

import java.util.ArrayList;
import java.util.List;
import org.rote.operators.cuda.device.Device;

/** Memory of a card that is given back together. */
final class Allocations implements AutoCloseable {

    private final Device device;
    private final List<Long> addresses = new ArrayList<>();

    Allocations(Device device) {
        this.device = device;
    }

    /** Room for bytes, at least 1, which hold anything. */
    long bytes(long count) {
        long address = device.allocate(Math.max(1, count));
        addresses.add(address);
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

    /** Gives them back; does nothing the second time. */
    @Override
    public void close() {
        while (!addresses.isEmpty()) {
            device.release(addresses.remove(addresses.size() - 1));
        }
    }
}
