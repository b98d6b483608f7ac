package org.rote.operators.propagation;

import org.rote.operators.propagation.memory.Crew;
import org.rote.operators.propagation.memory.Reversible;

/** Takes the wave of one shot through its steps, and the adjoint wave back through them. Closed when it is done or has failed. */
final class ShotRun implements Reversible, AutoCloseable {

    private final Background background;
    private final Crew crew;
    private final Fields state;
    private final Wave wave;
    private final Wave back;
    private Kept segment = Kept.NOTHING;

    /**
     * Prepares.
     *
     * @param background what stays
     * @param crew for the steps
     * @param wave the forward wave
     * @param back the adjoint wave; for a sweep, any
     */
    ShotRun(Background background, Crew crew, Wave wave, Wave back) {
        this.background = background;
        this.crew = crew;
        this.state = wave.fields();
        this.wave = wave;
        this.back = back;
    }

    @Override
    public void begin() {
        state.clear();
    }

    @Override
    public void advance(int from, int to) {
        Steps.up(crew, wave, from, to, Kept.NOTHING);
    }

    @Override
    public void keep(int from, int to) {
        if (from >= background.firstKept()) {
            Steps.up(crew, wave, from, to, background.tail());
        } else {
            segment = background.room(from, to);
            Steps.up(crew, wave, from, to, segment);
        }
    }

    @Override
    public void save(int slot) {
        background.slot(slot).copyFrom(state);
    }

    @Override
    public void restore(int slot) {
        state.copyFrom(background.slot(slot));
    }

    @Override
    public void reverse(int from, int to) {
        boolean stays = from >= background.firstKept();
        // The record has one sample more than there are steps, and the way back begins with it.
        int last = to == background.schedule().steps() ? to : to - 1;
        Steps.down(crew, back, last, from, stays ? background.tail() : segment);
        close();
    }

    /** Gives back the segment that is kept for the moment. */
    @Override
    public void close() {
        segment.close();
        segment = Kept.NOTHING;
    }
}
