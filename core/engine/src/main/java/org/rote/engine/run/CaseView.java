package org.rote.engine.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.rote.engine.wiring.Latent;
import org.rote.spi.Case;
import org.rote.spi.Distribution;
import org.rote.spi.Parameterization;
import org.rote.spi.Posterior;
import org.rote.spi.Progress;
import org.rote.spi.RunExecutor;
import org.rote.spi.SeededStreams;
import org.rote.spi.Sink;
import org.rote.spi.Value;

/** A finished case as one diagnostic sees it, with randomness and a place for arrays that are that diagnostic's alone. */
final class CaseView implements Case {

    private final CaseRun run;
    private final String diagnostic;
    private final SeededStreams streams;

    CaseView(CaseRun run, String diagnostic) {
        this.run = run;
        this.diagnostic = diagnostic;
        this.streams = run.wired().streams().within("diagnostic").within(diagnostic);
    }

    @Override
    public String name() {
        return run.wired().name();
    }

    @Override
    public Map<String, String> parts() {
        return run.wired().plan().parts();
    }

    @Override
    public Posterior posterior() {
        return run.wired().posterior().get();
    }

    @Override
    public Optional<double[]> truth() {
        return run.wired().posterior().truth().map(double[]::clone);
    }

    @Override
    public Optional<double[]> trueModel() {
        return run.wired().posterior().trueModel().map(double[]::clone);
    }

    @Override
    public boolean isTruthOfPosterior() {
        return run.wired().posterior().isTruthDrawnFromIt();
    }

    @Override
    public Optional<Parameterization> parameterization() {
        return run.wired().posterior().map().latent().map(Latent::parameterization);
    }

    @Override
    public Optional<Distribution> solution() {
        return run.solution();
    }

    @Override
    public Optional<Value> array(String name) {
        return new ArraySource(run.directory(), run.interrupt()).array(name);
    }

    @Override
    public List<Case> siblings() {
        return run.finishedSiblings().stream()
                .<Case>map(sibling -> new CaseView(sibling, diagnostic))
                .toList();
    }

    @Override
    public RunExecutor executor() {
        return run.executor();
    }

    @Override
    public Progress progress() {
        return run.voice();
    }

    @Override
    public Sink sink() {
        return new ArraySink(run.directory().within(diagnostic), run.interrupt());
    }

    @Override
    public RandomGenerator random(String task, long index) {
        return streams.random(task, index);
    }
}
