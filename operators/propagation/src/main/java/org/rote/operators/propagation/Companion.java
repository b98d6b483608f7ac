package org.rote.operators.propagation;

import org.rote.operators.propagation.kernels.Kernels;

/** What a wave has to do with the second differences that another wave left, row by row. */
interface Companion {

    /** Nothing. */
    Companion NONE = new Companion() {};

    /** Before a row is stepped. */
    default void before(Kernels kernels, float[] now, int from, int to, float[] kept, int keptAt) {}

    /** After a row was stepped. */
    default void after(Kernels kernels, float[] next, int from, int to, float[] kept, int keptAt) {}

    /**
     * The scattered wave: its source is scale · kept.
     *
     * @param scale −δm/m at every node
     */
    record Scattering(float[] scale) implements Companion {
        @Override
        public void after(Kernels kernels, float[] next, int from, int to, float[] kept, int keptAt) {
            kernels.scatter(next, scale, from, to, kept, keptAt);
        }
    }

    /**
     * The adjoint wave: gradient ← gradient + μ · kept.
     *
     * @param gradient over the grid
     */
    record Correlation(float[] gradient) implements Companion {
        @Override
        public void before(Kernels kernels, float[] now, int from, int to, float[] kept, int keptAt) {
            kernels.correlate(gradient, now, from, to, kept, keptAt);
        }
    }
}
