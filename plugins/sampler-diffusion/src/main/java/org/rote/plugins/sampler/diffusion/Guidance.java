package org.rote.plugins.sampler.diffusion;

/** What pulls the states of a reverse process towards the data, around each of its steps. Keeps what lasts from step to step in the batch. */
interface Guidance {

    /** Leaves the process as it is. */
    Guidance NONE = new Guidance() {};

    /** Before the step from t: may change the denoised estimates of the states. */
    default void before(int step, Batch batch, double[] denoised) {}

    /** After the step from t: may change the states, which are at t − 1 now. */
    default void after(int step, Batch batch) {}

    /** The step whose level the estimates have that are held against the data: t, or t − 1. */
    default int estimated(int step) {
        return step;
    }

    /** Whether estimates are held against the data at all. */
    default boolean fits() {
        return false;
    }
}
