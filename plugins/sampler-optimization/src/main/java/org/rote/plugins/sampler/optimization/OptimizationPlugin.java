package org.rote.plugins.sampler.optimization;

import java.util.List;
import java.util.Optional;
import org.rote.numerics.MeasuredValues;
import org.rote.plugins.sampler.optimization.quasinewton.Box;
import org.rote.spi.Context;
import org.rote.spi.Diagnostic;
import org.rote.spi.EstimatorFactory;
import org.rote.spi.Factory;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Plugin;
import org.rote.spi.Sampler;

/** Offers the sampler {@code lbfgs} and the diagnostic {@code iterations}. */
public final class OptimizationPlugin implements Plugin {

    /** Made by the service loader. */
    public OptimizationPlugin() {}

    @Override
    public List<Factory<?, ? extends Sampler>> samplers() {
        return List.of(new Lbfgs());
    }

    @Override
    public List<Factory<?, ? extends Diagnostic>> diagnostics() {
        return List.of(new IterationsFactory());
    }

    private static final class Lbfgs implements EstimatorFactory<LbfgsConfig> {

        @Override
        public String name() {
            return "lbfgs";
        }

        @Override
        public Class<LbfgsConfig> configType() {
            return LbfgsConfig.class;
        }

        @Override
        public String describe() {
            return "one model instead of draws: minimizes misfit, and minus the log prior if included, by L-BFGS-B in stages";
        }

        @Override
        public String example() {
            return "type: lbfgs\nprior: ignored\niterations: 20";
        }

        @Override
        public Sampler create(LbfgsConfig config, Context context) {
            String unit = context.space().unit();
            return new LbfgsSampler(
                    config,
                    config.start().map(part -> Starts.read(part.create(context), context)),
                    box(config, unit),
                    config.firstChange().map(text -> MeasuredValues.read("first-change", text, unit)));
        }

        private static Box box(LbfgsConfig config, String unit) {
            double lower = bound("lower", config.lower(), unit).orElse(Double.NEGATIVE_INFINITY);
            double upper = bound("upper", config.upper(), unit).orElse(Double.POSITIVE_INFINITY);
            if (!(lower < upper)) {
                throw new InvalidInputException(
                        "lower",
                        "must be less than upper, got " + config.lower().orElse("") + " and "
                                + config.upper().orElse(""),
                        "leave room between the bounds");
            }
            return new Box(lower, upper);
        }

        private static Optional<Double> bound(String key, Optional<String> text, String unit) {
            return text.map(given -> MeasuredValues.read(key, given, unit));
        }
    }
}
