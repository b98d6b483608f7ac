package org.rote.operators.propagation;

import java.util.List;
import java.util.stream.IntStream;
import org.rote.operators.propagation.memory.Crew;
import org.rote.operators.propagation.memory.Packing;
import org.rote.operators.propagation.memory.Plan;
import org.rote.operators.propagation.memory.Schedule;

/** The waves of all shots through one model. */
final class ModelWaves {

    private final SteppingSpace space;
    private final Workshop workshop;
    private final List<PlacedShot> shots;
    private final Medium medium;
    private final Clock.Ticks ticks;
    private final Reach reach;
    private final double[] model;
    private final int samples;

    ModelWaves(
            SteppingSpace space,
            Workshop workshop,
            List<PlacedShot> shots,
            Medium medium,
            Clock.Ticks ticks,
            Reach reach,
            double[] model) {
        this.space = space;
        this.workshop = workshop;
        this.shots = shots;
        this.medium = medium;
        this.ticks = ticks;
        this.reach = reach;
        this.model = model.clone();
        this.samples = ticks.samples();
    }

    int modelSize() {
        return model.length;
    }

    /** How the second differences of each shot fill arrays. */
    List<Packing> packings() {
        return IntStream.range(0, shots.size())
                .mapToObj(this::shotWaves)
                .map(waves -> Packing.of(
                        samples - 1,
                        step -> waves.boxes().get(step).size(),
                        workshop.buffers().length()))
                .toList();
    }

    /** Data of a shot. */
    void forward(int shot, Crew crew, double[] data) {
        ShotWaves waves = shotWaves(shot);
        float[] traces = traces(shot);
        workshop.withState(state -> {
            Wave wave = waves.forward(state, traces);
            Steps.up(crew, wave, 0, samples - 1, Kept.NOTHING);
            wave.readLast(samples - 1);
        });
        write(shot, crew, traces, data);
    }

    /** Data of a shot, and what stays of its run, to be closed. */
    Background sweep(int shot, Crew crew, Plan plan, double[] data) {
        Schedule schedule = plan.schedule(shot);
        if (!plan.stays(shot)) {
            forward(shot, crew, data);
            return Background.passing(workshop, schedule, plan.packing(shot));
        }
        ShotWaves waves = shotWaves(shot);
        float[] traces = traces(shot);
        Background background = Background.staying(workshop, schedule, plan.packing(shot));
        boolean complete = false;
        try {
            workshop.withState(state -> {
                Wave wave = waves.background(state, traces);
                schedule.sweep(new ShotRun(background, crew, wave, wave));
                wave.readLast(samples - 1);
            });
            complete = true;
        } finally {
            if (!complete) {
                background.close();
            }
        }
        background.setSwept();
        write(shot, crew, traces, data);
        return background;
    }

    /** Data of the wave that a change of the model scatters. */
    void jvp(int shot, Crew crew, Background background, Change change, double[] data) {
        ShotWaves waves = shotWaves(shot);
        float[] traces = traces(shot);
        workshop.withState(state -> {
            Wave scattered = waves.scattered(state, change.scale(), change.factor(), traces);
            int first = background.firstKept();
            if (first > 0) {
                workshop.withState(again -> alongside(crew, waves.background(again), scattered, background));
            }
            Steps.up(crew, scattered, first, samples - 1, background.tail());
            scattered.readLast(samples - 1);
        });
        write(shot, crew, traces, data);
    }

    private static void alongside(Crew crew, Wave wave, Wave scattered, Background background) {
        Schedule schedule = background.schedule();
        int from = 0;
        for (int segment = 0; from < background.firstKept(); segment++) {
            int to = segment < schedule.segments() ? schedule.start(segment + 1) : schedule.steps();
            try (Kept kept = background.room(from, to)) {
                Steps.up(crew, wave, from, to, kept);
                Steps.up(crew, scattered, from, to, kept);
            }
            from = to;
        }
    }

    /** The gradient of ⟨data, F⟩ of one shot. */
    double[] vjp(int shot, Crew crew, Background background, double[] data) {
        if (background.stays()) {
            return reverse(shot, crew, background, data);
        }
        try (Background lent = background.lend()) {
            return reverse(shot, crew, lent, data);
        }
    }

    private double[] reverse(int shot, Crew crew, Background background, double[] data) {
        ShotWaves waves = shotWaves(shot);
        float[] traces = traces(shot);
        int receivers = shots.get(shot).receivers().count();
        TimeTransform transform = ticks.transform();
        int offset = offset(shot, data);
        crew.share(
                transform.groups(receivers),
                group -> transform.applyTransposed(group, data, offset, receivers, traces));
        float loud = waves.loudnessOf(traces);
        double[] gradient = new double[model.length];
        Schedule schedule = background.schedule();
        workshop.withField(sum -> workshop.withState(state -> workshop.withState(backState -> {
            Wave back = waves.adjoint(backState, traces, loud, sum);
            ShotRun run = new ShotRun(background, crew, waves.background(state), back);
            if (!background.isSwept()) {
                schedule.sweep(run);
            }
            if (schedule.segments() > 0) {
                // Until all is done: a run that is interrupted leaves slots that are of no use. Where all is kept,
                // others may be reading.
                background.clearSwept();
            }
            schedule.reverse(run);
            if (schedule.segments() > 0 && schedule.isRepeatable()) {
                background.setSwept();
            }
            space.grid().fold(sum, waves.gradientFactor(loud), gradient);
        })));
        return gradient;
    }

    /** A change of the model, on the grid. */
    Change change(double[] dm) {
        double largest = 0;
        for (int i = 0; i < dm.length; i++) {
            largest = Math.max(largest, Math.abs(dm[i] / model[i]));
        }
        int exponent = largest > 0 ? Math.getExponent(largest) : 0;
        double[] relative = new double[dm.length];
        for (int i = 0; i < dm.length; i++) {
            relative[i] = Math.scalb(-dm[i] / model[i], -exponent);
        }
        float[] scale = new float[space.grid().size()];
        space.grid().extend(relative, scale);
        return new Change(scale, Math.scalb(1f, exponent));
    }

    /**
     * A change of the model.
     *
     * @param scale −δm/m at every node, divided by the factor
     * @param factor a power of two
     */
    record Change(float[] scale, float factor) {}

    private ShotWaves shotWaves(int shot) {
        PlacedShot placed = shots.get(shot);
        List<Box> boxes =
                reach.boxes(placed.source().nodes(), placed.receivers().nodes(), samples);
        return new ShotWaves(space, medium, placed, boxes, ticks.wavelet(), samples);
    }

    private float[] traces(int shot) {
        return new float[samples * shots.get(shot).receivers().count()];
    }

    private void write(int shot, Crew crew, float[] traces, double[] data) {
        TimeTransform transform = ticks.transform();
        int receivers = shots.get(shot).receivers().count();
        int offset = offset(shot, data);
        crew.share(transform.groups(receivers), group -> transform.apply(group, traces, receivers, data, offset));
    }

    private int offset(int shot, double[] data) {
        return shot * (data.length / shots.size());
    }
}
