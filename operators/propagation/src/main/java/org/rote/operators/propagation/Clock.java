package org.rote.operators.propagation;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.rote.operators.survey.Pulse;
import org.rote.operators.survey.Recording;
import org.rote.spi.NumericsException;

/**
 * Chooses the step in time of a model, and knows what brings wavelet and traces to and from it.
 *
 * <p>A step is stable below 2 / (v √(Σ_axes largest / h²)), v the fastest velocity. Steps are taken from the ladder sampling · 2^(j/{@value #RUNGS}), j a whole number, the highest below {@value #SAFETY} of that: so two models have mostly
 * the same step, and where they have not, the difference is what the transforms leave. Immutable but for what it remembers of each step.
 */
final class Clock {

    private static final int RUNGS = 8;
    private static final double SAFETY = 0.95;

    private final PaddedGrid grid;
    private final Pulse wavelet;
    private final Recording recording;
    private final Consumer<String> note;
    private final AtomicBoolean noted = new AtomicBoolean();
    private final Map<Double, Ticks> known = new ConcurrentHashMap<>();

    /**
     * Prepares.
     *
     * @param grid in space
     * @param wavelet of all shots
     * @param recording of all shots; its step, where it has one, is taken
     * @param note receives the first step that was chosen
     */
    Clock(PaddedGrid grid, Pulse wavelet, Recording recording, Consumer<String> note) {
        this.note = note;
        this.grid = grid;
        this.wavelet = wavelet;
        this.recording = recording;
    }

    /**
     * What goes with one step.
     *
     * @param step in s
     * @param transform of traces
     * @param wavelet at every step, divided by the volume of a cell
     */
    record Ticks(double step, TimeTransform transform, float[] wavelet) {

        /** Recorded steps: those of the transform and the field at the time 0. */
        int samples() {
            return transform.steps() + 1;
        }
    }

    /**
     * The step for a model.
     *
     * @param fastest velocity in m/s
     * @throws NumericsException when a step was asked for that is not stable
     */
    Ticks of(double fastest) {
        double limit = limitTimesVelocity() / fastest;
        Optional<Double> fixed = recording.step();
        if (fixed.isPresent() && fixed.get() > limit) {
            throw new NumericsException("a time step of " + Figures.text(fixed.get())
                    + " s is not stable where the velocity is " + Figures.text(fastest)
                    + " m/s: the limit of this grid is "
                    + Figures.text(limit) + " s\n  fix  take a step of at most " + Figures.text(limit)
                    + " s, leave the step out, or take a coarser grid");
        }
        double step = fixed.orElseGet(() -> {
            double rung = Math.floor(RUNGS * Math.log(SAFETY * limit / recording.sampling()) / Math.log(2));
            return recording.sampling() * Math.pow(2, rung / RUNGS);
        });
        Ticks ticks = known.computeIfAbsent(step, this::ticks);
        if (fixed.isEmpty() && noted.compareAndSet(false, true)) {
            note.accept("waves are stepped by " + Figures.text(1000 * step) + " ms, "
                    + ticks.transform().steps()
                    + " times; the limit where the velocity is " + Figures.text(fastest) + " m/s is "
                    + Figures.text(1000 * limit)
                    + " ms");
        }
        return ticks;
    }

    private double limitTimesVelocity() {
        double sum = 0;
        for (int axis = 0; axis < grid.dimensions(); axis++) {
            sum += grid.differences().largest() / (grid.spacing(axis) * grid.spacing(axis));
        }
        return 2 / Math.sqrt(sum);
    }

    private Ticks ticks(double step) {
        TimeTransform transform =
                new TimeTransform(step, recording.sampling(), recording.samples(), wavelet.highestFrequency());
        float[] stepped = transform.wavelet(wavelet::at, wavelet.duration());
        double volume = 1;
        for (int axis = 0; axis < grid.dimensions(); axis++) {
            volume *= grid.spacing(axis);
        }
        for (int n = 0; n < stepped.length; n++) {
            stepped[n] = (float) (stepped[n] / volume);
        }
        return new Ticks(step, transform, stepped);
    }
}
