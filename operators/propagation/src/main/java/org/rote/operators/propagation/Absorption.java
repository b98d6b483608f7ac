package org.rote.operators.propagation;

import java.util.ArrayList;
import java.util.List;

/**
 * How absorbing layers damp: the coefficients of the recursion along an axis, b = exp(−(d + α) Δt) and a = d / (d + α) · (b − 1).
 *
 * <p>At depth ξ of a layer of thickness L, from 0 to 1, d = d₀ ξ^{@value #POWER} with d₀ = ({@value #POWER} + 1) v ln(1/R) / (2 L), and α = π f (1 − ξ): v a velocity, f the peak frequency of the wavelet and R the reflection at vertical
 * incidence that a continuous layer would have. What grids reflect is more, and least for R about {@value #REFLECTION}.
 *
 * <p>v is the fastest velocity of the model, rounded up to a power of √2: the layers must not change with every change of the model, or the derivative of what they do to the data would be missing. The price is that data jump where the fastest
 * velocity crosses such a power, by a part of what the layers reflect, some 1e-4 of the direct wave. Going smoothly from one strength to another would spread the same change over all velocities, and be wrong in the derivative at each of
 * them.
 *
 * <p>Source: D. Komatitsch and R. Martin (2007), An unsplit convolutional perfectly matched layer improved at grazing incidence for the seismic wave equation, Geophysics 72(5), SM155–SM167.
 */
public final class Absorption {

    static final double REFLECTION = 1e-6;
    private static final int POWER = 2;

    private final float[][] decays;
    private final float[][] gains;

    /**
     * The coefficients for one step.
     *
     * @param grid its layers
     * @param step Δt in s
     * @param fastest velocity in m/s
     * @param peakFrequency of the wavelet, in Hz
     */
    Absorption(PaddedGrid grid, double step, double fastest, double peakFrequency) {
        double velocity = Math.pow(2, Math.ceil(2 * Math.log(fastest) / Math.log(2)) / 2);
        List<Layer> layers = layers(grid);
        this.decays = new float[layers.size()][];
        this.gains = new float[layers.size()][];
        for (int l = 0; l < layers.size(); l++) {
            Layer layer = layers.get(l);
            int axis = layer.axis();
            int length = axis == 0 ? grid.length() : grid.count(axis);
            decays[l] = new float[length];
            gains[l] = new float[length];
            double most = (POWER + 1) * velocity * Math.log(1 / REFLECTION) / (2 * grid.cells() * grid.spacing(axis));
            for (int i = layer.from(); i < layer.to(); i++) {
                double depth = layer.depth(i);
                double damping = most * Math.pow(depth, POWER);
                double shift = Math.PI * peakFrequency * (1 - depth);
                double decay = Math.exp(-(damping + shift) * step);
                decays[l][i] = (float) decay;
                gains[l][i] = (float) (damping / (damping + shift) * (decay - 1));
            }
        }
    }

    /** The layers of a grid, slowest axis first. */
    public static List<Layer> layers(PaddedGrid grid) {
        List<Layer> layers = new ArrayList<>();
        for (int axis = grid.dimensions() - 1; axis >= 0; axis--) {
            if (grid.before(axis) > 0) {
                layers.add(new Layer(grid, axis, false));
            }
            layers.add(new Layer(grid, axis, true));
        }
        return layers;
    }

    /** b at every node along the axis of a layer; 0 outside of it. */
    public float[] decay(int layer) {
        return decays[layer];
    }

    /** a at every node along the axis of a layer; 0 outside of it. */
    public float[] gain(int layer) {
        return gains[layer];
    }
}
