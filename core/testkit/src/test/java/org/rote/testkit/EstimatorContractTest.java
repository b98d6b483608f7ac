package org.rote.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rote.spi.Chain;
import org.rote.spi.ChainState;
import org.rote.spi.DifferentiableDensity;
import org.rote.spi.Draws;
import org.rote.spi.Posterior;
import org.rote.spi.Requirements;
import org.rote.spi.Sampler;
import org.rote.spi.SamplerContext;

/** Each planted fault must be caught by the test that is there for it. */
class EstimatorContractTest {

    @Test
    void acceptsAnEstimator() {
        assertThat(ContractRun.of(Right.class).failures()).isEmpty();
    }

    @Test
    void catchesAnEstimateThatForgetsThePrior() {
        assertThat(ContractRun.of(LikelihoodOnly.class)
                        .failures()
                        .get("givesOneDrawWhichIsTheMeanOfAGaussianPosterior"))
                .contains("one unknown under a Gaussian prior: estimate of unknown 0: expected 0.688")
                .contains("[seed 20260320]");
    }

    @Test
    void catchesASecondDraw() {
        assertThat(ContractRun.of(Twice.class).failures())
                .containsOnlyKeys("givesOneDrawWhichIsTheMeanOfAGaussianPosterior");
    }

    /** Steepest ascent of the log posterior, a hundred steps a piece. */
    private record Ascent(int draws, double prior) implements Sampler {
        @Override
        public Requirements requires() {
            return Requirements.none().andPrior(DifferentiableDensity.class);
        }

        @Override
        public Chain start(Posterior posterior, SamplerContext context) {
            return new Climb(
                    this,
                    posterior,
                    context.resumeFrom().map(ChainState::pieces).orElse(0L));
        }
    }

    private static final class Climb implements Chain {
        private static final double STEP = 0.02;
        private static final int STEPS = 2000;

        private final Ascent ascent;
        private final Posterior posterior;
        private long pieces;

        Climb(Ascent ascent, Posterior posterior, long pieces) {
            this.ascent = ascent;
            this.posterior = posterior;
            this.pieces = pieces;
        }

        @Override
        public Optional<Draws> advance(int limit) {
            if (pieces == ascent.draws()) {
                return Optional.empty();
            }
            pieces++;
            double[] x = new double[posterior.space().size()];
            double[] score = new double[x.length];
            double[] gradient = new double[x.length];
            DifferentiableDensity prior =
                    posterior.prior().capability(DifferentiableDensity.class).orElseThrow();
            for (int step = 0; step < STEPS; step++) {
                posterior.likelihood().logDensity(x, gradient);
                prior.score(x, score);
                x = Vectors.plus(Vectors.plus(x, STEP, gradient), STEP * ascent.prior(), score);
            }
            return Optional.of(new Draws(1, x));
        }

        @Override
        public ChainState state() {
            return ChainState.at(pieces);
        }
    }

    /** All but one have no fault. */
    private abstract static class Tolerant extends EstimatorContract {
        // what is left after the last step
        private static final double LEFT = 1e-6;

        @Override
        protected double tolerance() {
            return LEFT;
        }
    }

    @Subject
    static class Right extends Tolerant {
        @Override
        protected Sampler sampler() {
            return new Ascent(1, 1);
        }
    }

    @Subject
    static class LikelihoodOnly extends Tolerant {
        @Override
        protected Sampler sampler() {
            return new Ascent(1, 0);
        }
    }

    @Subject
    static class Twice extends Tolerant {
        @Override
        protected Sampler sampler() {
            return new Ascent(2, 1);
        }
    }
}
