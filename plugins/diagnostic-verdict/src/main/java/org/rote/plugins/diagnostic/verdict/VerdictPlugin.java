package org.rote.plugins.diagnostic.verdict;

import java.util.List;
import org.rote.spi.Context;
import org.rote.spi.Diagnostic;
import org.rote.spi.Factory;
import org.rote.spi.Plugin;

/** Offers the diagnostic {@code verdict}. */
public final class VerdictPlugin implements Plugin {

    /** Made by the service loader. */
    public VerdictPlugin() {}

    @Override
    public List<Factory<?, ? extends Diagnostic>> diagnostics() {
        return List.of(new Judging());
    }

    private static final class Judging implements Factory<VerdictConfig, Diagnostic> {

        @Override
        public String name() {
            return "verdict";
        }

        @Override
        public Class<VerdictConfig> configType() {
            return VerdictConfig.class;
        }

        @Override
        public String describe() {
            return "what a case comes to, in a word: memorized or not, prior cannot explain the data, sampler wrong";
        }

        @Override
        public String example() {
            return "type: verdict\nheld-out: { type: gaussian-field, seed: 1, first: 100000, count: 400 }\n";
        }

        @Override
        public Diagnostic create(VerdictConfig config, Context context) {
            return new Judgement(config.heldOut().map(part -> part.create(context)), config.reference());
        }
    }
}
