package org.rote.engine.run;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.rote.engine.execution.Display;
import org.rote.engine.execution.Interrupt;
import org.rote.engine.manifest.CaseNaming;
import org.rote.engine.manifest.ManifestException;
import org.rote.engine.manifest.Section;
import org.rote.engine.manifest.Study;
import org.rote.engine.plugins.PluginException;
import org.rote.engine.wiring.WiredCase.Question;
import org.rote.spi.Diagnostic;
import org.rote.spi.Finding;
import org.rote.spi.NumericsException;
import org.rote.spi.Pool;
import org.rote.spi.PooledDiagnostic;
import org.rote.spi.Progress;
import org.rote.spi.Report;
import org.rote.spi.RunExecutor;
import org.rote.spi.SeededStreams;
import org.rote.spi.Severity;

/** Asks diagnostics that pool what they conclude over many cases, once all cases have been examined. */
final class Pools {

    private final Study study;
    private final RunExecutor executor;
    private final Display display;
    private final Interrupt interrupt;

    @Inject
    Pools(Study study, RunExecutor executor, Display display, Interrupt interrupt) {
        this.study = study;
        this.executor = executor;
        this.display = display;
        this.interrupt = interrupt;
    }

    /** A case that is through, and what diagnostics that pool kept of it. */
    record Examined(String name, Map<String, String> parts, List<Digest> digests) {}

    /** Cases of one diagnostic that are equal but for the parts that it pools over. */
    private record Group(Question question, Map<String, String> common, List<Examined> cases) {

        Digest digest(Examined member) {
            return member.digests().stream()
                    .filter(digest -> digest.question().section().equals(question.section()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * Concludes over all pools.
     *
     * @param cases the cases in the order of the manifest
     * @param directory of the run
     * @param failures receives what went wrong
     * @return a result for each pool, diagnostic by diagnostic
     */
    List<Report.PoolResult> conclude(List<Examined> cases, RunDirectory directory, List<Failure> failures) {
        Map<Section<Diagnostic>, List<Group>> groups = grouped(cases);
        List<Report.PoolResult> results = new ArrayList<>();
        groups.values().forEach(pools -> {
            CaseNaming naming = CaseNaming.of(pools.stream().map(Group::common).toList());
            for (Group pool : pools) {
                results.add(conclude(pool, naming.name(pool.common()), directory, failures));
            }
        });
        return results;
    }

    private static Map<Section<Diagnostic>, List<Group>> grouped(List<Examined> cases) {
        Map<Section<Diagnostic>, List<Group>> groups = new LinkedHashMap<>();
        Map<List<Object>, Group> known = new HashMap<>();
        for (Examined one : cases) {
            for (Digest digest : one.digests()) {
                Question question = digest.question();
                Map<String, String> common = new LinkedHashMap<>(one.parts());
                common.keySet().removeAll(((PooledDiagnostic<?>) question.diagnostic()).over());
                known.computeIfAbsent(List.of(question.section(), common), key -> {
                            Group begun = new Group(question, common, new ArrayList<>());
                            groups.computeIfAbsent(question.section(), section -> new ArrayList<>())
                                    .add(begun);
                            return begun;
                        })
                        .cases()
                        .add(one);
            }
        }
        return groups;
    }

    private Report.PoolResult conclude(Group group, String name, RunDirectory directory, List<Failure> failures) {
        Map<String, String> leftOut = new LinkedHashMap<>();
        List<Pool.Member<Object>> members = new ArrayList<>();
        for (Examined one : group.cases()) {
            Digest digest = group.digest(one);
            digest.kept()
                    .ifPresentOrElse(
                            kept -> members.add(new Pool.Member<>(one.name(), one.parts(), kept)),
                            () -> leftOut.put(one.name(), firstLine(digest.reason())));
        }
        Answer answer = members.isEmpty()
                ? Answer.none("no case could be examined")
                : answer(group.question(), name, members, directory, failures);
        Set<String> over = new TreeSet<>(((PooledDiagnostic<?>) group.question().diagnostic()).over());
        Report.PoolResult result = new Report.PoolResult(
                group.question().label(),
                name,
                group.common(),
                List.copyOf(over),
                members.stream().map(Pool.Member::name).toList(),
                leftOut,
                answer.conclusion(),
                answer.passedOver());
        tell(result);
        return result;
    }

    private static String firstLine(String reason) {
        return reason.lines().findFirst().orElse(reason);
    }

    /** What came of asking. */
    private record Answer(Diagnostic.Conclusion conclusion, String passedOver) {

        static Answer none(String why) {
            return new Answer(new Diagnostic.Conclusion(List.of(), List.of()), why);
        }
    }

    private Answer answer(
            Question question,
            String name,
            List<Pool.Member<Object>> members,
            RunDirectory directory,
            List<Failure> failures) {
        String label = question.label() + " over " + name;
        Progress progress = (what, done, total) -> {
            display.progress(label, what, done, total);
            interrupt.check();
        };
        PoolView<Object> pool = new PoolView<>(
                name,
                members,
                executor,
                progress,
                directory.ofPool(question.label(), name),
                interrupt,
                new SeededStreams(study.seed(), "pool").within(question.label()).within(name));
        try {
            return answer(question, pool);
        } catch (ManifestException | PluginException | NumericsException e) {
            failures.add(new Failure("diagnostic \"" + question.label() + "\", pool \"" + name + "\"", e));
            return Answer.none("failed: " + e.getMessage());
        } finally {
            display.end(label);
        }
    }

    private static Answer answer(Question question, PoolView<Object> pool) {
        // The digests came from this very diagnostic.
        @SuppressWarnings("unchecked")
        PooledDiagnostic<Object> diagnostic = (PooledDiagnostic<Object>) question.diagnostic();
        Optional<String> reason =
                question.section().call("inapplicable", () -> diagnostic.inapplicable((Pool<Object>) pool));
        return reason.map(Answer::none)
                .orElseGet(() -> new Answer(
                        question.section()
                                .call("conclude", () -> Examiner.withDistinctNames(diagnostic.conclude(pool))),
                        ""));
    }

    /** A line for the terminal, with what is past its threshold. */
    private void tell(Report.PoolResult pool) {
        String cases = pool.cases().size() + " cases"
                + (pool.leftOut().isEmpty() ? "" : ", " + pool.leftOut().size() + " left out");
        display.line(pool.diagnostic() + " over " + String.join(" and ", pool.over()) + ", " + pool.name() + " ("
                + cases + "): " + outcome(pool));
    }

    private static String outcome(Report.PoolResult pool) {
        if (!pool.passedOver().isEmpty()) {
            return pool.passedOver();
        }
        String verdict = pool.conclusion()
                .verdict()
                .map(found -> found.word().text() + ". " + found.paragraph() + " ")
                .orElse("");
        List<String> past = pool.conclusion().findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .map(Finding::name)
                .toList();
        return verdict
                + (past.isEmpty()
                        ? "no finding is past its threshold"
                        : "past their thresholds: " + String.join(", ", past));
    }
}
