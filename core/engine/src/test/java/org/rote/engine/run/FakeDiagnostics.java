package org.rote.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rote.spi.Case;
import org.rote.spi.Default;
import org.rote.spi.Density;
import org.rote.spi.Diagnostic;
import org.rote.spi.Draws;
import org.rote.spi.Finding;
import org.rote.spi.Report;
import org.rote.spi.Value;
import org.rote.spi.Verdict;

/** Diagnostics that look at everything a case offers, and one that breaks. */
public final class FakeDiagnostics {

    private FakeDiagnostics() {}

    /** Means of draws and traces, the truth, the solution, the siblings and a random number, as findings. */
    public record Moments(
            @Default("\"\"") String failIn,
            @Default("\"\"") String inapplicable,
            @Default("false") boolean judges) implements Diagnostic {

        @Override
        public Optional<String> inapplicable(Case subject) {
            return FakeParts.maybe(inapplicable);
        }

        @Override
        public Examination examine(Case subject) {
            fail("examine");
            return new MomentsExamination(this, subject);
        }

        private void fail(String where) {
            if (failIn.equals(where)) {
                throw new IllegalStateException("cannot " + where);
            }
        }
    }

    private static final class MomentsExamination implements Diagnostic.Examination {
        private final Moments moments;
        private final Case subject;
        private final double[] sum;
        private double misfit;
        private double count;

        MomentsExamination(Moments moments, Case subject) {
            this.moments = moments;
            this.subject = subject;
            this.sum = new double[subject.posterior().space().size()];
        }

        @Override
        public void accept(Draws draws) {
            moments.fail("accept");
            for (int i = 0; i < draws.values().length; i++) {
                sum[i % sum.length] += draws.values()[i];
            }
            for (double each : draws.traces().getOrDefault("misfit", new double[0])) {
                misfit += each;
            }
            count += draws.count();
        }

        @Override
        public Diagnostic.Conclusion conclude() {
            moments.fail("conclude");
            double[] mean = sum.clone();
            for (int i = 0; i < mean.length; i++) {
                mean[i] /= count;
            }
            subject.sink().array("mean", new int[] {mean.length}, mean);
            List<Finding> findings = new ArrayList<>();
            findings.add(Finding.info("mean", Value.of(mean), "m/s", ""));
            findings.add(Finding.info("misfit", Value.of(misfit / count), "1", ""));
            findings.add(Finding.atMost("count", count, "1", 5, "fewer draws would do"));
            findings.add(Finding.info("siblings", Value.of(subject.siblings().size()), "1", ""));
            findings.add(
                    Finding.info("random", Value.of(subject.random("any", 0).nextDouble()), "1", ""));
            if (moments.failIn.equals("names")) {
                findings.add(Finding.info("random", Value.of(0), "1", ""));
            }
            findings.add(Finding.info("nothing", Value.of(Double.NaN), "1", ""));
            subject.truth().ifPresent(truth -> findings.add(Finding.info("truth", Value.of(truth), "1", "")));
            findings.add(Finding.info("truth-of-posterior", Value.of(subject.isTruthOfPosterior() ? 1 : 0), "1", ""));
            subject.trueModel()
                    .ifPresent(model -> findings.add(Finding.info("true-model", Value.of(model), "m/s", "")));
            subject.parameterization()
                    .ifPresent(inner -> findings.add(
                            Finding.info("coordinates", Value.of(inner.domain().size()), "1", "")));
            subject.array("start").ifPresent(start -> findings.add(Finding.info("start", start, "1", "")));
            subject.array("weights").ifPresent(weights -> findings.add(Finding.info("weights", weights, "1", "")));
            subject.solution()
                    .flatMap(found -> found.capability(Density.class))
                    .ifPresent(density -> findings.add(
                            Finding.info("ending", Value.of(density.logDensity(new double[sum.length])), "1", "")));
            Optional<Verdict> verdict = moments.judges
                    ? Optional.of(new Verdict(Verdict.Word.MEMORIZED, "It knows two points.", findings.subList(0, 3)))
                    : Optional.empty();
            return new Diagnostic.Conclusion(findings, List.of(), verdict);
        }
    }

    /** Writes what it was given to {@code report.txt}. */
    public record Plain(@Default("false") boolean fails) implements Report {

        @Override
        public Path write(StudyResult study, Path directory) throws IOException {
            if (fails) {
                throw new IllegalStateException("out of ink");
            }
            List<String> lines = new ArrayList<>();
            lines.add(study.title());
            study.sections()
                    .forEach(section -> lines.add(section.part() + " " + section.name() + ": " + section.settings()));
            study.warnings().forEach(warning -> lines.add("warning: " + warning));
            study.notes().forEach(note -> lines.add("note: " + note));
            for (CaseResult result : study.cases()) {
                lines.add("case " + result.name() + " " + result.draws() + " draws " + result.failure());
                result.examinations()
                        .forEach(examined -> lines.add("  " + examined.diagnostic() + ": "
                                + examined.conclusion().findings().size() + " findings " + examined.passedOver()));
            }
            for (PoolResult pool : study.pools()) {
                lines.add("pool " + pool.diagnostic() + " " + pool.name() + " of " + pool.cases() + " without "
                        + pool.leftOut() + " " + pool.passedOver());
            }
            return Files.write(directory.resolve("report.txt"), lines);
        }
    }
}
