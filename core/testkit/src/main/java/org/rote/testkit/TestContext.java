package org.rote.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.rote.spi.Context;
import org.rote.spi.Parameterization;
import org.rote.spi.RunExecutor;
import org.rote.spi.SeededStreams;
import org.rote.spi.Space;

/**
 * What the engine lends to a factory, for tests of factories:
 *
 * <pre>{@code
 * TestContext context = TestContext.in(Space.vector(3)).withSeed(7);
 * Prior prior = new SmoothFactory().create(new SmoothConfig(0.2), context);
 * assertThat(context.warnings()).isEmpty();
 * }</pre>
 *
 * <p>The seed is 1 and the executor serial unless said otherwise. The {@code with…} methods give a new context without warnings or notes.
 */
public final class TestContext implements Context {

    private final Optional<Space> space;
    private final Optional<Parameterization> parameterization;
    private final Optional<double[]> data;
    private final SeededStreams streams;
    private final RunExecutor executor;
    private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());
    private final List<String> notes = Collections.synchronizedList(new ArrayList<>());

    private TestContext(
            Optional<Space> space,
            Optional<Parameterization> parameterization,
            Optional<double[]> data,
            SeededStreams streams,
            RunExecutor executor) {
        this.space = space;
        this.parameterization = parameterization;
        this.data = data;
        this.streams = streams;
        this.executor = executor;
    }

    /**
     * For a part that must live in a space: a prior, a noise model, a data set, a parameterization.
     *
     * @param space the space
     * @return the context
     */
    public static TestContext in(Space space) {
        return in(Optional.of(space), Optional.empty());
    }

    /**
     * For an operator, which defines the spaces itself.
     *
     * @return the context
     */
    public static TestContext forOperator() {
        return in(Optional.empty(), Optional.empty());
    }

    /**
     * For a part that must live in the coordinates of a parameterization.
     *
     * @param parameterization coordinates to models
     * @return the context
     */
    public static TestContext behind(Parameterization parameterization) {
        return in(Optional.of(parameterization.domain()), Optional.of(parameterization));
    }

    private static TestContext in(Optional<Space> space, Optional<Parameterization> parameterization) {
        return new TestContext(
                space, parameterization, Optional.empty(), new SeededStreams(1, "test"), RunExecutor.SERIAL);
    }

    /**
     * With data, for a noise model whose level is relative to them.
     *
     * @param data the data; copied
     * @return a context with the data
     */
    public TestContext withData(double... data) {
        return new TestContext(space, parameterization, Optional.of(data.clone()), streams, executor);
    }

    /**
     * With another seed.
     *
     * @param seed the seed
     * @return a context with the seed
     */
    public TestContext withSeed(long seed) {
        return new TestContext(space, parameterization, data, new SeededStreams(seed, "test"), executor);
    }

    /**
     * With another executor.
     *
     * @param executor the executor
     * @return a context with the executor
     */
    public TestContext withExecutor(RunExecutor executor) {
        return new TestContext(space, parameterization, data, streams, executor);
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
     * What parts told of their choices, in order.
     *
     * @return the notes
     */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    @Override
    public Space space() {
        return space.orElseThrow(() -> new IllegalStateException("an operator defines the spaces itself"));
    }

    @Override
    public Optional<Parameterization> parameterization() {
        return parameterization;
    }

    @Override
    public Optional<double[]> data() {
        return data.map(double[]::clone);
    }

    @Override
    public RunExecutor executor() {
        return executor;
    }

    @Override
    public void warn(String message) {
        warnings.add(message);
    }

    @Override
    public void note(String message) {
        notes.add(message);
    }

    @Override
    public RandomGenerator random(String task, long index) {
        return streams.random(task, index);
    }
}
