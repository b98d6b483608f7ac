package org.rote.operators.propagation;

import org.rote.operators.propagation.memory.Crew;

/** A run of steps of a wave, up or down, as a crew does it. */
final class Steps implements Crew.Work {

    private final Wave wave;
    private final int first;
    private final int direction;
    private final Kept kept;

    private Steps(Wave wave, int first, int direction, Kept kept) {
        this.wave = wave;
        this.first = first;
        this.direction = direction;
        this.kept = kept;
    }

    /** Steps from {@code from} up to, but without, {@code to}. */
    static void up(Crew crew, Wave wave, int from, int to, Kept kept) {
        crew.run(to - from, new Steps(wave, from, 1, kept));
    }

    /** Steps from {@code from} down to {@code to}, both included. */
    static void down(Crew crew, Wave wave, int from, int to, Kept kept) {
        crew.run(from - to + 1, new Steps(wave, from, -1, kept));
    }

    @Override
    public int blocks(int step) {
        return wave.blocks();
    }

    @Override
    public void block(int step, int block) {
        wave.step(first + direction * step, block, kept);
    }
}
