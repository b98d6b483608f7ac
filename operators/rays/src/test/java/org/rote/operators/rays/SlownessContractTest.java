package org.rote.operators.rays;

import org.rote.numerics.WaveSpeed;

class SlownessContractTest extends RaysContract {

    SlownessContractTest() {
        super(WaveSpeed.SLOWNESS);
    }
}
