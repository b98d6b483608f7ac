package org.rote.operators.propagation;

import java.util.List;
import org.rote.operators.propagation.kernels.KernelProvider;
import org.rote.operators.propagation.kernels.Kernels;

/**
 * What all steps on a grid share.
 *
 * @param grid where fields lie
 * @param kernels that step rows
 * @param layers that absorb, slowest axis first
 * @param tiles that can be stepped side by side
 */
record SteppingSpace(PaddedGrid grid, Kernels kernels, List<Layer> layers, Tiles tiles) {

    /** Makes kernels, layers and tiles for a grid. */
    static SteppingSpace of(PaddedGrid grid, KernelProvider provider) {
        int[] strides = new int[grid.dimensions()];
        double[] spacings = new double[grid.dimensions()];
        for (int axis = 0; axis < strides.length; axis++) {
            strides[axis] = grid.stride(axis);
            spacings[axis] = grid.spacing(axis);
        }
        return new SteppingSpace(
                grid,
                provider.kernels(
                        grid.differences().second(),
                        Differences.FOURTH.first(),
                        grid.differences().inLayers().second(),
                        strides,
                        spacings),
                Absorption.layers(grid),
                new Tiles(grid));
    }

    /** A wave at rest. */
    Fields fields() {
        return new Fields(grid, layers);
    }

    /** Floats in the state of a wave. */
    long fieldsSize() {
        long memories = layers.stream().mapToLong(Layer::memorySize).sum();
        return 2L * grid.size() + 2 * memories;
    }
}
