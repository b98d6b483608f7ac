package org.rote.operators.propagation;

import org.rote.operators.propagation.kernels.Increments;
import org.rote.operators.propagation.kernels.Kernels;
import org.rote.operators.propagation.kernels.Rows;

/** What a wave has to do with second differences, its own or those that another wave left. */
interface Companion {

    /** Nothing. */
    Companion NONE = new Companion() {};

    /** Keeps its own. */
    Companion KEEPING = new Companion() {
        @Override
        public boolean keeps() {
            return true;
        }
    };

    /** Whether steps leave theirs. */
    default boolean keeps() {
        return false;
    }

    /** Before rows are stepped. */
    default void before(Kernels kernels, float[] now, Rows rows, Increments kept) {}

    /** After rows were stepped. */
    default void after(Kernels kernels, float[] next, Rows rows, Increments kept) {}

    /**
     * The scattered wave: its source is scale · kept.
     *
     * @param scale −δm/m at every node
     */
    record Scattering(float[] scale) implements Companion {
        @Override
        public void after(Kernels kernels, float[] next, Rows rows, Increments kept) {
            if (kept.exist()) {
                kernels.scatter(next, scale, rows, kept);
            }
        }
    }

    /**
     * The adjoint wave: gradient ← gradient + μ · kept.
     *
     * @param gradient over the grid
     */
    record Correlation(float[] gradient) implements Companion {
        @Override
        public void before(Kernels kernels, float[] now, Rows rows, Increments kept) {
            if (kept.exist()) {
                kernels.correlate(gradient, now, rows, kept);
            }
        }
    }
}
