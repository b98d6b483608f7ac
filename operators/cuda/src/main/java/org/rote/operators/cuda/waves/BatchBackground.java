package org.rote.operators.cuda.waves;

import org.rote.operators.cuda.device.Closing;
import org.rote.operators.cuda.device.Device;
import org.rote.operators.propagation.memory.Packing;
import org.rote.operators.propagation.memory.Schedule;

/**
 * What a sweep of a batch leaves on the card: second differences of its last steps, the tail, and states from which those before can be computed again. It stays until the linearization is closed, or, where there is no room for that, only while the
 * batch is reversed.
 */
final class BatchBackground implements AutoCloseable {

    private final Schedule schedule;
    private final Packing packing;
    private final boolean stays;
    private final long arrayBytes;
    private final long statesBytes;
    private final Allocations memory;
    private CardKept tail = CardKept.NOTHING;
    private long slots;
    private boolean swept;

    private BatchBackground(
            Device device, Schedule schedule, Packing packing, boolean stays, long arrayBytes, long statesBytes) {
        this.schedule = schedule;
        this.packing = packing;
        this.stays = stays;
        this.arrayBytes = arrayBytes;
        this.statesBytes = statesBytes;
        this.memory = new Allocations(device);
    }

    /** Room for what stays. */
    static BatchBackground staying(
            Device device, Schedule schedule, Packing packing, long arrayBytes, long statesBytes) {
        BatchBackground background = new BatchBackground(device, schedule, packing, true, arrayBytes, statesBytes);
        try {
            background.takeSlots();
            background.takeTail();
        } catch (RuntimeException | Error failure) {
            Closing.after(failure, background::close);
            throw failure;
        }
        return background;
    }

    /** Nothing stays, see {@link #lend}. */
    static BatchBackground passing(
            Device device, Schedule schedule, Packing packing, long arrayBytes, long statesBytes) {
        return new BatchBackground(device, schedule, packing, false, arrayBytes, statesBytes);
    }

    /** Room for states while the batch is reversed; to be closed. */
    BatchBackground lend(Device device) {
        BatchBackground lent = new BatchBackground(device, schedule, packing, false, arrayBytes, statesBytes);
        lent.takeSlots();
        return lent;
    }

    private void takeSlots() {
        if (schedule.slots() > 0) {
            slots = memory.bytes(statesBytes * schedule.slots());
        }
    }

    private void takeTail() {
        int from = schedule.tail();
        int to = schedule.steps();
        if (from < to) {
            tail = new CardKept(
                    from, to, packing, arrayBytes, memory.bytes(arrayBytes * CardKept.arrays(packing, from, to)));
        }
    }

    Schedule schedule() {
        return schedule;
    }

    /** Whether it stays; if not, it is to be lent. */
    boolean stays() {
        return stays;
    }

    /** The first step whose second differences stay. */
    int firstKept() {
        return stays ? schedule.tail() : schedule.steps();
    }

    /** Second differences that stay. */
    CardKept tail() {
        return tail;
    }

    /** Address of the states in a slot. */
    long slot(int number) {
        return slots + statesBytes * number;
    }

    /** Bytes of the largest run of steps that is kept for a while. */
    long roomBytes() {
        int most = 0;
        for (int segment = 0; segment < schedule.segments(); segment++) {
            most = Math.max(most, CardKept.arrays(packing, schedule.start(segment), schedule.start(segment + 1)));
        }
        if (!stays) {
            most = Math.max(most, CardKept.arrays(packing, schedule.tail(), schedule.steps()));
        }
        return arrayBytes * most;
    }

    /** A run of steps in that room. */
    CardKept in(long room, int from, int to) {
        return new CardKept(from, to, packing, arrayBytes, room);
    }

    /** Bytes that it has on the card. */
    long bytes() {
        return memory.taken();
    }

    /** Whether it holds what a reversal begins with. */
    boolean isSwept() {
        return swept;
    }

    /** Says whether it does. */
    void setSwept(boolean swept) {
        this.swept = swept;
    }

    @Override
    public void close() {
        memory.close();
    }
}
