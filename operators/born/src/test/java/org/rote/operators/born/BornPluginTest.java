package org.rote.operators.born;

import org.rote.spi.Plugin;
import org.rote.testkit.PluginContract;

final class BornPluginTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new BornPlugin();
    }
}
