package org.rote.plugins.parameterization.fields;

import org.rote.numerics.WaveSpeed;
import org.rote.spi.Mapping;
import org.rote.testkit.MappingContract;
import org.rote.testkit.TestContext;

class DepthWeightingContractTest extends MappingContract {

    @Override
    protected Mapping mapping() {
        return new DepthWeightingFactory()
                .create(
                        new DepthWeightingConfig(20, 30, 0.5),
                        TestContext.in(Grids.of(WaveSpeed.SQUARED_SLOWNESS, 6, 9)));
    }
}
