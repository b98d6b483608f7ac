package org.rote.priors.empirical;

import org.rote.spi.Plugin;
import org.rote.testkit.PluginContract;

class EmpiricalPluginTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new EmpiricalPlugin();
    }
}
