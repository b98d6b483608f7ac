package org.rote.benchmarks;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.rote.spi.Context;
import org.rote.spi.Parameterization;
import org.rote.spi.RunExecutor;
import org.rote.spi.SeededStreams;
import org.rote.spi.Space;

/** What an operator's factory is given: threads, and nowhere to warn to but the terminal. */
record OperatorContext(RunExecutor executor, SeededStreams streams) implements Context {

    OperatorContext(RunExecutor executor) {
        this(executor, new SeededStreams(1, "benchmark"));
    }

    @Override
    public Space space() {
        throw new IllegalStateException("an operator defines its spaces itself");
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
    public void warn(String message) {
        System.out.println("# warning: " + message);
    }

    @Override
    public void note(String message) {
        System.out.println("# note: " + message);
    }

    @Override
    public RandomGenerator random(String name, long index) {
        return streams.random(name, index);
    }
}
