package org.rote.operators.propagation;

import java.util.Arrays;
import java.util.List;

/**
 * The state of one wave: the field at two steps, and the memories of the layers. Which of the two is now goes by whether the step's number is even, so that nothing has to be exchanged between threads.
 */
final class Fields {

    private final float[][] arrays;
    private final int layers;

    /** Zeros. */
    Fields(PaddedGrid grid, List<Layer> layers) {
        this.layers = layers.size();
        this.arrays = new float[2 + 2 * this.layers][];
        arrays[0] = new float[grid.size()];
        arrays[1] = new float[grid.size()];
        for (int l = 0; l < this.layers; l++) {
            arrays[2 + l] = new float[layers.get(l).memorySize()];
            arrays[2 + this.layers + l] = new float[layers.get(l).memorySize()];
        }
    }

    /** The field from which a step begins. */
    float[] now(int step) {
        return arrays[step & 1];
    }

    /** The field before it, which becomes the one after it. */
    float[] other(int step) {
        return arrays[1 - (step & 1)];
    }

    /** First memory of a layer: ψ, or W. */
    float[] first(int layer) {
        return arrays[2 + layer];
    }

    /** Second memory of a layer: ζ, or V. */
    float[] second(int layer) {
        return arrays[2 + layers + layer];
    }

    /** Sets everything to 0. */
    void clear() {
        for (float[] array : arrays) {
            Arrays.fill(array, 0);
        }
    }

    /** Takes another state of the same grid. */
    void copyFrom(Fields other) {
        for (int i = 0; i < arrays.length; i++) {
            System.arraycopy(other.arrays[i], 0, arrays[i], 0, arrays[i].length);
        }
    }
}
