package org.rote.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.rote.spi.Atoms;
import org.rote.spi.Chain;
import org.rote.spi.ChainState;
import org.rote.spi.Density;
import org.rote.spi.Distribution;
import org.rote.spi.Draws;
import org.rote.spi.GaussianNoise;
import org.rote.spi.Posterior;
import org.rote.spi.Requirements;
import org.rote.spi.Sampler;
import org.rote.spi.SamplerContext;

/** Each planted fault must be caught by the test that is there for it. */
class SamplerContractTest {

    @Test
    void acceptsAMarkovChain() {
        ContractRun run = ContractRun.of(RightMetropolis.class);
        assertThat(run.failures()).isEmpty();
        assertThat(run.skipped()).isZero();
    }

    @Test
    void acceptsIndependentDrawsOfTrainingModels() {
        assertThat(ContractRun.of(RightLookup.class).failures()).isEmpty();
    }

    @Test
    void catchesASamplerThatIgnoresTheLimit() {
        assertThat(ContractRun.of(IgnoresLimit.class).failures().get("givesNoMoreDrawsThanAskedForAndAllFinite"))
                .contains("advance(1) gave 20 draws")
                .contains("[seed 20260320]");
    }

    @Test
    void catchesASamplerThatForgetsTheLikelihood() {
        assertThat(ContractRun.of(PriorOnly.class).failures())
                .containsOnlyKeys("drawsHaveTheMeanAndTheCovarianceOfThePosterior");
    }

    @Test
    void catchesAStateThatLeavesOutWhereTheChainIs() {
        assertThat(ContractRun.of(Forgetful.class).failures()).containsOnlyKeys("resumesAfterAnyPieceWithTheSameBits");
    }

    @Test
    void catchesRandomnessThatIsNotTheCases() {
        assertThat(ContractRun.of(OwnRandomness.class).failures())
                .containsKeys("sameSeedGivesTheSameBitsWithOneThreadAsWithTwo", "resumesAfterAnyPieceWithTheSameBits");
    }

    @Test
    void catchesASeedThatDoesNotMatter() {
        assertThat(ContractRun.of(FixedSeed.class).failures()).containsOnlyKeys("anotherSeedGivesOtherDraws");
    }

    @Test
    void catchesAWrongClosedForm() {
        assertThat(ContractRun.of(WrongSolution.class).failures())
                .containsOnlyKeys("closedFormHasTheMeanAndTheVariancesOfThePosterior");
    }

    @Test
    void asksForPosteriorsWhereNoneSuits() {
        assertThat(ContractRun.of(NothingSuits.class)
                        .failures()
                        .get("requiresTheSameEachTimeAndSomeKnownPosteriorMeetsIt"))
                .contains("no posterior of posteriors() meets requires()")
                .contains("needs a prior with runnable");
    }

    /** Random-walk Metropolis; each piece of work takes a stream of its own, as the contract of a chain asks. */
    private static class Metropolis implements Sampler {
        @Override
        public Requirements requires() {
            return Requirements.none().andPrior(Density.class).andNoise(GaussianNoise.class);
        }

        @Override
        public Chain start(Posterior posterior, SamplerContext context) {
            return new Walk(posterior, context);
        }
    }

    private static class Walk implements Chain {
        private static final double STEP = 1.2;
        private static final int STEPS_PER_DRAW = 10;

        final Posterior posterior;
        final SamplerContext context;
        double[] x;
        long pieces;

        Walk(Posterior posterior, SamplerContext context) {
            this.posterior = posterior;
            this.context = context;
            Optional<ChainState> state = context.resumeFrom();
            this.x = state.map(s -> s.arrays().get("x").clone())
                    .orElseGet(() -> new double[posterior.space().size()]);
            this.pieces = state.map(s -> (long) s.arrays().get("pieces")[0]).orElse(0L);
        }

        RandomGenerator random() {
            return context.random("walk", pieces);
        }

        double logDensity(double[] point) {
            return posterior.logDensity(point).orElseThrow();
        }

        @Override
        public Optional<Draws> advance(int limit) {
            RandomGenerator random = random();
            double[] values = new double[limit * x.length];
            for (int k = 0; k < limit; k++) {
                for (int step = 0; step < STEPS_PER_DRAW; step++) {
                    step(random);
                }
                System.arraycopy(x, 0, values, k * x.length, x.length);
            }
            pieces++;
            return Optional.of(new Draws(limit, values));
        }

        private void step(RandomGenerator random) {
            double[] proposal = Vectors.plus(x, STEP, Vectors.normal(random, x.length));
            if (Math.log(random.nextDouble()) < logDensity(proposal) - logDensity(x)) {
                x = proposal;
            }
        }

        @Override
        public ChainState state() {
            return new ChainState(Map.of("x", x, "pieces", new double[] {pieces}));
        }
    }

    /** Draws training models by their likelihood. */
    private static class Lookup implements Sampler {
        @Override
        public Requirements requires() {
            return Requirements.none().andPrior(Atoms.class);
        }

        @Override
        public Chain start(Posterior posterior, SamplerContext context) {
            Atoms atoms = posterior.prior().capability(Atoms.class).orElseThrow();
            double[][] models = ClosedForm.models(atoms, posterior.space().size());
            double[] logs = new double[models.length];
            Arrays.setAll(logs, n -> atoms.logWeight(n) + posterior.likelihood().logDensity(models[n]));
            double total = Vectors.logSumExp(logs);
            double[] weights =
                    Arrays.stream(logs).map(log -> Math.exp(log - total)).toArray();
            return new LookupChain(models, weights, context);
        }
    }

    private static final class LookupChain implements Chain {
        private final AtomPrior solution;
        private final SamplerContext context;
        private long pieces;

        LookupChain(double[][] models, double[] weights, SamplerContext context) {
            this.solution = new AtomPrior(weights, models);
            this.context = context;
            this.pieces = context.resumeFrom().map(ChainState::pieces).orElse(0L);
        }

        @Override
        public Optional<Draws> advance(int limit) {
            RandomGenerator random = context.random("lookup", pieces++);
            int size = solution.space().size();
            double[] values = new double[limit * size];
            double[] draw = new double[size];
            for (int k = 0; k < limit; k++) {
                solution.draw(random, draw);
                System.arraycopy(draw, 0, values, k * size, size);
            }
            return Optional.of(new Draws(limit, values, Map.of("piece", new double[limit])));
        }

        @Override
        public ChainState state() {
            return ChainState.at(pieces);
        }

        @Override
        public Optional<Distribution> solution() {
            return Optional.of(solution);
        }
    }

    @Subject
    static class RightMetropolis extends SamplerContract {
        @Override
        protected Sampler sampler() {
            return new Metropolis();
        }

        @Override
        protected int burnIn() {
            return 100;
        }
    }

    @Subject
    static class RightLookup extends SamplerContract {
        @Override
        protected Sampler sampler() {
            return new Lookup();
        }
    }

    @Subject
    static class IgnoresLimit extends SamplerContract {
        @Override
        protected Sampler sampler() {
            return new Metropolis() {
                @Override
                public Chain start(Posterior posterior, SamplerContext context) {
                    return new Walk(posterior, context) {
                        @Override
                        public Optional<Draws> advance(int limit) {
                            return super.advance(20);
                        }
                    };
                }
            };
        }
    }

    @Subject
    static class PriorOnly extends SamplerContract {
        @Override
        protected Sampler sampler() {
            return new Metropolis() {
                @Override
                public Chain start(Posterior posterior, SamplerContext context) {
                    Density prior = posterior.prior().capability(Density.class).orElseThrow();
                    return new Walk(posterior, context) {
                        @Override
                        double logDensity(double[] point) {
                            return prior.logDensity(point);
                        }
                    };
                }
            };
        }

        @Override
        protected int burnIn() {
            return 100;
        }
    }

    @Subject
    static class Forgetful extends SamplerContract {
        @Override
        protected Sampler sampler() {
            return new Metropolis() {
                @Override
                public Chain start(Posterior posterior, SamplerContext context) {
                    return new Walk(posterior, context) {
                        @Override
                        public ChainState state() {
                            double[] origin = new double[x.length];
                            return new ChainState(Map.of("x", origin, "pieces", new double[] {pieces}));
                        }
                    };
                }
            };
        }

        @Override
        protected int burnIn() {
            return 100;
        }
    }

    @Subject
    static class OwnRandomness extends SamplerContract {
        @Override
        protected Sampler sampler() {
            java.util.Random own = new java.util.Random(1);
            return new Metropolis() {
                @Override
                public Chain start(Posterior posterior, SamplerContext context) {
                    return new Walk(posterior, context) {
                        @Override
                        RandomGenerator random() {
                            return own;
                        }
                    };
                }
            };
        }
    }

    @Subject
    static class FixedSeed extends SamplerContract {
        @Override
        protected Sampler sampler() {
            return new Metropolis() {
                @Override
                public Chain start(Posterior posterior, SamplerContext context) {
                    return new Walk(posterior, context) {
                        @Override
                        RandomGenerator random() {
                            return new java.util.Random(pieces);
                        }
                    };
                }
            };
        }

        @Override
        protected int burnIn() {
            return 100;
        }
    }

    @Subject
    static class WrongSolution extends SamplerContract {
        @Override
        protected Sampler sampler() {
            return new Metropolis() {
                @Override
                public Chain start(Posterior posterior, SamplerContext context) {
                    return new Walk(posterior, context) {
                        @Override
                        public Optional<Distribution> solution() {
                            return Optional.of(posterior.prior());
                        }
                    };
                }
            };
        }

        @Override
        protected int burnIn() {
            return 100;
        }
    }

    @Subject
    static class NothingSuits extends SamplerContract {
        @Override
        protected Sampler sampler() {
            return new Metropolis() {
                @Override
                public Requirements requires() {
                    return Requirements.none().andPrior(Runnable.class);
                }
            };
        }
    }
}
