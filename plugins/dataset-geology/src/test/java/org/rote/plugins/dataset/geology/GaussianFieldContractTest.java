package org.rote.plugins.dataset.geology;

import org.rote.numerics.WaveSpeed;
import org.rote.spi.Dataset;
import org.rote.spi.Space;
import org.rote.testkit.DatasetContract;

class GaussianFieldContractTest extends DatasetContract {

    @Override
    protected Space space() {
        return WaveSpeed.SLOWNESS.in(Sections.grid(20, 30));
    }

    @Override
    protected Dataset dataset() {
        return GaussianFields.of(10).withSeed(seed()).in(space());
    }
}
