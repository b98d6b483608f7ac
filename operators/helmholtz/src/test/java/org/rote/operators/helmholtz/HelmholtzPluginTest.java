package org.rote.operators.helmholtz;

import org.rote.spi.Plugin;
import org.rote.testkit.PluginContract;

class HelmholtzPluginTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new HelmholtzPlugin();
    }
}
