package org.rote.plugins.sampler.diffusion;

import java.util.Arrays;
import org.rote.numerics.NoiseLevels;
import org.rote.spi.Sink;

/**
 * How the estimates of the first batch came to fit the data, step by step: array {@code path-misfit}, [step][chain], twice the misfit over the number of data, so that 1 is the noise, NaN from where a
 * chain stopped; and {@code path-noise}, [step], the noise level of the states whose estimates these are, in process units.
 */
final class MisfitPaths {

    private final double[] noise;
    private final double[] misfits;
    private final int chains;

    MisfitPaths(NoiseLevels levels, Guidance guidance, int chains) {
        int steps = levels.steps();
        this.chains = chains;
        this.noise = new double[steps];
        Arrays.setAll(noise, k -> {
            int level = guidance.estimated(steps - 1 - k);
            return level < 0 ? 0 : levels.noise(level);
        });
        this.misfits = new double[steps * chains];
        Arrays.fill(misfits, Double.NaN);
    }

    /** Goes on from what {@link #values} gave. */
    void restore(double[] values) {
        if (values.length != misfits.length) {
            throw new IllegalArgumentException("path-misfit has " + values.length + " numbers, this process has "
                    + noise.length + " steps of " + chains + " chains");
        }
        System.arraycopy(values, 0, misfits, 0, misfits.length);
    }

    double[] values() {
        return misfits;
    }

    /** Keeps the misfits of a batch in the step from t, if it is the first batch. */
    void record(int step, Batch batch) {
        if (batch.first == 0) {
            System.arraycopy(batch.misfits, 0, misfits, (noise.length - 1 - step) * chains, chains);
        }
    }

    void send(Sink sink) {
        sink.array("path-noise", new int[] {noise.length}, noise);
        sink.array("path-misfit", new int[] {noise.length, chains}, misfits);
    }
}
