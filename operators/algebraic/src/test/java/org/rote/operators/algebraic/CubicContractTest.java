package org.rote.operators.algebraic;

import org.rote.spi.Mapping;
import org.rote.testkit.MappingContract;

class CubicContractTest extends MappingContract {

    @Override
    protected Mapping mapping() {
        return new Cubic(0.3);
    }
}
