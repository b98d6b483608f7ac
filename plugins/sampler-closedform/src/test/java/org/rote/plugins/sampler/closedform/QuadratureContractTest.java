package org.rote.plugins.sampler.closedform;

import java.util.Optional;

class QuadratureContractTest extends ClosedFormContract {

    QuadratureContractTest() {
        super("quadrature", new QuadratureConfig(200, Optional.empty(), Optional.empty()));
    }
}
