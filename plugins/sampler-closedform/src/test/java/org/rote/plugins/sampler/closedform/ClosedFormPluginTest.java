package org.rote.plugins.sampler.closedform;

import org.rote.spi.Plugin;
import org.rote.testkit.PluginContract;

class ClosedFormPluginTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new ClosedFormPlugin();
    }
}
