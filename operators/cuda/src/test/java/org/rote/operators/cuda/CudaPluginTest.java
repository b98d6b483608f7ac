package org.rote.operators.cuda;

import org.rote.spi.Plugin;
import org.rote.testkit.PluginContract;

final class CudaPluginTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new CudaPlugin();
    }
}
