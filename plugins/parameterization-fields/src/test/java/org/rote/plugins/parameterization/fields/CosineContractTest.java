package org.rote.plugins.parameterization.fields;

import java.util.List;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Mapping;
import org.rote.testkit.TestContext;

class CosineContractTest extends ExpansionContract {

    @Override
    protected Mapping mapping() {
        CosineConfig config = new CosineConfig(List.of(4, 3), "2 km/s", "0.02 s^2/km^2", 1.1, 0);
        return new CosineFactory().create(config, TestContext.in(Grids.of(WaveSpeed.SQUARED_SLOWNESS, 12, 7)));
    }
}
