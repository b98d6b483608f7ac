package org.rote.plugins.diagnostic.calibration;

import org.rote.spi.Plugin;
import org.rote.testkit.PluginContract;

final class CalibrationPluginTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new CalibrationPlugin();
    }
}
