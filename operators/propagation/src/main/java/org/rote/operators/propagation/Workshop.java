package org.rote.operators.propagation;

import java.util.Arrays;
import java.util.function.Consumer;
import org.rote.operators.propagation.memory.Buffers;
import org.rote.operators.propagation.memory.Sizes;
import org.rote.operators.propagation.memory.Store;

/** Memory that shots take and give back, states of waves, fields, arrays of second differences, and what else they take, in bytes. */
final class Workshop {

    /** Floats in an array of second differences; a little less than 16 MiB, as garbage collectors give large arrays whole regions. */
    private static final int LENGTH = (1 << 22) - 64;

    /** How many arrays a budget should have room for at least, so that it can be divided well: in all, and for each shot, as the last one of a shot is half empty on average. */
    private static final int LEAST_ARRAYS = 64;

    private static final int LEAST_OF_A_SHOT = 4;

    /** Of a step of a shot: its box with what refers to it, where objects begin at lines of a cache. */
    private static final int BOX = 64 + Long.BYTES;

    /** Of a step of a shot: where its second differences lie. */
    private static final int PLACE = 2 * Integer.BYTES;

    private final Store store;
    private final Store.Shelf<Fields> states;
    private final Store.Shelf<float[]> fields;
    private final Buffers buffers;
    private final long budget;
    private final long state;
    private final long field;
    private final long model;
    private final long step;
    private final long leastArrays;

    /**
     * Empty.
     *
     * @param space of the waves
     * @param shots how many
     * @param memory that may be taken, in bytes
     */
    Workshop(SteppingSpace space, int shots, double memory) {
        this.budget = (long) memory;
        this.state = Float.BYTES * space.fieldsSize();
        this.field = (long) Float.BYTES * space.grid().size();
        this.model = (long) Double.BYTES * space.grid().modelSize();
        this.store = new Store(budget);
        this.states = store.shelf(state, space::fields);
        this.fields = store.shelf(field, () -> new float[space.grid().size()]);
        long box = Box.all(space.grid()).size();
        this.step = Float.BYTES * box;
        this.leastArrays = Math.max(LEAST_ARRAYS, (long) LEAST_OF_A_SHOT * shots);
        // Whole steps, so that nothing of an array stays empty once the wave is everywhere.
        long steps = Math.max(1, Math.min(LENGTH, budget / (leastArrays * Float.BYTES)) / box);
        this.buffers = new Buffers(Math.toIntExact(steps * box), store);
    }

    long budget() {
        return budget;
    }

    /** A gradient, or a model. */
    long model() {
        return model;
    }

    /** A change of the model: over the grid, and relative to the model while it is brought there. */
    long change() {
        return field + model;
    }

    /**
     * What a linearization takes.
     *
     * <p>Each thread: two waves, one of which runs back or is scattered; the gradient over the grid, over the model, and of one more shot that waits to be added; and what goes with a shot, its traces twice as they are scaled to be sent back.
     * All together: Δt²/m over the grid, the model, a change of it, the data, and where the steps of each shot lie in arrays.
     */
    Sizes sizes(PreparedWaves waves) {
        long working = 2 * state + field + beside(waves);
        long data = (long) Double.BYTES * waves.dataSize();
        long places = (long) PLACE * waves.samples() * waves.shots().size();
        return new Sizes(
                budget,
                (long) Float.BYTES * buffers.length(),
                state,
                working,
                field + model + change() + data + places);
    }

    /** A budget that is surely enough for a linearization, of one shot at a time: of a larger budget, arrays are a part. */
    long enough(Sizes sizes) {
        long beside = sizes.shared() + sizes.working();
        long part = Math.min((long) Float.BYTES * LENGTH, beside / (leastArrays - 1) + 1);
        return beside + Math.max(step, part);
    }

    /** What a shot that is reversed takes beside what lies here. */
    private long beside(PreparedWaves waves) {
        return 2 * model + aside(waves) + traces(waves);
    }

    /** Bytes that forward runs of some shots at once take, which leave nothing. */
    long forward(PreparedWaves waves, int together) {
        return field + model + together * (state + aside(waves));
    }

    /** What goes with a shot under way: traces, boxes, the wavelet, and weights of receivers. */
    private static long aside(PreparedWaves waves) {
        long weights = waves.shots().stream()
                .mapToLong(shot -> shot.receivers().weights().length)
                .max()
                .orElse(0);
        return traces(waves) + (long) (BOX + Float.BYTES) * waves.samples() + Float.BYTES * weights;
    }

    private static long traces(PreparedWaves waves) {
        // All shots have as many.
        int receivers = waves.shots().get(0).receivers().count();
        return (long) Float.BYTES * waves.samples() * receivers;
    }

    /** Lets go of what there is no room for beside what calls of a linearization share. Each call then has its own counted, see {@link #during}. */
    void makeRoom(Sizes sizes) {
        store.keepWithin(sizes.budget() - sizes.shared() + change());
    }

    /**
     * Counts what a call takes beside what lies here, as long as it works.
     *
     * @param waves of the linearization
     * @param turns what the call may do at once
     * @param call works
     */
    void during(PreparedWaves waves, Turns turns, Runnable call) {
        long bytes = change() + turns.order().together() * beside(waves) + turns.overtaking() * model;
        store.reserve(bytes);
        try {
            call.run();
        } finally {
            store.release(bytes);
        }
    }

    /** Bytes of states, fields and arrays, lent or idle, and of what is counted with them. */
    long held() {
        return store.held();
    }

    /** Bytes of it that are not idle. */
    long lent() {
        return store.lent();
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
        try {
            state.clear();
            work.accept(state);
        } finally {
            states.give(state);
        }
    }

    /** Lends an array over the grid, all zeros. */
    void withField(Consumer<float[]> work) {
        float[] field = fields.take();
        try {
            Arrays.fill(field, 0);
            work.accept(field);
        } finally {
            fields.give(field);
        }
    }
}
