package org.rote.priors.mixture;

import org.rote.spi.Plugin;
import org.rote.testkit.PluginContract;

class MixturePluginTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new MixturePlugin();
    }
}
