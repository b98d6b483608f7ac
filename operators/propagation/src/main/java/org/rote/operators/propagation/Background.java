package org.rote.operators.propagation;

import java.util.ArrayList;
import java.util.List;
import org.rote.operators.propagation.memory.Packing;
import org.rote.operators.propagation.memory.Schedule;

/** What stays of the forward run of a shot: second differences of its last steps, and states from which those before can be computed again. */
final class Background implements AutoCloseable {

    private final Workshop workshop;
    private final Schedule schedule;
    private final Packing packing;
    private final Kept tail;
    private final List<Fields> slots = new ArrayList<>();
    private boolean swept;

    /**
     * Room.
     *
     * @param workshop lends it
     * @param schedule says what stays
     * @param packing of the steps
     */
    Background(Workshop workshop, Schedule schedule, Packing packing) {
        this.workshop = workshop;
        this.schedule = schedule;
        this.packing = packing;
        this.tail = Kept.room(schedule.tail(), schedule.steps(), packing, workshop.buffers());
        for (int slot = 0; slot < schedule.slots(); slot++) {
            slots.add(workshop.takeState());
        }
    }

    Schedule schedule() {
        return schedule;
    }

    /** Second differences of the steps after the last segment. */
    Kept tail() {
        return tail;
    }

    Fields slot(int number) {
        return slots.get(number);
    }

    /** Room for the second differences of a segment. */
    Kept room(int from, int to) {
        return Kept.room(from, to, packing, workshop.buffers());
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
        tail.close();
        slots.forEach(workshop::give);
        slots.clear();
    }
}
