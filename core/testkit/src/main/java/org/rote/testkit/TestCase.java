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
import org.rote.spi.Parameterization;
import org.rote.spi.Pool;
import org.rote.spi.PooledDiagnostic;
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

    private final Posterior posterior;
    private final Map<String, Value> arrays = Collections.synchronizedMap(new TreeMap<>());
    private String name = "subject";
    private Optional<double[]> truth = Optional.empty();
    private Optional<double[]> trueModel = Optional.empty();
    private boolean isTruthOfPosterior;
    private Optional<Parameterization> parameterization = Optional.empty();
    private Optional<Distribution> solution = Optional.empty();
    private Map<String, Value> kept = Map.of();
    private List<Case> siblings = List.of();

    private TestCase(Posterior posterior) {
        this.posterior = posterior;
    }

    private TestCase copy() {
        TestCase copy = new TestCase(posterior);
        copy.name = name;
        copy.truth = truth;
        copy.trueModel = trueModel;
        copy.isTruthOfPosterior = isTruthOfPosterior;
        copy.parameterization = parameterization;
        copy.solution = solution;
        copy.kept = kept;
        copy.siblings = siblings;
        return copy;
    }

    /**
     * A case without truth, parameterization, closed form, kept arrays and siblings, named {@code subject}.
     *
     * @param posterior what was sampled
     * @return the case
     */
    public static TestCase of(Posterior posterior) {
        return new TestCase(posterior);
    }

    /**
     * With another name.
     *
     * @param name the name
     * @return a case of this name
     */
    public TestCase named(String name) {
        TestCase copy = copy();
        copy.name = name;
        return copy;
    }

    /**
     * With a true point, which is the true model too while there is no parameterization.
     *
     * @param truth the point, in the space of the posterior; copied
     * @return a case with the truth
     */
    public TestCase withTruth(double... truth) {
        TestCase copy = copy();
        copy.truth = Optional.of(truth.clone());
        return copy;
    }

    /**
     * With truth and data that were drawn from what the posterior is made of.
     *
     * @return a case whose truth is as good as a draw of its posterior
     */
    public TestCase withTruthOfPosterior() {
        TestCase copy = copy();
        copy.isTruthOfPosterior = true;
        return copy;
    }

    /**
     * With a parameterization and the model that the data were made from.
     *
     * @param parameterization from the posterior's space to models
     * @param trueModel the true model, or empty; copied
     * @return a case behind the parameterization
     */
    public TestCase behind(Parameterization parameterization, Optional<double[]> trueModel) {
        TestCase copy = copy();
        copy.parameterization = Optional.of(parameterization);
        copy.trueModel = trueModel.map(double[]::clone);
        return copy;
    }

    /**
     * With a closed form found by the sampler.
     *
     * @param solution the closed form
     * @return a case with the closed form
     */
    public TestCase withSolution(Distribution solution) {
        TestCase copy = copy();
        copy.solution = Optional.of(solution);
        return copy;
    }

    /**
     * With an array that the sampler kept beside its draws.
     *
     * @param name its name
     * @param array the array
     * @return a case with the array besides those it has
     */
    public TestCase withArray(String name, Value array) {
        TestCase copy = copy();
        Map<String, Value> more = new TreeMap<>(kept);
        more.put(name, array);
        copy.kept = more;
        return copy;
    }

    /**
     * With other samplers' cases on the same posterior.
     *
     * @param siblings the cases
     * @return a case with the siblings
     */
    public TestCase withSiblings(Case... siblings) {
        TestCase copy = copy();
        copy.siblings = List.of(siblings);
        return copy;
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
     * Asks a diagnostic that pools what it keeps of this case.
     *
     * @param diagnostic one that applies to the case
     * @param draws the kept draws, in batches
     * @param <D> type of what it keeps
     * @return the case as a member of a pool
     * @throws IllegalArgumentException when the diagnostic does not apply; says its reason
     */
    public <D> Pool.Member<D> digestedBy(PooledDiagnostic<D> diagnostic, Draws... draws) {
        diagnostic.inapplicable(this).ifPresent(reason -> {
            throw new IllegalArgumentException("the diagnostic does not apply: " + reason);
        });
        PooledDiagnostic.Digestion<D> examination = diagnostic.examine(this);
        for (Draws batch : draws) {
            examination.accept(batch);
        }
        examination.conclude();
        return new Pool.Member<>(name, parts(), examination.digest());
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
    public Optional<double[]> trueModel() {
        return (parameterization.isPresent() ? trueModel : truth).map(double[]::clone);
    }

    @Override
    public boolean isTruthOfPosterior() {
        return isTruthOfPosterior;
    }

    @Override
    public Optional<Parameterization> parameterization() {
        return parameterization;
    }

    @Override
    public Optional<Distribution> solution() {
        return solution;
    }

    @Override
    public Optional<Value> array(String array) {
        return Optional.ofNullable(kept.get(array));
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
