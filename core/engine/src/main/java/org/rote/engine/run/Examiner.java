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
import org.rote.spi.Report.Examined;

/** Asks a finished case all its questions, in one pass over its draws. A question that fails does not keep the others from being answered. */
final class Examiner {

    private final CaseRun run;
    private final List<Failure> failures = new ArrayList<>();

    Examiner(CaseRun run) {
        this.run = run;
    }

    /** What went wrong. */
    List<Failure> failures() {
        return List.copyOf(failures);
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

        /** The names are keys of the summary. */
        private static Diagnostic.Conclusion withDistinctNames(Diagnostic.Conclusion conclusion) {
            Set<String> names = new HashSet<>();
            for (Finding finding : conclusion.findings()) {
                if (!names.add(finding.name())) {
                    throw new IllegalStateException("gave two findings called \"" + finding.name() + "\"");
                }
            }
            return conclusion;
        }

        Examined answer() {
            return new Examined(question.label(), conclusion, passedOver);
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
