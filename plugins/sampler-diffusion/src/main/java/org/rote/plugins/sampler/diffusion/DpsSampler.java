package org.rote.plugins.sampler.diffusion;

import java.util.List;
import java.util.Optional;
import org.rote.numerics.Coordinates;
import org.rote.numerics.NoiseLevels;
import org.rote.numerics.ReverseProcess;
import org.rote.plugins.sampler.diffusion.MoveGuidance.Rule;
import org.rote.spi.Chain;
import org.rote.spi.DenoiserJacobian;
import org.rote.spi.Distribution;
import org.rote.spi.GaussianNoise;
import org.rote.spi.NoisyScore;
import org.rote.spi.Posterior;
import org.rote.spi.Requirements;
import org.rote.spi.Sampler;
import org.rote.spi.SamplerContext;

/** The reverse process of the prior, guided by the likelihood of its estimates. */
record DpsSampler(DpsConfig config) implements Sampler {

    @Override
    public Requirements requires() {
        Requirements requirements = Requirements.none().andPrior(NoisyScore.class);
        if (config.jacobian() == Jacobian.EXACT) {
            requirements = requirements.andPrior(List.of(DenoiserJacobian.class), "give jacobian: omitted");
        }
        if (config.step() instanceof Step.MomentMatching) {
            requirements = requirements.andNoise(GaussianNoise.class);
        }
        return config.scaling().requirements(requirements);
    }

    @Override
    public Chain start(Posterior posterior, SamplerContext context) {
        NoiseLevels levels = config.schedule().levels();
        Levels.warnOfEarlyEnd(levels, context);
        Coordinates coordinates = config.scaling().coordinates(posterior.prior(), context);
        Distribution prior = coordinates.of(posterior.prior(), context.executor());
        NoisyScore score = prior.capability(NoisyScore.class).orElseThrow();
        Optional<DenoiserJacobian> jacobian = config.jacobian() == Jacobian.EXACT
                ? Optional.of(prior.capability(DenoiserJacobian.class).orElseThrow())
                : Optional.empty();
        ReverseProcess process = new ReverseProcess(score, levels, coordinates.size());
        Pull pull = new Pull(posterior.likelihood(), coordinates);
        DiffusionChain.Recipe recipe = new DiffusionChain.Recipe(
                process,
                config.process(),
                guidance(new Gradients(pull, jacobian, levels, context), process, posterior),
                pull,
                Membership.of(posterior.prior(), coordinates),
                Optional.empty(),
                Chains.of(config.chains(), context.draws()));
        return new DiffusionChain(recipe, context);
    }

    private Guidance guidance(Gradients gradients, ReverseProcess process, Posterior posterior) {
        Step step = config.step();
        if (step instanceof Step.MomentMatching matching) {
            GaussianNoise noise = (GaussianNoise) posterior.likelihood().noise();
            return new MomentGuidance(gradients, noise.covariance(), matching.iterations());
        }
        if (step instanceof Step.Chung chung) {
            return new MoveGuidance(gradients, Rule.chung(chung.zeta()));
        }
        if (step instanceof Step.Adagrad adagrad) {
            return new MoveGuidance(gradients, Rule.adagrad(adagrad.step()));
        }
        return step instanceof Step.Normalized normalized
                ? new NormalizedGuidance(gradients, process, normalized.step())
                : new ScaledGuidance(gradients);
    }
}
