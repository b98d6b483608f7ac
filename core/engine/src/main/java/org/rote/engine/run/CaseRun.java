package org.rote.engine.run;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rote.engine.execution.Interrupt;
import org.rote.engine.manifest.ManifestException;
import org.rote.engine.plugins.PluginException;
import org.rote.engine.wiring.WiredCase;
import org.rote.spi.Distribution;
import org.rote.spi.NumericsException;
import org.rote.spi.PooledDiagnostic;
import org.rote.spi.Report;
import org.rote.spi.RunExecutor;

/** One case from its first draw to its findings. */
final class CaseRun implements AutoCloseable {

    private final WiredCase wired;
    private final CaseDirectory directory;
    private final SamplingLoop loop;
    private final LiveChain chain;
    private final CaseVoice voice;
    private final RunExecutor executor;
    private final Interrupt interrupt;
    private final List<Failure> failures = new ArrayList<>();
    private List<Digest> digests = List.of();
    private List<CaseRun> siblings = List.of();
    private Optional<CaseMarker> marker = Optional.empty();

    @Inject
    CaseRun(
            WiredCase wired,
            CaseDirectory directory,
            SamplingLoop loop,
            LiveChain chain,
            CaseVoice voice,
            RunExecutor executor,
            Interrupt interrupt) {
        this.wired = wired;
        this.directory = directory;
        this.loop = loop;
        this.chain = chain;
        this.voice = voice;
        this.executor = executor;
        this.interrupt = interrupt;
    }

    WiredCase wired() {
        return wired;
    }

    CaseDirectory directory() {
        return directory;
    }

    CaseVoice voice() {
        return voice;
    }

    RunExecutor executor() {
        return executor;
    }

    Interrupt interrupt() {
        return interrupt;
    }

    Optional<Distribution> solution() {
        return chain.solution();
    }

    List<Failure> failures() {
        return List.copyOf(failures);
    }

    /** What diagnostics that pool keep of the case. */
    List<Digest> digests() {
        return digests;
    }

    /** The cases on the same posterior, this one included. */
    void setGroup(List<CaseRun> group) {
        siblings = group.stream().filter(other -> other != this).toList();
    }

    List<CaseRun> finishedSiblings() {
        return siblings.stream().filter(sibling -> sibling.marker.isPresent()).toList();
    }

    /** Runs the sampler, unless an earlier run did. */
    void sample() {
        try {
            Optional<CaseMarker> earlier = CaseMarker.read(directory.marker());
            if (earlier.isPresent()) {
                marker = earlier;
                earlier.get().warnings().forEach(voice::warn);
                voice.say("done by an earlier run");
                return;
            }
            CaseMarker done = loop.run();
            marker = Optional.of(done);
            String draws = done.draws() == 1 ? "1 draw" : done.draws() + " draws";
            voice.say(String.format(Locale.ROOT, "%s in %.1f s", draws, done.seconds()));
        } catch (IOException e) {
            throw Storage.stop(interrupt, directory.marker(), e);
        } catch (ManifestException | PluginException | NumericsException e) {
            Failure failure = new Failure(voice.name(), e);
            failures.add(failure);
            voice.say("failed");
        }
    }

    /** Asks the diagnostics, once all siblings have been sampled. */
    Report.CaseResult examine() {
        if (marker.isEmpty()) {
            String message = failures.get(0).cause().getMessage();
            String why = message == null ? "failed" : message;
            digests = wired.questions().stream()
                    .filter(question -> question.diagnostic() instanceof PooledDiagnostic<?>)
                    .map(question -> new Digest(question, Optional.empty(), "the case failed: " + why))
                    .toList();
            return new Report.CaseResult(wired.name(), wired.plan().parts(), 0, 0, List.of(), why);
        }
        CaseMarker done = marker.get();
        Examiner examiner = new Examiner(this);
        try {
            List<Report.Examined> answers = examiner.examine(done);
            failures.addAll(examiner.failures());
            digests = examiner.digests();
            return new Report.CaseResult(wired.name(), wired.plan().parts(), done.seconds(), done.draws(), answers);
        } catch (IOException e) {
            throw Storage.stop(interrupt, directory.path(), e);
        } finally {
            voice.end();
        }
    }

    @Override
    public void close() {
        chain.close();
    }
}
