package org.rote.plugins.diagnostic.collapse;

import org.rote.spi.Plugin;
import org.rote.testkit.PluginContract;

class CollapsePluginTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new CollapsePlugin();
    }
}
