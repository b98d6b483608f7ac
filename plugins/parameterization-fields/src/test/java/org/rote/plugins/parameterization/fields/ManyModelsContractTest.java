package org.rote.plugins.parameterization.fields;

import org.rote.numerics.WaveSpeed;
import org.rote.spi.Mapping;

/** Principal components of more models than cells. */
class ManyModelsContractTest extends ExpansionContract {

    @Override
    protected Mapping mapping() {
        return PrincipalComponentsContractTest.make(Grids.of(WaveSpeed.SLOWNESS, 3, 4), 40, 7, seed());
    }
}
