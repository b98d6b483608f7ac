package org.rote.operators.propagation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rote.operators.propagation.memory.Crew;

/** The waves of all shots through one model. */
final class ModelWaves {

    private final SteppingSpace space;
    private final Workshop workshop;
    private final List<PlacedShot> shots;
    private final Medium medium;
    private final Clock.Ticks ticks;
    private final Reach reach;
    private final double[] model;

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
    }

    int shots() {
        return shots.size();
    }

    int modelSize() {
        return model.length;
    }

    /** Floats that the second differences of a shot take. */
    long keptSize(int shot) {
        Kept.Plan plan = plan(shotWaves(shot));
        return (long) plan.arrays() * workshop.length();
    }

    /** Data of a shot. */
    void forward(int shot, Crew crew, double[] data) {
        ShotWaves waves = shotWaves(shot);
        float[] traces = traces(shot);
        withState(state -> run(crew, waves.forward(state, traces), Kept.NOTHING));
        write(shot, traces, data);
    }

    /** Data of a shot, and its second differences, which are to be given back. */
    Kept keep(int shot, Crew crew, double[] data) {
        ShotWaves waves = shotWaves(shot);
        float[] traces = traces(shot);
        Kept kept = take(waves);
        withState(state -> run(crew, waves.background(state, traces), kept));
        write(shot, traces, data);
        return kept;
    }

    /** Second differences of a shot, which are to be given back. */
    Kept keep(int shot, Crew crew) {
        ShotWaves waves = shotWaves(shot);
        Kept kept = take(waves);
        withState(state -> run(crew, waves.background(state), kept));
        return kept;
    }

    /** Gives the arrays back. */
    void give(Kept kept) {
        kept.arrays().forEach(workshop.arrays()::give);
    }

    /** Data of the wave that a change of the model scatters. */
    void jvp(int shot, Crew crew, Kept kept, Change change, double[] data) {
        ShotWaves waves = shotWaves(shot);
        float[] traces = traces(shot);
        withState(state -> run(crew, waves.scattered(state, change.scale, change.factor, traces), kept));
        write(shot, traces, data);
    }

    /** The gradient of ⟨data, F⟩ of one shot, added. */
    void addVjp(int shot, Crew crew, Kept kept, double[] data, double[] gradient) {
        ShotWaves waves = shotWaves(shot);
        float[] traces = traces(shot);
        int receivers = shots.get(shot).receivers().count();
        ticks.transform().applyTransposed(data, shot * receivers * samples(data, receivers), receivers, traces);
        float loud = waves.loudnessOf(traces);
        float[] sum = workshop.fields().take();
        Arrays.fill(sum, 0);
        withState(state -> {
            Wave wave = waves.adjoint(state, traces, loud, sum);
            crew.run(ticks.samples(), new Steps(wave, ticks.samples() - 1, -1, kept));
        });
        space.grid().fold(sum, waves.gradientFactor(loud), gradient);
        workshop.fields().give(sum);
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

    private int samples(double[] data, int receivers) {
        return data.length / (shots.size() * receivers);
    }

    private ShotWaves shotWaves(int shot) {
        PlacedShot placed = shots.get(shot);
        List<Box> boxes =
                reach.boxes(placed.source().nodes(), placed.receivers().nodes(), ticks.samples());
        return new ShotWaves(space, medium, placed, boxes, ticks.wavelet(), ticks.samples());
    }

    private float[] traces(int shot) {
        return new float[ticks.samples() * shots.get(shot).receivers().count()];
    }

    private void write(int shot, float[] traces, double[] data) {
        int receivers = shots.get(shot).receivers().count();
        ticks.transform().apply(traces, receivers, data, shot * receivers * samples(data, receivers));
    }

    private Kept.Plan plan(ShotWaves waves) {
        return new Kept.Plan(waves.boxes(), 0, ticks.samples() - 1, workshop.length());
    }

    private Kept take(ShotWaves waves) {
        Kept.Plan plan = plan(waves);
        List<float[]> arrays = new ArrayList<>();
        for (int i = 0; i < plan.arrays(); i++) {
            arrays.add(workshop.arrays().take());
        }
        return Kept.in(plan, arrays);
    }

    private void withState(java.util.function.Consumer<Fields> work) {
        Fields state = workshop.states().take();
        state.clear();
        work.accept(state);
        workshop.states().give(state);
    }

    private void run(Crew crew, Wave wave, Kept kept) {
        crew.run(ticks.samples() - 1, new Steps(wave, 0, 1, kept));
        wave.readLast(ticks.samples() - 1);
    }

    /** Steps of a wave, up or down. */
    private record Steps(Wave wave, int first, int direction, Kept kept) implements Crew.Work {

        @Override
        public int phases() {
            return 1;
        }

        @Override
        public int blocks(int step, int phase) {
            return wave.blocks();
        }

        @Override
        public void block(int step, int phase, int block) {
            wave.step(first + direction * step, block, kept);
        }
    }
}
