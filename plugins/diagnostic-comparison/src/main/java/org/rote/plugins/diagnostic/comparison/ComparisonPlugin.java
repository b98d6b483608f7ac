package org.rote.plugins.diagnostic.comparison;

import java.util.List;
import org.rote.spi.Context;
import org.rote.spi.Diagnostic;
import org.rote.spi.Factory;
import org.rote.spi.Plugin;

/** Offers the diagnostic {@code against-reference}. */
public final class ComparisonPlugin implements Plugin {

    /** Made by the service loader. */
    public ComparisonPlugin() {}

    @Override
    public List<Factory<?, ? extends Diagnostic>> diagnostics() {
        return List.of(new AgainstReferenceFactory());
    }

    private static final class AgainstReferenceFactory implements Factory<AgainstReferenceConfig, Diagnostic> {

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
            return "draws beside the closed form of another sampler on the same posterior: weights of the modes, sliced Wasserstein distance, spread";
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
