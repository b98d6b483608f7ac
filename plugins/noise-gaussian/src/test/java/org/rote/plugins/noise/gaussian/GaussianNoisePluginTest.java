package org.rote.plugins.noise.gaussian;

import org.rote.spi.Plugin;
import org.rote.testkit.PluginContract;

class GaussianNoisePluginTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new GaussianNoisePlugin();
    }
}
