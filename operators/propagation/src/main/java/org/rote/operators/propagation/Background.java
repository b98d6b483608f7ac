package org.rote.operators.propagation;

import java.util.ArrayList;
import java.util.List;
import org.rote.operators.propagation.memory.Packing;
import org.rote.operators.propagation.memory.Schedule;

/**
 * What a sweep of a shot leaves: second differences of its last steps, the tail, and states from which those before can be computed again. It stays until the linearization is closed, or, where there is no room for that, only while the shot is
 * reversed.
 */
final class Background implements AutoCloseable {

    private final Workshop workshop;
    private final Schedule schedule;
    private final Packing packing;
    private final boolean stays;
    private final Kept tail;
    private final List<Fields> slots = new ArrayList<>();
    /** Written before others can see this, and after that only where not all is kept, by the one call that goes through the shot. */
    private boolean swept;

    private Background(Workshop workshop, Schedule schedule, Packing packing, boolean stays, int states) {
        this.workshop = workshop;
        this.schedule = schedule;
        this.packing = packing;
        this.stays = stays;
        this.tail = stays ? Kept.room(schedule.tail(), schedule.steps(), packing, workshop.buffers()) : Kept.NOTHING;
        boolean complete = false;
        try {
            for (int slot = 0; slot < states; slot++) {
                slots.add(workshop.takeState());
            }
            complete = true;
        } finally {
            if (!complete) {
                close();
            }
        }
    }

    /**
     * Room for what stays.
     *
     * @param workshop lends it
     * @param schedule says what it is
     * @param packing of the steps
     */
    static Background staying(Workshop workshop, Schedule schedule, Packing packing) {
        return new Background(workshop, schedule, packing, true, schedule.slots());
    }

    /**
     * Nothing stays, see {@link #lend}.
     *
     * @param workshop lends what is needed when it is needed
     * @param schedule by which the shot is reversed
     * @param packing of the steps
     */
    static Background passing(Workshop workshop, Schedule schedule, Packing packing) {
        return new Background(workshop, schedule, packing, false, 0);
    }

    /** Room for states while the shot is reversed; to be closed. */
    Background lend() {
        return new Background(workshop, schedule, packing, false, schedule.slots());
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
    Kept tail() {
        return tail;
    }

    Fields slot(int number) {
        return slots.get(number);
    }

    /** Room for the second differences of a run of steps. */
    Kept room(int from, int to) {
        return Kept.room(from, to, packing, workshop.buffers());
    }

    /** Whether it holds what a reversal begins with. */
    boolean isSwept() {
        return swept;
    }

    /** Says that it does. */
    void setSwept() {
        swept = true;
    }

    /** Says that it does not any more. */
    void clearSwept() {
        swept = false;
    }

    /** Safe to call twice. */
    @Override
    public void close() {
        tail.close();
        slots.forEach(workshop::give);
        slots.clear();
    }
}
