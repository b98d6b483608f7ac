package org.rote.plugins.dataset.geology;

import org.rote.spi.Plugin;
import org.rote.testkit.PluginContract;

class GeologyPluginTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new GeologyPlugin();
    }
}
