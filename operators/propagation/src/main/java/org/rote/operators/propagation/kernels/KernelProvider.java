package org.rote.operators.propagation.kernels;

import org.rote.numerics.VectorApi;

/** Makes the kernels for a grid: on the Vector API where it is there, in plain Java elsewhere; {@link VectorApi} decides, once, and logs why. */
public enum KernelProvider {
    /** Plain loops, shaped so that the compiler vectorises them. */
    PLAIN {
        @Override
        Kernels kernels(Stencil stencil) {
            return new PlainKernels(stencil);
        }
    },
    /** The Vector API, whose module must be there. */
    VECTOR {
        @Override
        Kernels kernels(Stencil stencil) {
            if (!VectorApi.available(KernelProvider.class.getModule()::addReads)) {
                throw new IllegalStateException("module jdk.incubator.vector is absent; use " + PLAIN);
            }
            return new VectorKernels(stencil);
        }
    };

    /**
     * The one to use in this run of the program.
     *
     * @return the provider
     */
    public static KernelProvider chosen() {
        return Choice.PROVIDER;
    }

    /**
     * Kernels for one grid.
     *
     * @param second weights w_0 … w_r of the second difference at spacing 1, r = 2, 4 or 8
     * @param layerFirst weights d_0 … d_2 of the first difference in absorbing layers
     * @param layerSecond weights of the second difference there, at most w_0 … w_4
     * @param strides distance between neighbours along each axis, {1, row} or {1, row, plane}
     * @param spacings in metres, along the same axes
     * @return the kernels
     * @throws IllegalArgumentException unless there are 2 or 3 axes, the first with stride 1
     */
    public final Kernels kernels(
            double[] second, double[] layerFirst, double[] layerSecond, int[] strides, double[] spacings) {
        return kernels(new Stencil(second, layerFirst, layerSecond, strides, spacings));
    }

    abstract Kernels kernels(Stencil stencil);

    /** Decided when first asked for. */
    private static final class Choice {

        static final KernelProvider PROVIDER =
                VectorApi.chosen("acoustic stepping", KernelProvider.class.getModule()::addReads) ? VECTOR : PLAIN;
    }
}
