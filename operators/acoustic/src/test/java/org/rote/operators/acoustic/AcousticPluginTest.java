package org.rote.operators.acoustic;

import org.rote.spi.Plugin;
import org.rote.testkit.PluginContract;

final class AcousticPluginTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new AcousticPlugin();
    }
}
