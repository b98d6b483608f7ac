package org.rote.operators.rays;

class VelocityContractTest extends RaysContract {

    VelocityContractTest() {
        super(Parameter.VELOCITY);
    }
}
