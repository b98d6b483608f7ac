package org.rote.plugins.sampler.closedform;

class ReweightingContractTest extends ClosedFormContract {

    ReweightingContractTest() {
        super("reweighting", new ReweightingConfig());
    }
}
