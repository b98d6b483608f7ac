package org.rote.numerics.input;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.rote.spi.Context;
import org.rote.spi.Parameterization;
import org.rote.spi.RunExecutor;
import org.rote.spi.Space;

/**
 * The context of a data set inside a part that needs it in another space than its own: another quantity, or models for an operator, which has no space itself. There is no parameterization in between.
 *
 * @param outer of the part around
 * @param space where the data set must live
 */
public record ContextIn(Context outer, Space space) implements Context {

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
