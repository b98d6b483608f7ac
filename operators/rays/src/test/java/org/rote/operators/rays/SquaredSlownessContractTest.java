package org.rote.operators.rays;

import org.rote.numerics.WaveSpeed;

class SquaredSlownessContractTest extends RaysContract {

    SquaredSlownessContractTest() {
        super(WaveSpeed.SQUARED_SLOWNESS);
    }
}
