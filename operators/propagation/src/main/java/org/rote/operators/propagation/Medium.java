package org.rote.operators.propagation;

/**
 * A model on the grid, ready to be stepped through.
 *
 * @param step Δt in s
 * @param c Δt²/m at every node of the grid, 0 in the padding
 * @param absorption what the layers do at this step
 */
record Medium(double step, float[] c, Absorption absorption) {

    /**
     * Brings a model onto the grid.
     *
     * @param grid the grid
     * @param model squared slowness in s²/m²
     * @param step Δt in s
     * @param fastest velocity of the model in m/s
     * @param peakFrequency of the wavelet in Hz
     */
    static Medium of(PaddedGrid grid, double[] model, double step, double fastest, double peakFrequency) {
        double[] factors = new double[model.length];
        for (int i = 0; i < model.length; i++) {
            factors[i] = step * step / model[i];
        }
        float[] c = new float[grid.size()];
        grid.extend(factors, c);
        return new Medium(step, c, new Absorption(grid, step, fastest, peakFrequency));
    }
}
