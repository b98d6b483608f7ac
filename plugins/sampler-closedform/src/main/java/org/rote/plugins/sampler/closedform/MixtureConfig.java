package org.rote.plugins.sampler.closedform;

import org.rote.numerics.posterior.Iteration;
import org.rote.numerics.posterior.Solver;
import org.rote.spi.Default;
import org.rote.spi.Doc;

/**
 * How the equations of a mixture posterior are solved.
 *
 * @param solver with or without matrices
 * @param iteration when solves without matrices end
 */
public record MixtureConfig(
        @Doc("with matrices (dense), with products only (iterative), or by size (automatic)") @Default("automatic")
        Solver solver,

        @Doc("when solves with products only end") @Default("{}")
        Iteration iteration) {}
