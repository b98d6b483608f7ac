package org.rote.engine.run;

import java.util.List;
import java.util.random.RandomGenerator;
import org.rote.engine.execution.Interrupt;
import org.rote.spi.Pool;
import org.rote.spi.Progress;
import org.rote.spi.RunExecutor;
import org.rote.spi.SeededStreams;
import org.rote.spi.Sink;

/**
 * A pool as its diagnostic sees it.
 *
 * @param name its name
 * @param members the cases that could be examined
 * @param executor the study's
 * @param progress the study's
 * @param directory where its arrays go
 * @param interrupt stopped where they cannot be written
 * @param streams its own randomness
 * @param <D> type of the digests
 */
record PoolView<D>(
        String name,
        List<Member<D>> members,
        RunExecutor executor,
        Progress progress,
        CaseDirectory directory,
        Interrupt interrupt,
        SeededStreams streams)
        implements Pool<D> {

    @Override
    public Sink sink() {
        return new ArraySink(directory, interrupt);
    }

    @Override
    public RandomGenerator random(String task, long index) {
        return streams.random(task, index);
    }
}
