package org.rote.plugins.sampler.optimization;

import org.rote.spi.Plugin;
import org.rote.testkit.PluginContract;

class OptimizationPluginTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new OptimizationPlugin();
    }
}
