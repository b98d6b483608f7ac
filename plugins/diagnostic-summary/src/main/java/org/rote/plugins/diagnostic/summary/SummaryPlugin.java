package org.rote.plugins.diagnostic.summary;

import java.util.List;
import org.rote.spi.Context;
import org.rote.spi.Diagnostic;
import org.rote.spi.Factory;
import org.rote.spi.Plugin;

/** Offers the diagnostics {@code densities}, {@code posterior-summary} and {@code sampling-path}. */
public final class SummaryPlugin implements Plugin {

    /** Made by the service loader. */
    public SummaryPlugin() {}

    @Override
    public List<Factory<?, ? extends Diagnostic>> diagnostics() {
        return List.of(
                new Plain(
                        "densities",
                        "pictures of prior, likelihood and posterior over one or two unknowns",
                        new Densities()),
                new Plain(
                        "posterior-summary",
                        "mean, spread, draws and nearest training model of a field, against the truth where it is known",
                        new PosteriorSummary()),
                new Plain(
                        "sampling-path",
                        "misfit against step of samplers that go from noise to a model, such as dps",
                        new SamplingPath()));
    }

    private record Plain(String name, String describe, Diagnostic diagnostic) implements Factory<NoConfig, Diagnostic> {

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
            return diagnostic;
        }
    }
}
