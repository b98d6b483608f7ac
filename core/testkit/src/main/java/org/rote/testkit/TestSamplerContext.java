package org.rote.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.rote.spi.ChainState;
import org.rote.spi.Progress;
import org.rote.spi.RunExecutor;
import org.rote.spi.SamplerContext;
import org.rote.spi.SeededStreams;
import org.rote.spi.Sink;
import org.rote.spi.Value;

/**
 * What the engine lends to a sampler, for tests of samplers: {@code new TestSamplerContext(1000)} for a new run of 1 000 draws. The seed is 1, the executor
 * serial and progress silent unless said otherwise. Warnings and arrays are collected. The {@code with…} methods give a new context that has collected nothing.
 */
public final class TestSamplerContext implements SamplerContext {

    private final long draws;
    private final long seed;
    private final Optional<ChainState> resumeFrom;
    private final RunExecutor executor;
    private final Progress progress;
    private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Value> arrays = Collections.synchronizedMap(new TreeMap<>());

    private TestSamplerContext(
            long draws, long seed, Optional<ChainState> resumeFrom, RunExecutor executor, Progress progress) {
        this.draws = draws;
        this.seed = seed;
        this.resumeFrom = resumeFrom;
        this.executor = executor;
        this.progress = progress;
    }

    /**
     * A new run.
     *
     * @param draws how many draws will be asked for
     */
    public TestSamplerContext(long draws) {
        this(draws, 1, Optional.empty(), RunExecutor.SERIAL, Progress.SILENT);
    }

    /**
     * With another seed.
     *
     * @param seed the seed
     * @return a context with the seed
     */
    public TestSamplerContext withSeed(long seed) {
        return new TestSamplerContext(draws, seed, resumeFrom, executor, progress);
    }

    /**
     * Going on from a snapshot.
     *
     * @param state the snapshot
     * @return a context that resumes
     */
    public TestSamplerContext resumingFrom(ChainState state) {
        return new TestSamplerContext(draws, seed, Optional.of(state), executor, progress);
    }

    /**
     * With another executor.
     *
     * @param executor the executor
     * @return a context with the executor
     */
    public TestSamplerContext withExecutor(RunExecutor executor) {
        return new TestSamplerContext(draws, seed, resumeFrom, executor, progress);
    }

    /**
     * With someone who listens to progress, and may interrupt.
     *
     * @param progress the listener
     * @return a context with the listener
     */
    public TestSamplerContext withProgress(Progress progress) {
        return new TestSamplerContext(draws, seed, resumeFrom, executor, progress);
    }

    /**
     * What was warned of through this context.
     *
     * @return the messages in order
     */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /**
     * What was put into the sink.
     *
     * @return the arrays by name
     */
    public Map<String, Value> arrays() {
        return Map.copyOf(arrays);
    }

    @Override
    public long draws() {
        return draws;
    }

    @Override
    public Optional<ChainState> resumeFrom() {
        return resumeFrom;
    }

    @Override
    public RunExecutor executor() {
        return executor;
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public Sink sink() {
        return (name, shape, values) -> arrays.put(name, new Value(shape, values));
    }

    @Override
    public void warn(String message) {
        warnings.add(message);
    }

    @Override
    public RandomGenerator random(String task, long index) {
        return new SeededStreams(seed, "test").random(task, index);
    }
}
