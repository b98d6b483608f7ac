package org.rote.plugins.dataset.geology.basin;

import org.rote.numerics.WaveSpeed;
import org.rote.spi.Dataset;
import org.rote.spi.Space;
import org.rote.testkit.DatasetContract;

class BasinContractTest extends DatasetContract {

    @Override
    protected Space space() {
        return WaveSpeed.SQUARED_SLOWNESS.in(Basins.grid(25, 30));
    }

    @Override
    protected Dataset dataset() {
        return Basins.of(10).withSeed(seed()).in(space());
    }
}
