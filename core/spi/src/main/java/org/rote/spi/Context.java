package org.rote.spi;

import java.util.Optional;

/** What the engine lends to a {@link Factory} while it creates a part of a case. */
public interface Context extends Streams {

    /**
     * The space in which the new part must live: the domain of the operator for a parameterization's range and, without one, for priors and data sets; the latent
     * space for priors and their data sets where there is a parameterization; the data space for noise.
     *
     * @return the space
     * @throws IllegalStateException for an operator, which defines the spaces itself
     */
    Space space();

    /**
     * The parameterization between {@link #space()} and the models: {@code space()} is its domain, models live in its range. A data set inside the new part may be given
     * in either; {@link Part#create} brings models into coordinates, so that a prior or a diagnostic always reads its data sets in {@code space()}.
     *
     * @return the parameterization, or empty where models live in {@code space()} itself
     */
    Optional<Parameterization> parameterization();

    /**
     * For noise models: the noise-free data where the observation is made from a known truth, the observation itself otherwise. For levels relative to
     * the data.
     *
     * @return the data, or empty for other parts
     */
    Optional<double[]> data();

    /**
     * For work inside {@link Factory#create} that is worth several threads; may be kept by the created part.
     *
     * @return the study's executor
     */
    RunExecutor executor();

    /**
     * Tells the user of something that is doubtful but no error. Shown in the terminal and first in the report.
     *
     * @param message what, with values and units, and what to do about it
     */
    void warn(String message);

    /**
     * Tells the user of a choice that the part made by itself and of what it costs: a step in time, a way to keep within a budget. No doubt is meant. Shown once in the terminal and in
     * the report, beside what was asked.
     *
     * @param message what, with values and units
     */
    void note(String message);
}
