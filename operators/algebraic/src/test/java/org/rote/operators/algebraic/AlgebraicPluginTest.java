package org.rote.operators.algebraic;

import org.rote.spi.Plugin;
import org.rote.testkit.PluginContract;

class AlgebraicPluginTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new AlgebraicPlugin();
    }
}
