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
    private final List<TiledShot> shots;
    private final PreparedWaves waves;
    private final int samples;

    ModelWaves(SteppingSpace space, Workshop workshop, List<TiledShot> shots, PreparedWaves waves) {
        this.space = space;
        this.workshop = workshop;
        this.shots = shots;
        this.waves = waves;
        this.samples = waves.samples();
    }

    PreparedWaves prepared() {
        return waves;
    }

    /** Counts what a call takes as long as it works. */
    void during(Turns turns, Runnable call) {
        workshop.during(waves, turns, call);
    }

    /** How the second differences of each shot fill arrays. */
    List<Packing> packings() {
        return IntStream.range(0, shots.size())
                .mapToObj(this::shotWaves)
                .map(shot -> Packing.of(
                        samples - 1,
                        step -> shot.boxes().get(step).size(),
                        workshop.buffers().length()))
                .toList();
    }

    /** Data of a shot. */
    void forward(int shot, Crew crew, double[] data) {
        ShotWaves one = shotWaves(shot);
        float[] traces = waves.traces(shot);
        workshop.withState(state -> {
            Wave wave = one.forward(state, traces);
            Steps.up(crew, wave, 0, samples - 1, Kept.NOTHING);
            wave.readLast(samples - 1);
        });
        waves.write(shot, traces, data, crew::share);
    }

    /** Data of a shot, and what stays of its run, to be closed. */
    Background sweep(int shot, Crew crew, Plan plan, double[] data) {
        Schedule schedule = plan.schedule(shot);
        if (!plan.stays(shot)) {
            forward(shot, crew, data);
            return Background.passing(workshop, schedule, plan.packing(shot));
        }
        ShotWaves one = shotWaves(shot);
        float[] traces = waves.traces(shot);
        Background background = Background.staying(workshop, schedule, plan.packing(shot));
        boolean complete = false;
        try {
            workshop.withState(state -> {
                Wave wave = one.background(state, traces);
                try (ShotRun run = new ShotRun(background, crew, wave, wave)) {
                    schedule.sweep(run);
                }
                wave.readLast(samples - 1);
            });
            background.setSwept();
            waves.write(shot, traces, data, crew::share);
            complete = true;
            return background;
        } finally {
            if (!complete) {
                background.close();
            }
        }
    }

    /** Data of the wave that a change of the model scatters. */
    void jvp(int shot, Crew crew, Background background, PreparedWaves.Change change, double[] data) {
        ShotWaves one = shotWaves(shot);
        float[] traces = waves.traces(shot);
        workshop.withState(state -> {
            Wave scattered = one.scattered(state, change.scale(), change.factor(), traces);
            int first = background.firstKept();
            if (first > 0) {
                workshop.withState(again -> alongside(crew, one.background(again), scattered, background));
            }
            Steps.up(crew, scattered, first, samples - 1, background.tail());
            scattered.readLast(samples - 1);
        });
        waves.write(shot, traces, data, crew::share);
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
        ShotWaves one = shotWaves(shot);
        PreparedWaves.Returned returned = waves.read(shot, data, crew::share);
        float[] traces = returned.traces();
        float loud = one.loudnessOf(traces);
        double[] gradient = new double[waves.modelSize()];
        workshop.withField(sum -> workshop.withState(state -> workshop.withState(backState -> {
            Wave back = one.adjoint(backState, traces, loud, sum);
            try (ShotRun run = new ShotRun(background, crew, one.background(state), back)) {
                reverse(background, run);
            }
            space.grid().fold(sum, returned.factor() * one.gradientFactor(loud), gradient);
        })));
        return gradient;
    }

    private static void reverse(Background background, ShotRun run) {
        Schedule schedule = background.schedule();
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
    }

    /** A change of the model, on the grid. */
    PreparedWaves.Change change(double[] dm) {
        return waves.change(dm);
    }

    private ShotWaves shotWaves(int shot) {
        return new ShotWaves(space, waves.medium(), shots.get(shot), waves.boxes(shot), waves.signals(shot));
    }
}
