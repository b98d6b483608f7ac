package org.rote.operators.propagation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rote.operators.propagation.memory.Sizes;
import org.rote.operators.survey.Pulse;
import org.rote.operators.survey.Recording;
import org.rote.spi.Context;
import org.rote.spi.NumericsException;

/**
 * Chooses the step in time of a model, and knows what brings wavelet and traces to and from it.
 *
 * <p>A step is stable below 2 / (v √(Σ_axes largest / h²)), v the fastest velocity. Steps are taken from the ladder sampling · 2^(j/{@value #RUNGS}), j a whole number, the highest below {@value #SAFETY} of that: so two models have mostly
 * the same step, and where they have not, the difference is what the transforms leave. In a record so long that dispersion would spread the band over too many steps a lower rung is taken. Immutable but for what it remembers of each step.
 */
final class Clock {

    private static final int RUNGS = 8;
    private static final double SAFETY = 0.95;
    /** What is kept for each step would take more memory than it is worth. */
    private static final int MOST_STEPS = 10_000_000;
    /** More steps than are taken after the end of a record, 10 + 2√512. */
    private static final int MARGIN = 100;
    /** Bytes of rows that are never too many. */
    private static final double SMALL_ROWS = 1e8;
    /** How many rungs lower a step may be so that the whole band is brought back at the end of a long record: a quarter of what is stable. */
    private static final int LOWER = 2 * RUNGS;

    private final PaddedGrid grid;
    private final Pulse wavelet;
    private final Recording recording;
    private final int receivers;
    private final double memory;
    private final Context context;
    /** Few: a ladder has {@value #RUNGS} rungs for each doubling of the velocity. */
    private final Set<Double> noted = ConcurrentHashMap.newKeySet();

    private final Map<Double, Ticks> known = new ConcurrentHashMap<>();

    /**
     * Prepares.
     *
     * @param grid in space
     * @param settings wavelet, shots, recording, whose step is taken where it has one, and memory
     * @param context is told of each step that is chosen, once, and of dispersion that stays
     */
    Clock(PaddedGrid grid, PropagationSettings settings, Context context) {
        this.grid = grid;
        this.wavelet = settings.wavelet();
        this.recording = settings.recording();
        this.receivers = settings.shots().get(0).receivers().size();
        this.memory = settings.memory();
        this.context = context;
    }

    /**
     * What is too much of a step.
     *
     * @param step in s
     * @param recording how long
     * @param receivers of each shot
     * @return a sentence without its subject, or empty where so many steps can be taken
     */
    static Optional<String> excess(double step, Recording recording, int receivers) {
        double steps = recording.duration() / step;
        String makes = "makes " + Figures.text(steps) + " steps in " + Figures.text(recording.duration()) + " s";
        if (steps > MOST_STEPS) {
            return Optional.of(makes + ", more than " + MOST_STEPS);
        }
        return (steps + MARGIN) * receivers > PaddedGrid.MOST
                ? Optional.of(makes + ", and traces of " + receivers
                        + " receivers at as many are larger than one array can be, " + PaddedGrid.MOST)
                : Optional.empty();
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
     * @throws NumericsException when a step was asked for that is not stable, the model needs too many, or there are too many samples
     */
    Ticks of(double fastest) {
        double limit = limitTimesVelocity() / fastest;
        recording.step().ifPresent(fixed -> requireStable(fixed, limit, fastest));
        int stable = highest(SAFETY * limit);
        double step = recording.step().orElseGet(() -> step(rung(stable)));
        excess(step, recording, receivers).ifPresent(excess -> {
            throw new NumericsException("a time step of " + Figures.text(step) + " s, for a velocity of "
                    + Figures.text(fastest) + " m/s, " + excess
                    + "\n  fix  " + UnitHint.before(fastest)
                    + "correct the velocity, record shorter, take a coarser grid, or fewer receivers");
        });
        requireRoom(step);
        Ticks ticks = known.computeIfAbsent(step, this::ticks);
        if (recording.step().isEmpty() && noted.add(step)) {
            context.note("waves are stepped by " + Figures.text(1000 * step) + " ms, "
                    + ticks.transform().steps()
                    + " times; the limit where the velocity is " + Figures.text(fastest) + " m/s is "
                    + Figures.text(1000 * limit) + " ms"
                    + (step < step(stable) ? spreading() : ""));
        }
        return ticks;
    }

    private static void requireStable(double step, double limit, double fastest) {
        if (step > limit) {
            throw new NumericsException("a time step of " + Figures.text(step)
                    + " s is not stable where the velocity is " + Figures.text(fastest)
                    + " m/s: the limit of this grid is "
                    + Figures.text(limit) + " s\n  fix  "
                    + UnitHint.before(fastest) + "take a step of at most " + Figures.atMost(limit)
                    + " s, leave the step out, or take a coarser grid");
        }
    }

    /** Rows are not counted in the budget, but those of a mistaken sampling must not end in want of memory. */
    private void requireRoom(double step) {
        int samples = recording.samples();
        double bytes = TimeTransform.bytes(step, recording.sampling(), samples, wavelet.highestFrequency());
        if (bytes > Math.max(memory, SMALL_ROWS)) {
            throw new NumericsException("traces every " + Figures.text(1000 * recording.sampling()) + " ms are "
                    + samples + " samples: what makes them from steps of " + Figures.text(1000 * step)
                    + " ms takes up to " + Sizes.words((long) bytes) + ", more than the memory of "
                    + Sizes.words((long) memory)
                    + "\n  fix  sample less often, record shorter, or allow more memory");
        }
    }

    private String spreading() {
        return ", and longer ones would spread waves of " + Figures.text(wavelet.highestFrequency())
                + " Hz too far within " + Figures.text(recording.duration()) + " s";
    }

    /** The highest rung that is stable, or a lower one where the record asks for it and there may be so many steps. */
    private int rung(int stable) {
        int rung = stable;
        while (rung > stable - LOWER
                && cutShort(step(rung))
                && excess(step(rung - 1), recording, receivers).isEmpty()) {
            rung--;
        }
        return rung;
    }

    /** The highest rung below a step. */
    private int highest(double below) {
        return (int) Math.floor(RUNGS * Math.log(below / recording.sampling()) / Math.log(2));
    }

    private double step(int rung) {
        return recording.sampling() * Math.pow(2, (double) rung / RUNGS);
    }

    private boolean cutShort(double step) {
        return Band.cutShort(wavelet.highestFrequency(), new Leapfrog(step), recording.duration());
    }

    private double limitTimesVelocity() {
        double sum = 0;
        for (int axis = 0; axis < grid.dimensions(); axis++) {
            sum += grid.differences().largest() / (grid.spacing(axis) * grid.spacing(axis));
        }
        return 2 / Math.sqrt(sum);
    }

    private Ticks ticks(double step) {
        TimeTransform transform = new TimeTransform(
                step, recording.sampling(), recording.samples(), wavelet.highestFrequency(), context.executor());
        if (cutShort(step)) {
            double last = Band.last(wavelet.highestFrequency());
            double longest = Leapfrog.longest(last, recording.duration());
            String shorter = excess(longest, recording, receivers).isEmpty()
                    ? ", or fix a step of at most " + Figures.atMost(1000 * longest) + " ms"
                    : "";
            context.warn("steps of " + Figures.text(1000 * step) + " ms are long for a record of "
                    + Figures.text(recording.duration()) + " s: their dispersion is taken out up to "
                    + Figures.text(transform.band())
                    + " Hz, and waves above come out wrong or not at all, but the wavelet has waves up to "
                    + Figures.text(last) + " Hz; record shorter" + shorter);
        }
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
