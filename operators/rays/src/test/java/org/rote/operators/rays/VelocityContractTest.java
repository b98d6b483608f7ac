package org.rote.operators.rays;

import org.rote.numerics.WaveSpeed;

class VelocityContractTest extends RaysContract {

    VelocityContractTest() {
        super(WaveSpeed.VELOCITY);
    }
}
