package org.rote.operators.cuda.waves;

import org.rote.operators.cuda.device.Device;
import org.rote.operators.propagation.memory.Reversible;

/** Takes the waves of a batch through their steps, and the adjoint waves back through them. */
final class BatchRun implements Reversible {

    private final Device device;
    private final BatchWaves waves;
    private final BatchBackground background;
    private final long states;
    private final boolean reads;
    private final long back;
    private final long gradients;
    private final long room;
    private CardKept segment = CardKept.NOTHING;

    private BatchRun(
            Device device,
            BatchWaves waves,
            BatchBackground background,
            long states,
            boolean reads,
            long back,
            long gradients,
            long room) {
        this.device = device;
        this.waves = waves;
        this.background = background;
        this.states = states;
        this.reads = reads;
        this.back = back;
        this.gradients = gradients;
        this.room = room;
    }

    /** For a sweep with traces. */
    static BatchRun sweep(Device device, BatchWaves waves, BatchBackground background, long states) {
        return new BatchRun(device, waves, background, states, true, 0, 0, 0);
    }

    /**
     * For a reversal.
     *
     * @param back states of the waves that run back, at rest
     * @param gradients take the correlations
     * @param room for {@link BatchBackground#roomBytes}
     */
    static BatchRun reversal(
            Device device,
            BatchWaves waves,
            BatchBackground background,
            long states,
            long back,
            long gradients,
            long room) {
        return new BatchRun(device, waves, background, states, false, back, gradients, room);
    }

    @Override
    public void begin() {
        device.clear(states, waves.statesBytes());
    }

    @Override
    public void advance(int from, int to) {
        waves.forward(states, from, to, CardKept.NOTHING, reads);
    }

    @Override
    public void keep(int from, int to) {
        if (from >= background.firstKept()) {
            waves.forward(states, from, to, background.tail(), reads);
        } else {
            segment = background.in(room, from, to);
            waves.forward(states, from, to, segment, reads);
        }
    }

    @Override
    public void save(int slot) {
        device.copy(states, background.slot(slot), waves.statesBytes());
    }

    @Override
    public void restore(int slot) {
        device.copy(background.slot(slot), states, waves.statesBytes());
    }

    @Override
    public void reverse(int from, int to) {
        // The record has one sample more than there are steps, and the way back begins with it.
        int last = to == background.schedule().steps() ? to : to - 1;
        waves.back(back, last, from, from >= background.firstKept() ? background.tail() : segment, gradients);
    }
}
