package org.rote.priors.mixture;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.rote.spi.Context;
import org.rote.spi.Parameterization;
import org.rote.spi.RunExecutor;
import org.rote.spi.Space;

/** A context for a data set of directions: those are differences of models, which must not be brought into coordinates as models are. */
record CoordinatesOnly(Context outer) implements Context {

    @Override
    public Space space() {
        return outer.space();
    }

    @Override
    public Optional<Parameterization> parameterization() {
        return Optional.empty();
    }

    @Override
    public Optional<double[]> data() {
        return outer.data();
    }

    @Override
    public RunExecutor executor() {
        return outer.executor();
    }

    @Override
    public void warn(String message) {
        outer.warn(message);
    }

    @Override
    public void note(String message) {
        outer.note(message);
    }

    @Override
    public RandomGenerator random(String task, long index) {
        return outer.random(task, index);
    }
}
