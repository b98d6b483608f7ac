package org.rote.operators.propagation;

import java.util.Arrays;
import java.util.function.Consumer;
import org.rote.operators.propagation.memory.Buffers;
import org.rote.operators.propagation.memory.Sizes;

/** Memory that shots take and give back: states of waves, fields, arrays of second differences. */
final class Workshop {

    /** Floats in an array of second differences; a little less than 16 MiB, as garbage collectors give large arrays whole regions. */
    private static final int LENGTH = (1 << 22) - 64;

    /** How many arrays a budget should have room for at least, so that it can be divided well. */
    private static final int LEAST_ARRAYS = 64;

    private final Shelf<Fields> states;
    private final Shelf<float[]> fields;
    private final Buffers buffers;
    private final Sizes sizes;
    private final long forwardShared;

    /**
     * Empty.
     *
     * @param space of the waves
     * @param memory that may be taken, in bytes
     */
    Workshop(SteppingSpace space, double memory) {
        this.states = new Shelf<>(space::fields);
        this.fields = new Shelf<>(() -> new float[space.grid().size()]);
        long budget = (long) memory;
        long box = Box.all(space.grid()).size();
        // Whole steps, so that nothing of an array stays empty once the wave is everywhere.
        long steps = Math.max(1, Math.min(LENGTH, budget / (LEAST_ARRAYS * Float.BYTES)) / box);
        int length = Math.toIntExact(steps * box);
        long array = (long) Float.BYTES * length;
        long state = Float.BYTES * space.fieldsSize();
        long field = (long) Float.BYTES * space.grid().size();
        long model = (long) Double.BYTES * space.grid().modelSize();
        // A wave and the one that runs back or is scattered; the gradient over the grid, over the model, and of one
        // more shot that waits to be added.
        long working = 2 * state + field + 2 * model;
        // Δt²/m and a change of the model over the grid, and the model.
        this.sizes = new Sizes(budget, array, state, working, 2 * field + model);
        this.forwardShared = field + model;
        this.buffers = new Buffers(length, (int) Math.min(Integer.MAX_VALUE, budget / array));
    }

    /** What a linearization takes. */
    Sizes sizes() {
        return sizes;
    }

    /** Bytes that forward runs of some shots at once take, which leave nothing. */
    long forward(int together) {
        return forwardShared + together * sizes.state();
    }

    /** Arrays of second differences, as they were left. */
    Buffers buffers() {
        return buffers;
    }

    /** A wave as it was left. */
    Fields takeState() {
        return states.take();
    }

    void give(Fields state) {
        states.give(state);
    }

    /** Lends a wave at rest. */
    void withState(Consumer<Fields> work) {
        Fields state = states.take();
        state.clear();
        work.accept(state);
        states.give(state);
    }

    /** Lends an array over the grid, all zeros. */
    void withField(Consumer<float[]> work) {
        float[] field = fields.take();
        Arrays.fill(field, 0);
        work.accept(field);
        fields.give(field);
    }
}
