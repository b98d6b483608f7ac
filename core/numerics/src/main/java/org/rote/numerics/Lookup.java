package org.rote.numerics;

import org.rote.spi.NumericsException;

/**
 * The two passes over a training set that its noisy score needs, for a batch of states. Holds the workspace of one evaluation at a time.
 */
interface Lookup {

    /**
     * First pass: logits[b N + n] = log w_n − |X_b − x_n|² / (2σ²).
     *
     * @param batch the states
     * @param sigma noise level
     * @param logits receives count × N values
     */
    void logits(Batch batch, double sigma, double[] logits);

    /**
     * Second pass: out_b = origin · X_b + scale · Σ_n r_bn (x_n − X_b).
     *
     * @param batch the states
     * @param responsibilities r, count × N
     * @param origin 0 or 1
     * @param scale factor of the displacement
     * @param out receives the results where the states are in their own array
     */
    void displacements(Batch batch, double[] responsibilities, double origin, double scale, double[] out);

    /**
     * Consecutive states of an array: state b is at {@code (first + b) * d}.
     *
     * @param states the array
     * @param first number of the first state
     * @param count number of states
     */
    record Batch(double[] states, int first, int count) {

        /** Names the first value of state b that is not finite, if there is one. */
        void requireFinite(int b, int dimension) {
            int at = (first + b) * dimension;
            for (int k = 0; k < dimension; k++) {
                if (!Double.isFinite(states[at + k])) {
                    throw new NumericsException(
                            "state " + (first + b) + ": value " + k + " must be finite, got "
                                    + states[at + k]
                                    + "; find out where the state became so: a step that is too long, or a gradient that is not finite");
                }
            }
        }
    }
}
