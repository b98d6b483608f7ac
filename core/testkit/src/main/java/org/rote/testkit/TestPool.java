package org.rote.testkit;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.rote.spi.Diagnostic;
import org.rote.spi.Pool;
import org.rote.spi.PooledDiagnostic;
import org.rote.spi.Progress;
import org.rote.spi.RunExecutor;
import org.rote.spi.SeededStreams;
import org.rote.spi.Sink;
import org.rote.spi.Value;

/**
 * Cases that a diagnostic pools, for tests: {@code TestPool.of(members).concludedBy(diagnostic)}. The seed is 1, the executor serial and progress silent. Arrays are collected.
 *
 * @param <D> type of what is kept of each case
 */
public final class TestPool<D> implements Pool<D> {

    private final List<Member<D>> members;
    private final Map<String, Value> arrays = Collections.synchronizedMap(new TreeMap<>());

    private TestPool(List<Member<D>> members) {
        this.members = List.copyOf(members);
    }

    /**
     * A pool named {@code pool}.
     *
     * @param members its members, see {@link TestCase#digestedBy}
     * @param <D> type of what is kept of each case
     * @return the pool
     */
    public static <D> TestPool<D> of(List<Member<D>> members) {
        return new TestPool<>(members);
    }

    /**
     * Asks a diagnostic about this pool.
     *
     * @param diagnostic one that applies to the pool
     * @return what it found
     * @throws IllegalArgumentException when the diagnostic does not apply; says its reason
     */
    public Diagnostic.Conclusion concludedBy(PooledDiagnostic<D> diagnostic) {
        diagnostic.inapplicable(this).ifPresent(reason -> {
            throw new IllegalArgumentException("the diagnostic does not apply: " + reason);
        });
        return diagnostic.conclude(this);
    }

    /**
     * What diagnostics put into the sink.
     *
     * @return the arrays by name
     */
    public Map<String, Value> arrays() {
        return Map.copyOf(arrays);
    }

    @Override
    public String name() {
        return "pool";
    }

    @Override
    public List<Member<D>> members() {
        return members;
    }

    @Override
    public RunExecutor executor() {
        return RunExecutor.SERIAL;
    }

    @Override
    public Progress progress() {
        return Progress.SILENT;
    }

    @Override
    public Sink sink() {
        return (array, shape, values) -> arrays.put(array, new Value(shape, values));
    }

    @Override
    public RandomGenerator random(String task, long index) {
        return new SeededStreams(1, name()).random(task, index);
    }
}
