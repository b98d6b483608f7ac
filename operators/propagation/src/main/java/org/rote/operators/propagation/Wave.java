package org.rote.operators.propagation;

import java.util.List;
import org.rote.operators.propagation.kernels.Increments;

/**
 * A wave of one shot: its state, what feeds it and what it leaves. Blocks of one step may run side by side, those of the next once all are done; every block of a step is a tile, but for the last, which reads the receivers.
 */
final class Wave {

    private final SteppingSpace space;
    private final Stepper stepper;
    private final Fields fields;
    private final boolean backwards;
    private final List<Box> boxes;
    private final boolean keeps;
    private final Source source;
    private final Reader reader;

    private Wave(
            SteppingSpace space,
            Medium medium,
            Fields fields,
            boolean backwards,
            List<Box> boxes,
            Companion companion,
            Source source,
            Reader reader) {
        this.space = space;
        this.stepper =
                new Stepper(space, medium, backwards ? Recursion.TRANSPOSED : Recursion.FORWARD, fields, companion);
        this.keeps = companion.keeps();
        this.fields = fields;
        this.backwards = backwards;
        this.boxes = boxes;
        this.source = source;
        this.reader = reader;
    }

    /** The wave of a source. */
    static Wave forward(
            SteppingSpace space,
            Medium medium,
            Fields fields,
            List<Box> boxes,
            boolean keeps,
            Source source,
            Reader reader) {
        Companion companion = keeps ? Companion.KEEPING : Companion.NONE;
        return new Wave(space, medium, fields, false, boxes, companion, source, reader);
    }

    /** The wave that a change of the model scatters. */
    static Wave scattered(
            SteppingSpace space, Medium medium, Fields fields, List<Box> boxes, float[] scale, Reader reader) {
        Companion companion = new Companion.Scattering(scale);
        return new Wave(space, medium, fields, false, boxes, companion, Source.NONE, reader);
    }

    /** The wave that runs back from the receivers; step n makes the field at n from the one at n + 1. */
    static Wave adjoint(
            SteppingSpace space, Medium medium, Fields fields, List<Box> boxes, float[] gradient, Source source) {
        Companion companion = new Companion.Correlation(gradient);
        return new Wave(space, medium, fields, true, boxes, companion, source, Reader.NONE);
    }

    Fields fields() {
        return fields;
    }

    /** Blocks of a step. */
    int blocks() {
        return space.tiles().count() + 1;
    }

    /**
     * Does one block of a step.
     *
     * @param step number of the step
     * @param block number of the block
     * @param kept second differences, written or read
     */
    void step(int step, int block, Kept kept) {
        int parity = backwards ? step + 1 : step;
        if (block == space.tiles().count()) {
            reader.read(fields.now(parity), step);
            return;
        }
        // The first step back has nothing but its source, and no box of its own.
        Box box = boxes.get(Math.min(step, boxes.size() - 1));
        Increments differences =
                kept.holds(step) ? new Increments(kept.array(step), kept.at(step), box.length()) : Increments.NONE;
        stepper.step(parity, block, box, differences);
        float[] next = fields.other(parity);
        source.add(block, box, step, next, keeps ? differences : Increments.NONE);
        stepper.mirror(next, block, box);
    }

    /** Reads the receivers after the last step. */
    void readLast(int step) {
        reader.read(fields.now(step), step);
    }

    /**
     * Points that feed a wave.
     *
     * @param injection the points on the tiles
     * @param strengths c · weight of each entry
     * @param series of the points, one row a step
     */
    record Source(List<Injection> injection, float[] strengths, float[] series) {

        static final Source NONE = new Source(List.of(), new float[0], new float[0]);

        void add(int tile, Box box, int step, float[] next, Increments kept) {
            for (Injection each : injection) {
                each.add(tile, box, strengths, series, step, next, kept);
            }
        }
    }

    /**
     * Points that read a wave.
     *
     * @param points where
     * @param factor of what is read
     * @param traces take it, one row a step
     */
    record Reader(PointSet points, float factor, float[] traces) {

        static final Reader NONE = new Reader(PointSet.of(List.of()), 0, new float[0]);

        void read(float[] field, int step) {
            points.read(field, factor, traces, step);
        }
    }
}
