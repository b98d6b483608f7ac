package org.rote.operators.propagation;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.rote.operators.propagation.kernels.KernelProvider;
import org.rote.operators.propagation.memory.Buffers;
import org.rote.operators.propagation.memory.Packing;
import org.rote.operators.propagation.memory.Store;
import org.rote.operators.survey.Shot;

/** One shot on a small grid, stepped one block after another. */
final class SmallShot {

    static final double STEP = 0.0015;
    static final double FASTEST = 3000;
    static final double PEAK = 12;

    final SteppingSpace space;
    final Medium medium;
    final ShotWaves waves;
    final PlacedShot shot;
    final double[] model;
    final int samples;

    SmallShot(PaddedGrid grid, double[] model, Shot geometry, int samples, boolean reach) {
        this.space = SteppingSpace.of(grid, KernelProvider.chosen());
        this.model = model;
        this.samples = samples;
        this.medium = Medium.of(grid, model, STEP, FASTEST, PEAK);
        this.shot = PlacedShot.of(grid, geometry);
        List<Box> boxes = reach
                ? new Reach(grid, STEP, FASTEST)
                        .boxes(shot.source().nodes(), shot.receivers().nodes(), samples)
                : Collections.nCopies(samples - 1, Box.all(grid));
        this.waves = new ShotWaves(
                space,
                medium,
                TiledShot.of(space, shot),
                boxes,
                new ShotSignals(shot, medium, wavelet(samples), samples));
    }

    static float[] wavelet(int samples) {
        float[] wavelet = new float[samples];
        for (int n = 0; n < samples; n++) {
            double phase = Math.PI * PEAK * (n * STEP - 1.2 / PEAK);
            wavelet[n] = (float) ((1 - 2 * phase * phase) * Math.exp(-phase * phase));
        }
        return wavelet;
    }

    /** Squared slowness of random velocities between a third of the fastest and the fastest. */
    static double[] model(PaddedGrid grid, long seed) {
        return new SplittableRandom(seed)
                .doubles(grid.modelSize(), FASTEST / 3, FASTEST)
                .map(v -> 1 / (v * v))
                .toArray();
    }

    float[] traces() {
        return new float[samples * shot.receivers().count()];
    }

    float[] forward() {
        float[] traces = traces();
        run(waves.forward(space.fields(), traces), Kept.NOTHING);
        return traces;
    }

    Kept background() {
        int length = 3 * (int) Box.all(space.grid()).size();
        Packing packing =
                Packing.of(samples - 1, step -> waves.boxes().get(step).size(), length);
        Kept kept = Kept.room(0, samples - 1, packing, new Buffers(length, new Store(0)));
        run(waves.background(space.fields()), kept);
        return kept;
    }

    float[] born(Kept kept, double[] dm) {
        float[] traces = traces();
        double[] scale = new double[dm.length];
        Arrays.setAll(scale, i -> -dm[i] / model[i]);
        float[] extended = new float[space.grid().size()];
        space.grid().extend(scale, extended);
        run(waves.scattered(space.fields(), extended, 1, traces), kept);
        return traces;
    }

    double[] gradient(Kept kept, float[] traces) {
        float loud = waves.loudnessOf(traces);
        float[] sum = new float[space.grid().size()];
        Wave wave = waves.adjoint(space.fields(), traces, loud, sum);
        for (int n = samples - 1; n >= 0; n--) {
            for (int block = 0; block < wave.blocks() - 1; block++) {
                wave.step(n, block, kept);
            }
        }
        double[] gradient = new double[model.length];
        space.grid().fold(sum, waves.gradientFactor(loud), gradient);
        return gradient;
    }

    private void run(Wave wave, Kept kept) {
        for (int n = 0; n < samples - 1; n++) {
            for (int block = 0; block < wave.blocks(); block++) {
                wave.step(n, block, kept);
            }
        }
        wave.step(samples - 1, wave.blocks() - 1, kept);
    }
}
