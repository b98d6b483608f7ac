package org.rote.engine.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.rote.engine.manifest.ManifestException;
import org.rote.engine.plugins.PluginException;
import org.rote.engine.wiring.WiredCase.Question;
import org.rote.spi.Diagnostic;
import org.rote.spi.Draws;
import org.rote.spi.Finding;
import org.rote.spi.NumericsException;
import org.rote.spi.PooledDiagnostic;
import org.rote.spi.Report.Examined;

/** Asks a finished case all its questions, in one pass over its draws. A question that fails does not keep the others from being answered. */
final class Examiner {

    /** Of many truths, so many are shown with their pictures. */
    private static final int SHOWN_TRUTHS = 3;

    private final CaseRun run;
    private final List<Failure> failures = new ArrayList<>();
    private final List<Digest> digests = new ArrayList<>();

    Examiner(CaseRun run) {
        this.run = run;
    }

    /** What went wrong. */
    List<Failure> failures() {
        return List.copyOf(failures);
    }

    /** What diagnostics that pool keep of the case, or why they cannot. */
    List<Digest> digests() {
        return List.copyOf(digests);
    }

    /** Asks everything. */
    List<Examined> examine(CaseMarker marker) throws IOException {
        List<Asked> asked = new ArrayList<>();
        for (Question question : run.wired().questions()) {
            Asked one = new Asked(question);
            one.begin();
            asked.add(one);
        }
        if (asked.stream().anyMatch(Asked::isListening)) {
            readTo(asked, marker);
        }
        asked.forEach(Asked::conclude);
        asked.forEach(Asked::digest);
        return asked.stream().map(Asked::answer).toList();
    }

    private void readTo(List<Asked> asked, CaseMarker marker) throws IOException {
        long done = 0;
        try (DrawReader reader =
                new DrawReader(run.directory(), run.wired().posterior().map().space(), marker.traces())) {
            while (reader.hasMore()) {
                Draws draws = reader.next();
                asked.forEach(one -> one.hear(draws));
                done += draws.count();
                run.voice().report("examining", done, marker.draws());
            }
        }
    }

    /** The names are keys of the summary. */
    static Diagnostic.Conclusion withDistinctNames(Diagnostic.Conclusion conclusion) {
        Set<String> names = new HashSet<>();
        for (Finding finding : conclusion.findings()) {
            if (!names.add(finding.name())) {
                throw new IllegalStateException("gave two findings called \"" + finding.name() + "\"");
            }
        }
        return conclusion;
    }

    /** One question on its way to an answer. */
    private final class Asked {
        private final Question question;
        private final CaseView subject;
        private Optional<Diagnostic.Examination> examination = Optional.empty();
        private Diagnostic.Conclusion conclusion = new Diagnostic.Conclusion(List.of(), List.of());
        private String passedOver = "";

        Asked(Question question) {
            this.question = question;
            this.subject = new CaseView(run, question.label());
        }

        boolean isListening() {
            return examination.isPresent();
        }

        void begin() {
            Diagnostic diagnostic = question.diagnostic();
            attempt("inapplicable", () -> diagnostic.inapplicable(subject)).ifPresent(reason -> {
                if (reason.isPresent()) {
                    passedOver = reason.get();
                } else {
                    examination = attempt("examine", () -> diagnostic.examine(subject));
                }
            });
        }

        void hear(Draws draws) {
            examination.ifPresent(open -> attempt("accept", () -> {
                open.accept(draws);
                return true;
            }));
        }

        void conclude() {
            examination
                    .flatMap(open -> attempt("conclude", () -> withDistinctNames(open.conclude())))
                    .ifPresent(found -> conclusion = found);
        }

        void digest() {
            if (question.diagnostic() instanceof PooledDiagnostic<?>) {
                Optional<Object> kept = examination
                        .map(open -> (PooledDiagnostic.Digestion<?>) open)
                        .flatMap(open -> attempt("digest", () -> (Object) open.digest()));
                digests.add(new Digest(question, kept, passedOver));
            }
        }

        Examined answer() {
            return new Examined(question.label(), shown(conclusion), passedOver);
        }

        /** Pictures of a truth that is one of many are kept of the first few only: those of all would fill memory and report. */
        private Diagnostic.Conclusion shown(Diagnostic.Conclusion found) {
            return run.wired().plan().truthNumber() < SHOWN_TRUTHS
                    ? found
                    : new Diagnostic.Conclusion(found.findings(), List.of(), found.verdict());
        }

        private <T> Optional<T> attempt(String action, Supplier<T> call) {
            try {
                return Optional.of(question.section().call(action, call));
            } catch (ManifestException | PluginException | NumericsException e) {
                examination = Optional.empty();
                passedOver = "failed: " + e.getMessage();
                failures.add(new Failure(run.voice().name() + ", diagnostic \"" + question.label() + "\"", e));
                return Optional.empty();
            }
        }
    }
}
