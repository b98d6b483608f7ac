package org.rote.operators.propagation.kernels;

/** Strides of a grid and the weights of the differences along its axes, divided by the spacing; the weights of the centre are summed over the axes. */
final class Stencil {

    final int radius;
    /** Distance between neighbours along each axis; 1 along the first. */
    final int[] strides;
    /** Weights d_1 … d_r of D₁ per axis, at [axis][k]; [axis][0] is 0. */
    final float[][] first;
    /** Weights w_0 … w_r of D₂ per axis, at [axis][k]. */
    final float[][] second;
    /** Sum of w_0 over the axes. */
    final float centre;

    /**
     * @throws IllegalArgumentException unless there are 2 or 3 axes, the first with stride 1
     */
    Stencil(double[] weightsOfFirst, double[] weightsOfSecond, int[] strides, double[] spacings) {
        if (strides.length < 2 || strides.length > 3 || spacings.length != strides.length || strides[0] != 1) {
            throw new IllegalArgumentException("a grid must have 2 or 3 axes, the first with stride 1, got "
                    + strides.length + " strides and " + spacings.length + " spacings");
        }
        this.radius = weightsOfFirst.length - 1;
        this.strides = strides.clone();
        this.first = new float[strides.length][radius + 1];
        this.second = new float[strides.length][radius + 1];
        double sum = 0;
        for (int axis = 0; axis < strides.length; axis++) {
            double h = spacings[axis];
            for (int k = 0; k <= radius; k++) {
                first[axis][k] = (float) (weightsOfFirst[k] / h);
                second[axis][k] = (float) (weightsOfSecond[k] / (h * h));
            }
            sum += weightsOfSecond[0] / (h * h);
        }
        this.centre = (float) sum;
    }
}
