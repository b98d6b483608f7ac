package org.rote.plugins.dataset.geology.background;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.rote.spi.Context;
import org.rote.spi.Parameterization;
import org.rote.spi.RunExecutor;
import org.rote.spi.Space;

/**
 * The context of a data set inside another one that needs it in another quantity.
 *
 * @param outer of the data set around
 * @param space where the inner one must live
 */
record ContextIn(Context outer, Space space) implements Context {

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
