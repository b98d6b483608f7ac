package org.rote.plugins.dataset.geology.background;

import java.util.Arrays;
import java.util.Optional;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Dataset;
import org.rote.spi.Space;

/**
 * Smoothed models; see {@link SmoothedConfig} for how.
 *
 * @param space of the smoothed models
 * @param quantity what they hold, if it is a speed of waves
 * @param models the models, as squared slowness if it is
 * @param smoothing how
 * @param water squared slowness of water in s²/m², where water is to be kept
 */
record SmoothedDataset(
        Space space, Optional<WaveSpeed> quantity, Dataset models, Smoothing smoothing, Optional<Double> water)
        implements Dataset {

    /** Water that was converted from velocity, or read from a file in single precision, is water still. */
    private static final double ROUNDING = 1e-6;

    @Override
    public int count() {
        return models.count();
    }

    @Override
    public void read(int index, double[] out) {
        models.read(index, out);
        double[] weights = new double[space.size()];
        Arrays.fill(weights, 1);
        water.ifPresent(value -> leaveOut(value, out, weights));
        smoothing.smooth(out, weights);
        quantity.ifPresent(wanted -> {
            for (int i = 0; i < weights.length; i++) {
                out[i] = WaveSpeed.SQUARED_SLOWNESS.convert(out[i], wanted);
            }
        });
    }

    private void leaveOut(double value, double[] model, double[] weights) {
        int depths = space.axes().get(space.axes().size() - 1).count();
        for (int column = 0; column < model.length; column += depths) {
            for (int i = column; i < column + depths && Math.abs(model[i] - value) <= ROUNDING * value; i++) {
                weights[i] = 0;
            }
        }
    }
}
