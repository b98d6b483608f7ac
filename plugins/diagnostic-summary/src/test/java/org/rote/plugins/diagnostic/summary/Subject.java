package org.rote.plugins.diagnostic.summary;

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

/** A case with a posterior, perhaps a solution and a truth; keeps the arrays it is given. */
record Subject(
        Posterior posterior,
        Optional<Distribution> solution,
        Optional<double[]> truth,
        List<Case> siblings,
        Map<String, Value> arrays)
        implements Case {

    static Subject of(Posterior posterior) {
        return new Subject(posterior, Optional.empty(), Optional.empty(), List.of(), new TreeMap<>());
    }

    Subject solvedBy(Distribution found) {
        return new Subject(posterior, Optional.of(found), truth, siblings, arrays);
    }

    Subject beside(Case sibling) {
        return new Subject(posterior, solution, truth, List.of(sibling), arrays);
    }

    Subject madeFrom(double... model) {
        return new Subject(posterior, solution, Optional.of(model), siblings, arrays);
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
