package org.rote.spi;

import java.util.List;

/**
 * The entry of a plugin, found by {@link java.util.ServiceLoader}: the factories it offers. A module says {@code provides org.rote.spi.Plugin with …} and exports the
 * package of its config records.
 */
public interface Plugin {

    /**
     * Forward operators, for the section {@code operator}.
     *
     * @return the factories
     */
    default List<Factory<?, ? extends ForwardOperator>> operators() {
        return List.of();
    }

    /**
     * Parameterizations, for the section {@code parameterization}.
     *
     * @return the factories
     */
    default List<Factory<?, ? extends Parameterization>> parameterizations() {
        return List.of();
    }

    /**
     * Noise models, for the section {@code noise}.
     *
     * @return the factories
     */
    default List<Factory<?, ? extends NoiseModel>> noises() {
        return List.of();
    }

    /**
     * Priors, for the section {@code prior}.
     *
     * @return the factories
     */
    default List<Factory<?, ? extends Prior>> priors() {
        return List.of();
    }

    /**
     * Samplers, for the section {@code sampler}.
     *
     * @return the factories
     */
    default List<Factory<?, ? extends Sampler>> samplers() {
        return List.of();
    }

    /**
     * Data sets, for training sets and truths inside other sections.
     *
     * @return the factories
     */
    default List<Factory<?, ? extends Dataset>> datasets() {
        return List.of();
    }

    /**
     * Diagnostics, for the section {@code diagnostics}.
     *
     * @return the factories
     */
    default List<Factory<?, ? extends Diagnostic>> diagnostics() {
        return List.of();
    }

    /**
     * Reports, for the section {@code report}.
     *
     * @return the factories
     */
    default List<Factory<?, ? extends Report>> reports() {
        return List.of();
    }
}
