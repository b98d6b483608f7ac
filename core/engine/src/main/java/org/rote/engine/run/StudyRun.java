package org.rote.engine.run;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.rote.engine.execution.Interrupt;
import org.rote.engine.manifest.ManifestException;
import org.rote.engine.manifest.Study;
import org.rote.engine.plugins.PluginException;
import org.rote.engine.wiring.Remarks;
import org.rote.engine.wiring.WiredStudy;
import org.rote.engine.wiring.Wiring;
import org.rote.spi.NumericsException;
import org.rote.spi.Report;
import org.rote.spi.RunExecutor;
import org.rote.spi.RunInterruptedException;
import org.rote.spi.Verdict;

/** Runs a study from its wiring to its report. */
final class StudyRun {

    /** Of more cases than this the terminal gets the words alone, and of more with one word only their number. */
    private static final int MOST_PARAGRAPHS = 8;

    private final Study study;
    private final RunOptions options;
    private final Wiring wiring;
    private final CaseRuns runs;
    private final Pools pools;
    private final Provenance provenance;
    private final RunExecutor executor;
    private final Interrupt interrupt;
    private final Remarks remarks;

    @Inject
    StudyRun(
            Study study,
            RunOptions options,
            Wiring wiring,
            CaseRuns runs,
            Pools pools,
            Provenance provenance,
            RunExecutor executor,
            Interrupt interrupt,
            Remarks remarks) {
        this.study = study;
        this.options = options;
        this.wiring = wiring;
        this.runs = runs;
        this.pools = pools;
        this.provenance = provenance;
        this.executor = executor;
        this.interrupt = interrupt;
        this.remarks = remarks;
    }

    RunOutcome run() {
        Path place = options.out().orElseGet(() -> Places.choose(Path.of(""), study.file(), options.resume()));
        // making the parts may take minutes: long enough to wait for being told of a wrong directory
        RunDirectory.requireUsable(place, study.resolved(), options.resume());
        WiredStudy wired = wiring.resolve();
        try (RunDirectory directory = RunDirectory.open(place, study.resolved(), options.resume())) {
            return run(wired, directory);
        } catch (RunInterruptedException e) {
            interrupt.failure().ifPresent(failure -> {
                throw failure;
            });
            return new RunOutcome(
                    place, List.of(), true, List.of(), remarks.warnings().all());
        } catch (IOException e) {
            throw Storage.failure(place, e);
        }
    }

    private RunOutcome run(WiredStudy wired, RunDirectory directory) throws IOException {
        Map<String, Object> facts =
                provenance.begin(directory, remarks.warnings().of("run"));
        Map<String, CaseOutcome> outcomes = new ConcurrentHashMap<>();
        List<List<CaseRuns.Waiting>> groups = runs.grouped(wired.cases());
        executor.forEach(groups.size(), group -> run(groups.get(group), directory, outcomes));
        List<CaseOutcome> inOrder = study.cases().stream()
                .map(plan -> Optional.ofNullable(outcomes.get(plan.name())).orElseThrow())
                .toList();
        List<Report.CaseResult> results =
                inOrder.stream().map(CaseOutcome::result).toList();
        List<Failure> failures = new ArrayList<>(
                inOrder.stream().flatMap(outcome -> outcome.failures().stream()).toList());
        tell(results);
        List<Report.PoolResult> pooled =
                pools.conclude(inOrder.stream().map(CaseOutcome::examined).toList(), directory, failures);
        AtomicFile.write(directory.summary(), Summary.of(study.title(), results, pooled));
        Report.StudyResult result = new Report.StudyResult(
                study.title(),
                study.resolved(),
                provenance.end(facts, directory),
                study.sections(),
                remarks.warnings().all(),
                remarks.notes().all(),
                results,
                pooled);
        List<Path> reports = new ArrayList<>();
        for (WiredStudy.Reporting reporting : wired.reports()) {
            try {
                reports.add(write(reporting, result, directory));
            } catch (ManifestException | PluginException | NumericsException e) {
                failures.add(new Failure("report \"" + reporting.section().name() + "\"", e));
            }
        }
        return new RunOutcome(
                directory.path(), reports, false, failures, remarks.warnings().all());
    }

    /** Whoever sees only the terminal sees this. */
    private void tell(List<Report.CaseResult> results) {
        Map<Verdict.Word, List<String>> names = new EnumMap<>(Verdict.Word.class);
        for (Report.CaseResult result : results) {
            for (Verdict verdict : result.verdicts()) {
                names.computeIfAbsent(verdict.word(), word -> new ArrayList<>()).add(result.name());
                if (results.size() <= MOST_PARAGRAPHS) {
                    options.display().line(result.name() + ": " + verdict.word().text() + ". " + verdict.paragraph());
                }
            }
        }
        if (results.size() > MOST_PARAGRAPHS) {
            names.forEach((word, cases) -> options.display()
                    .line(word.text() + ": "
                            + (cases.size() <= MOST_PARAGRAPHS ? String.join(", ", cases) : cases.size() + " cases")));
        }
    }

    /** What became of one case. */
    private record CaseOutcome(Report.CaseResult result, List<Digest> digests, List<Failure> failures) {

        Pools.Examined examined() {
            return new Pools.Examined(result.name(), result.parts(), digests);
        }
    }

    /** Samples all cases of a group, then examines them, for they may be compared with each other. */
    private void run(List<CaseRuns.Waiting> waiting, RunDirectory directory, Map<String, CaseOutcome> outcomes) {
        List<CaseRun> group = runs.begin(waiting, directory);
        try {
            executor.forEach(group.size(), i -> onNamedThread(group.get(i), group.get(i)::sample));
            executor.forEach(
                    group.size(),
                    i -> onNamedThread(group.get(i), () -> {
                        Report.CaseResult result = group.get(i).examine();
                        outcomes.put(
                                result.name(),
                                new CaseOutcome(
                                        result,
                                        group.get(i).digests(),
                                        group.get(i).failures()));
                    }));
        } finally {
            group.forEach(CaseRun::close);
        }
    }

    private static void onNamedThread(CaseRun run, Runnable work) {
        Thread thread = Thread.currentThread();
        String name = thread.getName();
        thread.setName("rote " + run.voice().name());
        try {
            work.run();
        } finally {
            thread.setName(name);
        }
    }

    private Path write(WiredStudy.Reporting reporting, Report.StudyResult result, RunDirectory directory) {
        return reporting.section().call("write", () -> {
            try {
                return reporting.report().write(result, directory.path());
            } catch (IOException e) {
                throw Storage.stop(interrupt, directory.path(), e);
            }
        });
    }
}
