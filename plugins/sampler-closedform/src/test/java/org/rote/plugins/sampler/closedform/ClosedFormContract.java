package org.rote.plugins.sampler.closedform;

import org.rote.spi.Factory;
import org.rote.spi.Sampler;
import org.rote.testkit.SamplerContract;
import org.rote.testkit.TestContext;

/** The sampler contract on one of the plugin's samplers, made by its factory. */
abstract class ClosedFormContract extends SamplerContract {

    private final String name;
    private final Record config;

    ClosedFormContract(String name, Record config) {
        this.name = name;
        this.config = config;
    }

    @Override
    protected Sampler sampler() {
        return new ClosedFormPlugin()
                .samplers().stream()
                        .filter(factory -> factory.name().equals(name))
                        .findFirst()
                        .map(factory -> make(factory, config))
                        .orElseThrow();
    }

    private static <C extends Record> Sampler make(Factory<C, ? extends Sampler> factory, Record config) {
        return factory.create(factory.configType().cast(config), TestContext.forOperator());
    }
}
