package org.rote.spi;

import java.util.Optional;

/**
 * A probability distribution over a {@link Space}, of which one asks what it can do.
 *
 * <p>The capabilities are interfaces: {@link Drawable}, {@link Density}, {@link DifferentiableDensity}, {@link NoisyScore}, {@link DenoiserJacobian}, {@link Atoms}, {@link
 * Components}, {@link TrainingSet}, and whatever a later version or a plugin adds. What follows in closed form from another capability (the noisy score of
 * atoms, the density of a mixture) is derived by the framework, so an author offers only what is his own.
 *
 * <p>Immutable and safe to use from several threads at once, and so is every capability it hands out.
 */
public interface Distribution {

    /**
     * Where the distribution lives.
     *
     * @return always the same space
     */
    Space space();

    /**
     * What this distribution can do. By default: the capabilities that its own class implements.
     *
     * @param type the capability interface
     * @param <C> the capability
     * @return the capability, or empty when there is none
     */
    default <C> Optional<C> capability(Class<C> type) {
        return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
    }
}
