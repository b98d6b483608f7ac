package org.rote.plugins.sampler.optimization;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rote.spi.Chain;
import org.rote.spi.ChainState;
import org.rote.spi.Draws;
import org.rote.spi.Likelihood;
import org.rote.spi.Mapping;
import org.rote.spi.Posterior;
import org.rote.testkit.DenseCovariance;
import org.rote.testkit.MixturePrior;
import org.rote.testkit.TestSamplerContext;
import org.rote.testkit.WhiteNoise;

/** Runs an estimator to its end. */
final class Inversion {

    static final double NOISE = 0.1;

    private Inversion() {}

    /** Exact data of {@link Arrivals#TRUTH} under a wide Gaussian prior. */
    static Posterior arrivals() {
        return of(new Arrivals(1), Arrivals.data(), 0.1, 0.1);
    }

    static Posterior of(Mapping mapping, double[] data, double... mean) {
        WhiteNoise noise = new WhiteNoise(data.length, NOISE);
        return new Posterior(
                MixturePrior.gaussian(mean, DenseCovariance.isotropic(mean.length, 1)),
                new Likelihood(mapping, noise, data));
    }

    static double[] estimate(LbfgsSampler sampler, Posterior posterior, TestSamplerContext context) {
        try (Chain chain = sampler.start(posterior, context)) {
            return toTheEnd(chain);
        }
    }

    static double[] estimate(Settings settings, Posterior posterior) {
        return estimate(settings.sampler(), posterior, new TestSamplerContext(1));
    }

    /** The state before each piece of work. */
    static List<ChainState> states(LbfgsSampler sampler, Posterior posterior) {
        List<ChainState> states = new ArrayList<>();
        try (Chain chain = sampler.start(posterior, new TestSamplerContext(1))) {
            Optional<Draws> draws;
            do {
                states.add(chain.state());
                draws = chain.advance(1);
            } while (draws.isPresent() && draws.get().count() == 0);
        }
        return states;
    }

    private static double[] toTheEnd(Chain chain) {
        Draws draws = chain.advance(1).orElseThrow();
        while (draws.count() == 0) {
            draws = chain.advance(1).orElseThrow();
        }
        return draws.values();
    }
}
