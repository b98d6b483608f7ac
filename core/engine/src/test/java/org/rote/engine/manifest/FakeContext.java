package org.rote.engine.manifest;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.rote.spi.Context;
import org.rote.spi.Parameterization;
import org.rote.spi.RunExecutor;
import org.rote.spi.SeededStreams;
import org.rote.spi.Space;

/** A context for parts that ask for little. */
final class FakeContext implements Context {

    @Override
    public Space space() {
        return Space.vector(1);
    }

    @Override
    public Optional<Parameterization> parameterization() {
        return Optional.empty();
    }

    @Override
    public Optional<double[]> data() {
        return Optional.empty();
    }

    @Override
    public RunExecutor executor() {
        return RunExecutor.SERIAL;
    }

    @Override
    public void warn(String message) {
        throw new AssertionError(message);
    }

    @Override
    public void note(String message) {
        throw new AssertionError(message);
    }

    @Override
    public RandomGenerator random(String task, long index) {
        return new SeededStreams(0, "fake").random(task, index);
    }
}
