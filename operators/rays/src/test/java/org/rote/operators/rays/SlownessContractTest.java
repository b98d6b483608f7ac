package org.rote.operators.rays;

class SlownessContractTest extends RaysContract {

    SlownessContractTest() {
        super(Parameter.SLOWNESS);
    }
}
