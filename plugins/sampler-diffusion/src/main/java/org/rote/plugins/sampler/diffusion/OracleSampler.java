package org.rote.plugins.sampler.diffusion;

import java.util.List;
import java.util.Optional;
import org.rote.numerics.Coordinates;
import org.rote.numerics.NoiseLevels;
import org.rote.numerics.ReverseProcess;
import org.rote.numerics.posterior.Iteration;
import org.rote.numerics.posterior.PosteriorMixture;
import org.rote.numerics.posterior.ReweightedAtoms;
import org.rote.numerics.posterior.Solver;
import org.rote.spi.Atoms;
import org.rote.spi.Chain;
import org.rote.spi.Components;
import org.rote.spi.Distribution;
import org.rote.spi.GaussianNoise;
import org.rote.spi.NoisyScore;
import org.rote.spi.NumericsException;
import org.rote.spi.Posterior;
import org.rote.spi.Requirements;
import org.rote.spi.Sampler;
import org.rote.spi.SamplerContext;

/** The reverse process of the posterior, whose denoiser is known in closed form for atoms and mixtures. */
record OracleSampler(OracleConfig config) implements Sampler {

    private static final Iteration ITERATION = new Iteration(1e-8, 1000, 20, 60);

    @Override
    public Requirements requires() {
        return config.scaling()
                .requirements(Requirements.none().andPrior(List.of(Atoms.class, Components.class), "use dps"));
    }

    @Override
    public Chain start(Posterior posterior, SamplerContext context) {
        NoiseLevels levels = config.schedule().levels();
        Levels.warnOfEarlyEnd(levels, context);
        Coordinates coordinates = config.scaling().coordinates(posterior.prior(), context);
        Distribution solution = solution(posterior, context);
        Distribution scaled = coordinates.of(solution, context.executor());
        NoisyScore score = scaled.capability(NoisyScore.class).orElseThrow();
        DiffusionChain.Recipe recipe = new DiffusionChain.Recipe(
                new ReverseProcess(score, levels, coordinates.size()),
                config.process(),
                Guidance.NONE,
                new Pull(posterior.likelihood(), coordinates),
                Membership.of(scaled, Coordinates.identity(coordinates.size())),
                Optional.of(solution),
                Chains.of(config.chains(), context.draws()));
        return new DiffusionChain(recipe, context);
    }

    private static Distribution solution(Posterior posterior, SamplerContext context) {
        Optional<Atoms> atoms = posterior.prior().capability(Atoms.class);
        if (atoms.isPresent()) {
            return new ReweightedAtoms(atoms.get(), posterior.likelihood(), context);
        }
        if (!(posterior.likelihood().noise() instanceof GaussianNoise)) {
            throw new NumericsException(
                    "oracle-diffusion needs gaussian noise with a prior that has no atoms; give the noise a covariance, or use dps");
        }
        return PosteriorMixture.of(posterior, Solver.AUTOMATIC, ITERATION, context);
    }
}
