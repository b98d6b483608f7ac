package org.rote.plugins.diagnostic.collapse;

import java.util.List;
import java.util.function.Supplier;
import org.rote.spi.Context;
import org.rote.spi.Diagnostic;
import org.rote.spi.Factory;
import org.rote.spi.Plugin;

/** Offers the diagnostics {@code mixture-weights}, {@code effective-modes}, {@code collapse-curve}, {@code linearization-validity} and {@code against-reference}. */
public final class CollapsePlugin implements Plugin {

    /** Made by the service loader. */
    public CollapsePlugin() {}

    @Override
    public List<Factory<?, ? extends Diagnostic>> diagnostics() {
        return List.of(
                new Plain(
                        "mixture-weights",
                        "the posterior component by component: weights with and without the determinant, means, covariances, evidence",
                        MixtureWeights::new),
                new Plain(
                        "effective-modes",
                        "how many models carry the posterior: exp of the entropy of the weights, and the effective sample size",
                        EffectiveModes::new),
                new Plain(
                        "linearization-validity",
                        "whether a linearized mixture may be believed: error of F, shift of the means, distance to quadrature",
                        LinearizationValidity::new),
                new Curve(),
                new Reference());
    }

    private record Plain(String name, String describe, Supplier<Diagnostic> made)
            implements Factory<NoConfig, Diagnostic> {

        @Override
        public Class<NoConfig> configType() {
            return NoConfig.class;
        }

        @Override
        public String example() {
            return "type: " + name;
        }

        @Override
        public Diagnostic create(NoConfig config, Context context) {
            return made.get();
        }
    }

    private static final class Curve implements Factory<CollapseCurveConfig, Diagnostic> {

        @Override
        public String name() {
            return "collapse-curve";
        }

        @Override
        public Class<CollapseCurveConfig> configType() {
            return CollapseCurveConfig.class;
        }

        @Override
        public String describe() {
            return "effective posterior modes against the bandwidth sigma for training sets of several sizes, with sigma-crit";
        }

        @Override
        public String example() {
            return "type: collapse-curve\ncounts: [2, 3]\nsigma-from: 0.01\nsigma-to: 5";
        }

        @Override
        public Diagnostic create(CollapseCurveConfig config, Context context) {
            return new CollapseCurve(
                    config.counts(),
                    config.bandwidths(context.space().unit()),
                    config.pool().map(part -> ModelPool.of(part.create(context))));
        }
    }

    private static final class Reference implements Factory<AgainstReferenceConfig, Diagnostic> {

        @Override
        public String name() {
            return "against-reference";
        }

        @Override
        public Class<AgainstReferenceConfig> configType() {
            return AgainstReferenceConfig.class;
        }

        @Override
        public String describe() {
            return "draws beside the closed form of another sampler: mode weights, sliced Wasserstein distance, spread";
        }

        @Override
        public String example() {
            return "type: against-reference";
        }

        @Override
        public Diagnostic create(AgainstReferenceConfig config, Context context) {
            return new AgainstReference(config.reference());
        }
    }
}
