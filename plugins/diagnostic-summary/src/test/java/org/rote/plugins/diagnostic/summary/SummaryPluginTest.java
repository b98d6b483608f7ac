package org.rote.plugins.diagnostic.summary;

import org.rote.spi.Plugin;
import org.rote.testkit.PluginContract;

class SummaryPluginTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new SummaryPlugin();
    }
}
