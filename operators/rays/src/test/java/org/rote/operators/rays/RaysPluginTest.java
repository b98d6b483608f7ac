package org.rote.operators.rays;

import org.rote.spi.Plugin;
import org.rote.testkit.PluginContract;

class RaysPluginTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new RaysPlugin();
    }
}
