package org.rote.spi;

/**
 * The derivative J of a {@link Mapping} at one point, with whatever makes it cheap to apply. Used by one thread at a time; closed by whoever
 * asked for it.
 *
 * <p>{@code vjp} is the exact transpose of {@code jvp} with respect to the plain dot product of the flat arrays: ⟨J dx, dy⟩ = ⟨dx, Jᵀ dy⟩ to
 * 1e-12 relative to ‖J dx‖‖dy‖ in double precision, 1e-5 in single.
 */
public interface Linearization extends AutoCloseable {

    /**
     * F at the point of linearization.
     *
     * @return an array that belongs to this linearization; read it, do not change it
     */
    double[] value();

    /**
     * Applies the derivative: out = J dx.
     *
     * @param dx a direction in the domain; not modified
     * @param out receives J dx, in the range; overwritten whole
     */
    void jvp(double[] dx, double[] out);

    /**
     * Applies the transpose: out = Jᵀ dy.
     *
     * @param dy a direction in the range; not modified
     * @param out receives Jᵀ dy, in the domain; overwritten whole
     */
    void vjp(double[] dy, double[] out);

    /** Releases what is held. Does nothing by default; may be called twice. */
    @Override
    default void close() {}
}
