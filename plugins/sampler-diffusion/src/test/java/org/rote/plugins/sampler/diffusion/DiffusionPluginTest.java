package org.rote.plugins.sampler.diffusion;

import org.rote.spi.Plugin;
import org.rote.testkit.PluginContract;

class DiffusionPluginTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new DiffusionPlugin();
    }
}
