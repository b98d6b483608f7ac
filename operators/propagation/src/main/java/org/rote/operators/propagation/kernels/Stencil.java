package org.rote.operators.propagation.kernels;

/** Strides of a grid and the weights of the differences along its axes, divided by the spacing; the weights of the centre are summed over the axes. */
final class Stencil {

    /** How far first differences in layers reach. */
    static final int LAYER_RADIUS_OF_FIRST = 2;

    final int radius;
    /** Distance between neighbours along each axis; 1 along the first. */
    final int[] strides;
    /** Weights w_0 … w_r of D₂ per axis, at [axis][k]. */
    final float[][] second;
    /** Sum of w_0 over the axes. */
    final float centre;
    /** Weights d_1 and d_2 of D₁ in layers, at [axis][k]; [axis][0] is 0. */
    final float[][] layerFirst;
    /** Weights w_0 … w_4 of D₂ in layers, at [axis][k]. */
    final float[][] layerSecond;

    /**
     * Divides the weights by the spacings.
     *
     * @throws IllegalArgumentException unless there are 2 or 3 axes, the first with stride 1
     */
    Stencil(double[] second, double[] layerFirst, double[] layerSecond, int[] strides, double[] spacings) {
        if (strides.length < 2 || strides.length > 3 || spacings.length != strides.length || strides[0] != 1) {
            throw new IllegalArgumentException("a grid must have 2 or 3 axes, the first with stride 1, got "
                    + strides.length + " strides and " + spacings.length + " spacings");
        }
        this.radius = second.length - 1;
        this.strides = strides.clone();
        this.second = scaled(second, 2, radius, spacings);
        this.layerFirst = scaled(layerFirst, 1, LAYER_RADIUS_OF_FIRST, spacings);
        this.layerSecond = scaled(layerSecond, 2, LayerRows.RADIUS, spacings);
        double sum = 0;
        for (double h : spacings) {
            sum += second[0] / (h * h);
        }
        this.centre = (float) sum;
    }

    /** Weights over a power of each spacing, with zeros up to a radius. */
    private static float[][] scaled(double[] weights, int power, int radius, double[] spacings) {
        float[][] scaled = new float[spacings.length][radius + 1];
        for (int axis = 0; axis < spacings.length; axis++) {
            for (int k = 0; k < weights.length; k++) {
                scaled[axis][k] = (float) (weights[k] / Math.pow(spacings[axis], power));
            }
        }
        return scaled;
    }
}
