package org.rote.numerics.posterior;

import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;

/**
 * How solves without a matrix are ended.
 *
 * @param tolerance residual of a solve relative to its right-hand side
 * @param largestIterations conjugate-gradient steps after which a solve fails
 * @param probes random vectors for a log determinant
 * @param lanczosSteps products with S for each probe
 */
public record Iteration(
        @Doc("residual of a solve relative to its right-hand side") @Default("1e-8")
        double tolerance,

        @Doc("conjugate-gradient steps after which a solve fails") @Default("1000")
        int largestIterations,

        @Doc("random vectors for a log determinant") @Default("20")
        int probes,

        @Doc("products with the data covariance for each probe") @Default("60")
        int lanczosSteps) {

    /** Checks the ranges. */
    public Iteration {
        new Checks()
                .positive("tolerance", tolerance)
                .atLeast("largest-iterations", largestIterations, 1)
                .atLeast("probes", probes, 2)
                .atLeast("lanczos-steps", lanczosSteps, 1)
                .verify();
    }
}
