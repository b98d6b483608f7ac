package org.rote.operators.rays;

class SquaredSlownessContractTest extends RaysContract {

    SquaredSlownessContractTest() {
        super(Parameter.SQUARED_SLOWNESS);
    }
}
