package org.rote.operators.cuda.waves;

import java.util.List;
import org.rote.operators.propagation.Box;
import org.rote.operators.propagation.PreparedWaves;
import org.rote.operators.propagation.memory.Packing;

/** Where each step of a batch works: a box a shot. */
final class BatchBoxes {

    /** Whole numbers in the structure {@code Box}. */
    static final int WORDS = 8;

    private final List<List<Box>> boxes;
    private final int steps;

    private BatchBoxes(List<List<Box>> boxes, int steps) {
        this.boxes = boxes;
        this.steps = steps;
    }

    /** Finds the boxes, shots shared among threads. */
    static BatchBoxes of(PreparedWaves waves, Batch batch, Threads threads) {
        return new BatchBoxes(
                threads.map(batch.shots(), shot -> waves.boxes(batch.first() + shot)), waves.samples() - 1);
    }

    /** Those of some of these shots. */
    BatchBoxes part(Batch batch) {
        return new BatchBoxes(boxes.subList(batch.first(), batch.first() + batch.shots()), steps);
    }

    /** Bytes on the card of one step. */
    static long bytes(int shots) {
        return (long) WORDS * Integer.BYTES * shots;
    }

    /** Second differences of a step, of all shots. */
    long size(int step) {
        long size = 0;
        for (List<Box> shot : boxes) {
            size += shot.get(step).size();
        }
        return size;
    }

    /** How the second differences of all steps fill arrays. */
    Packing packing(int length) {
        return Packing.of(steps, this::size, length);
    }

    /** Where second differences would begin if they were kept, which they are not. */
    Packing unpacked() {
        return Packing.of(steps, step -> 0, 1);
    }

    /** Most nodes of a shot along an axis at a step. */
    int extent(int step, int axis) {
        int extent = 0;
        for (List<Box> shot : boxes) {
            Box box = shot.get(step);
            if (!box.isEmpty()) {
                extent = Math.max(extent, box.to(axis) - box.from(axis));
            }
        }
        return extent;
    }

    /** The structures {@code Box}, [step][shot]. */
    int[] table(Packing packing) {
        int[] table = new int[Math.multiplyExact(steps, boxes.size() * WORDS)];
        int at = 0;
        for (int step = 0; step < steps; step++) {
            long kept = packing.at(step);
            for (List<Box> shot : boxes) {
                Box box = shot.get(step);
                for (int axis = 0; axis < 3 && !box.isEmpty(); axis++) {
                    table[at + axis] = box.from(axis);
                    table[at + 3 + axis] = box.to(axis);
                }
                table[at + 6] = Math.toIntExact(kept);
                kept += box.size();
                at += WORDS;
            }
        }
        return table;
    }
}
