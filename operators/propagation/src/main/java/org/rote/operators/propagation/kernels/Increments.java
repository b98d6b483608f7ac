package org.rote.operators.propagation.kernels;

/**
 * Where second differences in time, u⁺ − 2u + u⁻, of some rows lie.
 *
 * @param values of a step
 * @param at index of that of the first point of the first row
 * @param stride indices from one row to the next
 */
public record Increments(float[] values, int at, int stride) {

    /** Of a step of which they are not kept. */
    public static final Increments NONE = new Increments(new float[0], 0, 0);

    /**
     * Whether there are any.
     *
     * @return whether they are kept
     */
    public boolean exist() {
        return values.length > 0;
    }
}
