package org.rote.plugins.sampler.diffusion;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.rote.spi.NumericsException;
import org.rote.spi.ResourceException;
import org.rote.spi.SamplerContext;

/**
 * Chains that run together, in process coordinates. A chain that fails is stopped by name and leaves a state of zeros behind, so that the others' arrays keep their places and their bits.
 */
final class Batch {

    /** A state this far out has diverged: in process coordinates the prior is about one wide, and schedules rarely begin beyond a hundred. */
    private static final double LARGEST = 1e8;

    /** In place of the step that a chain stopped in. */
    private static final double RUNNING = -1;

    /** Number of the first chain. */
    final long first;

    final int count;
    final int size;

    /** x_t of every chain, one after another. */
    final double[] states;

    /** What the guidance keeps for every component of every chain from step to step. */
    final double[] memory;

    /** Twice the misfit over the number of data, of each chain's estimate in the step under way. */
    final double[] misfits;

    private final double[] stoppedAt;
    private final String[] reasons;
    private String lastFailure = "";

    Batch(long first, int count, int size) {
        this(first, count, size, new double[count * size], new double[count * size], running(count));
    }

    private Batch(long first, int count, int size, double[] states, double[] memory, double[] stoppedAt) {
        this.first = first;
        this.count = count;
        this.size = size;
        this.states = states;
        this.memory = memory;
        this.misfits = new double[count];
        this.stoppedAt = stoppedAt;
        this.reasons = new String[count];
        Arrays.fill(misfits, Double.NaN);
        Arrays.fill(reasons, "");
    }

    private static double[] running(int count) {
        double[] steps = new double[count];
        Arrays.fill(steps, RUNNING);
        return steps;
    }

    /** Puts all that is needed to go on into arrays by name. */
    void save(Map<String, double[]> arrays) {
        arrays.put("batch", new double[] {first, count});
        arrays.put("states", states);
        arrays.put("memory", memory);
        arrays.put("stopped-at", stoppedAt);
    }

    /** The batch that was saved, if one was under way. */
    static Optional<Batch> restore(Snapshot snapshot, int size) {
        if (!snapshot.has("batch")) {
            return Optional.empty();
        }
        double[] place = snapshot.array("batch");
        return Optional.of(new Batch(
                (long) place[0],
                (int) place[1],
                size,
                snapshot.array("states"),
                snapshot.array("memory"),
                snapshot.array("stopped-at")));
    }

    boolean runs(int i) {
        return stoppedAt[i] == RUNNING;
    }

    int running() {
        return (int) Arrays.stream(stoppedAt).filter(at -> at == RUNNING).count();
    }

    /** Chain i of an array that holds all of them. */
    double[] of(double[] values, int i) {
        return Arrays.copyOfRange(values, i * size, (i + 1) * size);
    }

    /** Does something for every chain that runs, in parallel; one whose numerics fail is stopped. */
    void forEach(int step, SamplerContext context, IntConsumer task) {
        context.executor().forEach(count, i -> {
            if (runs(i)) {
                try {
                    task.accept(i);
                } catch (ResourceException e) {
                    throw e;
                } catch (NumericsException e) {
                    stop(i, step, String.valueOf(e.getMessage()));
                }
            }
        });
    }

    /** Stops the chains that have a number in {@code values} with which one cannot go on. */
    void requireFinite(String what, double[] values, int step) {
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < size && runs(i); k++) {
                double value = values[i * size + k];
                if (!(Math.abs(value) <= LARGEST)) {
                    stop(
                            i,
                            step,
                            "component " + k + " of its " + what + " is " + value + " in process coordinates;"
                                    + " take smaller steps, or step: { type: moment-matching }");
                }
            }
        }
    }

    private void stop(int i, int step, String why) {
        stoppedAt[i] = step;
        reasons[i] = why;
        misfits[i] = Double.NaN;
    }

    /** Clears the states of stopped chains and tells of those that were not told of yet, in the order of chains. */
    void bury(int steps, SamplerContext context) {
        for (int i = 0; i < count; i++) {
            if (!runs(i)) {
                Arrays.fill(states, i * size, (i + 1) * size, 0);
            }
            if (!reasons[i].isEmpty()) {
                lastFailure = "chain " + (first + i) + " stopped in step " + (steps - (int) stoppedAt[i]) + " of "
                        + steps + ": " + reasons[i];
                context.warn(lastFailure + "; its draw is left out");
                reasons[i] = "";
            }
        }
    }

    /** What was last told of, or nothing. */
    String lastFailure() {
        return lastFailure;
    }
}
