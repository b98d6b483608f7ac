package org.rote.plugins.sampler.optimization;

import org.rote.spi.Context;
import org.rote.spi.Diagnostic;
import org.rote.spi.Factory;

/** Makes the diagnostic {@code iterations}. */
final class IterationsFactory implements Factory<IterationsConfig, Diagnostic> {

    @Override
    public String name() {
        return "iterations";
    }

    @Override
    public Class<IterationsConfig> configType() {
        return IterationsConfig.class;
    }

    @Override
    public String describe() {
        return "misfit, gradient and models along the iterations of an optimisation such as lbfgs";
    }

    @Override
    public String example() {
        return "type: iterations";
    }

    @Override
    public Diagnostic create(IterationsConfig config, Context context) {
        return new Iterations(config.models());
    }
}
