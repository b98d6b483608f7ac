package org.rote.plugins.diagnostic.comparison;

import org.rote.spi.Plugin;
import org.rote.testkit.PluginContract;

class ComparisonPluginTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new ComparisonPlugin();
    }
}
