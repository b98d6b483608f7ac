package org.rote.operators.algebraic;

import org.rote.spi.Mapping;
import org.rote.testkit.MappingContract;

class QuadraticContractTest extends MappingContract {

    @Override
    protected Mapping mapping() {
        return new Quadratic(0.3, 0.2);
    }
}
