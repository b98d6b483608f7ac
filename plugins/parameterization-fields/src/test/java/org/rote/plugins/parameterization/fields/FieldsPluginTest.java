package org.rote.plugins.parameterization.fields;

import org.rote.spi.Plugin;
import org.rote.testkit.PluginContract;

class FieldsPluginTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new FieldsPlugin();
    }
}
