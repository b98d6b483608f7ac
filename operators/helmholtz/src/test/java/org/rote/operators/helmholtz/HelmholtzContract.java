package org.rote.operators.helmholtz;

import java.util.random.RandomGenerator;
import org.rote.spi.Mapping;
import org.rote.testkit.MappingContract;

/** The mapping contract on a small survey with two frequencies. */
abstract class HelmholtzContract extends MappingContract {

    private final Small small;

    HelmholtzContract(Small small) {
        this.small = small;
    }

    @Override
    protected Mapping mapping() {
        return small.operator(7, 11.5);
    }

    @Override
    protected double[] point(RandomGenerator random, int size) {
        return small.model(random, size);
    }

    /** Short, as waves between the scatterers of a random medium bend F strongly; longer where rounding hides short steps. */
    @Override
    protected double taylorStep() {
        return small.precision() == Precision.DOUBLE ? 0.01 : 0.05;
    }

    @Override
    protected double tolerance() {
        return small.precision() == Precision.DOUBLE ? DOUBLE : FLOAT;
    }
}
