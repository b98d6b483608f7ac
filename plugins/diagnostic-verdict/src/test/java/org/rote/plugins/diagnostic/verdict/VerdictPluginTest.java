package org.rote.plugins.diagnostic.verdict;

import org.rote.spi.Plugin;
import org.rote.testkit.PluginContract;

final class VerdictPluginTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new VerdictPlugin();
    }
}
