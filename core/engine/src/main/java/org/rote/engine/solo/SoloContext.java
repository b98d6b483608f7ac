package org.rote.engine.solo;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.rote.spi.Context;
import org.rote.spi.RunExecutor;
import org.rote.spi.SeededStreams;
import org.rote.spi.Space;

/** What a part is lent when there is no case around it. */
record SoloContext(
        SeededStreams streams,
        Optional<Space> where,
        Optional<double[]> data,
        RunExecutor executor,
        Consumer<String> warnings)
        implements Context {

    @Override
    public Space space() {
        return where.orElseThrow(() -> new IllegalStateException("an operator is not given a space: it defines them"));
    }

    @Override
    public void warn(String message) {
        warnings.accept(message);
    }

    @Override
    public RandomGenerator random(String task, long index) {
        return streams.random(task, index);
    }
}
