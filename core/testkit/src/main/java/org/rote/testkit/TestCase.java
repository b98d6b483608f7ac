package org.rote.testkit;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.rote.spi.Case;
import org.rote.spi.Diagnostic;
import org.rote.spi.Distribution;
import org.rote.spi.Draws;
import org.rote.spi.Posterior;
import org.rote.spi.Progress;
import org.rote.spi.RunExecutor;
import org.rote.spi.SeededStreams;
import org.rote.spi.Sink;
import org.rote.spi.Value;

/**
 * A finished case as a diagnostic sees it, for tests of diagnostics:
 *
 * <pre>{@code
 * TestCase subject = TestCase.of(posterior).withTruth(1.2).withSolution(mixture);
 * Diagnostic.Conclusion conclusion = subject.examinedBy(diagnostic, draws);
 * }</pre>
 *
 * <p>The seed is 1, the executor serial and progress silent. Arrays are collected. The {@code with…} methods give a new case that has collected nothing.
 */
public final class TestCase implements Case {

    private final String name;
    private final Posterior posterior;
    private final Optional<double[]> truth;
    private final Optional<Distribution> solution;
    private final List<Case> siblings;
    private final Map<String, Value> arrays = Collections.synchronizedMap(new TreeMap<>());

    private TestCase(
            String name,
            Posterior posterior,
            Optional<double[]> truth,
            Optional<Distribution> solution,
            List<Case> siblings) {
        this.name = name;
        this.posterior = posterior;
        this.truth = truth;
        this.solution = solution;
        this.siblings = List.copyOf(siblings);
    }

    /**
     * A case without truth, closed form and siblings, named {@code subject}.
     *
     * @param posterior what was sampled
     * @return the case
     */
    public static TestCase of(Posterior posterior) {
        return new TestCase("subject", posterior, Optional.empty(), Optional.empty(), List.of());
    }

    /**
     * With another name.
     *
     * @param name the name
     * @return a case of this name
     */
    public TestCase named(String name) {
        return new TestCase(name, posterior, truth, solution, siblings);
    }

    /**
     * With a true model.
     *
     * @param truth the model, in the space of the posterior; copied
     * @return a case with the truth
     */
    public TestCase withTruth(double... truth) {
        return new TestCase(name, posterior, Optional.of(truth.clone()), solution, siblings);
    }

    /**
     * With a closed form found by the sampler.
     *
     * @param solution the closed form
     * @return a case with the closed form
     */
    public TestCase withSolution(Distribution solution) {
        return new TestCase(name, posterior, truth, Optional.of(solution), siblings);
    }

    /**
     * With other samplers' cases on the same posterior.
     *
     * @param siblings the cases
     * @return a case with the siblings
     */
    public TestCase withSiblings(Case... siblings) {
        return new TestCase(name, posterior, truth, solution, List.of(siblings));
    }

    /**
     * Asks a diagnostic about this case.
     *
     * @param diagnostic one that applies to the case
     * @param draws the kept draws, in batches
     * @return what it found
     * @throws IllegalArgumentException when the diagnostic does not apply; says its reason
     */
    public Diagnostic.Conclusion examinedBy(Diagnostic diagnostic, Draws... draws) {
        diagnostic.inapplicable(this).ifPresent(reason -> {
            throw new IllegalArgumentException("the diagnostic does not apply: " + reason);
        });
        Diagnostic.Examination examination = diagnostic.examine(this);
        for (Draws batch : draws) {
            examination.accept(batch);
        }
        return examination.conclude();
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
    public String name() {
        return name;
    }

    /** The case's own name for every part. */
    @Override
    public Map<String, String> parts() {
        return Map.of("operator", name, "observation", name, "noise", name, "prior", name, "sampler", name);
    }

    @Override
    public Posterior posterior() {
        return posterior;
    }

    @Override
    public Optional<double[]> truth() {
        return truth.map(double[]::clone);
    }

    @Override
    public Optional<Distribution> solution() {
        return solution;
    }

    @Override
    public List<Case> siblings() {
        return siblings;
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
        return new SeededStreams(1, name).random(task, index);
    }
}
