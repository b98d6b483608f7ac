package org.rote.plugins.sampler.closedform;

import java.util.List;
import org.rote.spi.AffineMapping;
import org.rote.spi.Components;
import org.rote.spi.Context;
import org.rote.spi.Factory;
import org.rote.spi.GaussianNoise;
import org.rote.spi.Plugin;
import org.rote.spi.Requirements;
import org.rote.spi.Sampler;

/** Offers the samplers {@code reweighting}, {@code linearized-mixture}, {@code exact-mixture} and {@code quadrature}. */
public final class ClosedFormPlugin implements Plugin {

    private static final Requirements MIXTURE =
            Requirements.none().andPrior(Components.class).andNoise(GaussianNoise.class);

    /** Made by the service loader. */
    public ClosedFormPlugin() {}

    @Override
    public List<Factory<?, ? extends Sampler>> samplers() {
        return List.of(new Reweighting(), new LinearizedMixture(), new ExactMixture(), new Quadrature());
    }

    private static final class Reweighting implements Factory<ReweightingConfig, Sampler> {

        @Override
        public String name() {
            return "reweighting";
        }

        @Override
        public Class<ReweightingConfig> configType() {
            return ReweightingConfig.class;
        }

        @Override
        public String describe() {
            return "the posterior under an empirical prior, exact: training models weighted by their likelihood";
        }

        @Override
        public String example() {
            return "type: reweighting\ndraws: 2000";
        }

        @Override
        public Sampler create(ReweightingConfig config, Context context) {
            return new ReweightingSampler();
        }
    }

    private static final class LinearizedMixture implements Factory<MixtureConfig, Sampler> {

        @Override
        public String name() {
            return "linearized-mixture";
        }

        @Override
        public Class<MixtureConfig> configType() {
            return MixtureConfig.class;
        }

        @Override
        public String describe() {
            return "the posterior of a Gaussian mixture prior with F linearized at each component's mean,"
                    + " weights with their determinant";
        }

        @Override
        public String example() {
            return "type: linearized-mixture\ndraws: 2000\nsolver: automatic";
        }

        @Override
        public Sampler create(MixtureConfig config, Context context) {
            return new MixtureSampler(config, MIXTURE);
        }
    }

    private static final class ExactMixture implements Factory<MixtureConfig, Sampler> {

        @Override
        public String name() {
            return "exact-mixture";
        }

        @Override
        public Class<MixtureConfig> configType() {
            return MixtureConfig.class;
        }

        @Override
        public String describe() {
            return "the posterior of a Gaussian mixture prior under a linear operator, exact";
        }

        @Override
        public String example() {
            return "type: exact-mixture\ndraws: 2000\nsolver: automatic";
        }

        @Override
        public Sampler create(MixtureConfig config, Context context) {
            return new MixtureSampler(config, MIXTURE.andMapping(AffineMapping.class));
        }
    }

    private static final class Quadrature implements Factory<QuadratureConfig, Sampler> {

        @Override
        public String name() {
            return "quadrature";
        }

        @Override
        public Class<QuadratureConfig> configType() {
            return QuadratureConfig.class;
        }

        @Override
        public String describe() {
            return "the reference posterior in one or two dimensions: any density, integrated on a grid";
        }

        @Override
        public String example() {
            return "type: quadrature\ndraws: 2000\ncells: 2000";
        }

        @Override
        public Sampler create(QuadratureConfig config, Context context) {
            return new QuadratureSampler(config);
        }
    }
}
