package org.rote.plugins.diagnostic.collapse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.rote.spi.Case;
import org.rote.spi.Distribution;
import org.rote.spi.Posterior;
import org.rote.spi.Progress;
import org.rote.spi.RunExecutor;
import org.rote.spi.SeededStreams;
import org.rote.spi.Sink;
import org.rote.spi.Value;

/** A case with a posterior and perhaps a solution; keeps the arrays it is given. */
record Subject(Posterior posterior, Optional<Distribution> solution, List<Case> siblings, Map<String, Value> arrays)
        implements Case {

    static Subject of(Posterior posterior) {
        return new Subject(posterior, Optional.empty(), List.of(), new TreeMap<>());
    }

    Subject solvedBy(Distribution solution, Case... siblings) {
        return new Subject(posterior, Optional.of(solution), List.of(siblings), new TreeMap<>());
    }

    @Override
    public String name() {
        return "subject";
    }

    @Override
    public Map<String, String> parts() {
        return Map.of("sampler", "subject");
    }

    @Override
    public Optional<double[]> truth() {
        return Optional.empty();
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
        return (name, shape, values) -> arrays.put(name, new Value(shape, values));
    }

    @Override
    public RandomGenerator random(String task, long index) {
        return new SeededStreams(1, "subject").random(task, index);
    }
}
