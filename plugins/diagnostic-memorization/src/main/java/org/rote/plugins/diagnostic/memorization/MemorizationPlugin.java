package org.rote.plugins.diagnostic.memorization;

import java.util.List;
import org.rote.spi.Context;
import org.rote.spi.Diagnostic;
import org.rote.spi.Factory;
import org.rote.spi.Plugin;

/** Offers the diagnostics {@code nearest-neighbours}, {@code attribution}, {@code lookup}, {@code collapse-times} and {@code truth-contrast}. */
public final class MemorizationPlugin implements Plugin {

    /** Made by the service loader. */
    public MemorizationPlugin() {}

    @Override
    public List<Factory<?, ? extends Diagnostic>> diagnostics() {
        return List.of(new Neighbouring(), new Attributing(), new LookingUp(), new Timing(), new Contrasting());
    }

    private static final class Neighbouring implements Factory<NearestNeighboursConfig, Diagnostic> {

        @Override
        public String name() {
            return "nearest-neighbours";
        }

        @Override
        public Class<NearestNeighboursConfig> configType() {
            return NearestNeighboursConfig.class;
        }

        @Override
        public String describe() {
            return "whether draws come closer to single training models than models that were held out, left out, or scattered around mean and truth";
        }

        @Override
        public String example() {
            return "type: nearest-neighbours\nheld-out: { type: gaussian-field, seed: 1, first: 100000, count: 500 }\n";
        }

        @Override
        public Diagnostic create(NearestNeighboursConfig config, Context context) {
            return new NearestNeighbours(config, config.heldOut().map(part -> part.create(context)));
        }
    }

    private static final class Attributing implements Factory<AttributionConfig, Diagnostic> {

        @Override
        public String name() {
            return "attribution";
        }

        @Override
        public Class<AttributionConfig> configType() {
            return AttributionConfig.class;
        }

        @Override
        public String describe() {
            return "which training models draws come from, as copies of one or averages of several";
        }

        @Override
        public String example() {
            return "type: attribution\nheld-out: { type: gaussian-field, seed: 1, first: 100000, count: 500 }\n";
        }

        @Override
        public Diagnostic create(AttributionConfig config, Context context) {
            return new Attribution(config, config.heldOut().map(part -> part.create(context)));
        }
    }

    private static final class LookingUp implements Factory<LookupConfig, Diagnostic> {

        @Override
        public String name() {
            return "lookup";
        }

        @Override
        public Class<LookupConfig> configType() {
            return LookupConfig.class;
        }

        @Override
        public String describe() {
            return "what the training set alone says of the data: how many of its models carry the posterior, and whether any explains them";
        }

        @Override
        public String example() {
            return "type: lookup";
        }

        @Override
        public Diagnostic create(LookupConfig config, Context context) {
            return new Lookup();
        }
    }

    private static final class Timing implements Factory<CollapseTimesConfig, Diagnostic> {

        @Override
        public String name() {
            return "collapse-times";
        }

        @Override
        public Class<CollapseTimesConfig> configType() {
            return CollapseTimesConfig.class;
        }

        @Override
        public String describe() {
            return "at which noise levels a diffusion process that memorized the training set decides which kind of model it will be, and which training model";
        }

        @Override
        public String example() {
            return "type: collapse-times\nschedule: { type: vp-linear, beta-start: 5e-4, beta-end: 0.1, steps: 200 }\n";
        }

        @Override
        public Diagnostic create(CollapseTimesConfig config, Context context) {
            return new CollapseTimes(config);
        }
    }

    private static final class Contrasting implements Factory<TruthContrastConfig, Diagnostic> {

        @Override
        public String name() {
            return "truth-contrast";
        }

        @Override
        public Class<TruthContrastConfig> configType() {
            return TruthContrastConfig.class;
        }

        @Override
        public String describe() {
            return "what a posterior owes to the truth being one of its prior's training models: the same prior trained with and without it";
        }

        @Override
        public String example() {
            return "type: truth-contrast\nwith: [truth-in]\nwithout: [truth-out]\n";
        }

        @Override
        public Diagnostic create(TruthContrastConfig config, Context context) {
            return new TruthContrast(config);
        }
    }
}
