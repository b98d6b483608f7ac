package org.rote.plugins.diagnostic.memorization;

import org.rote.spi.Plugin;
import org.rote.testkit.PluginContract;

final class MemorizationPluginTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new MemorizationPlugin();
    }
}
