package org.rote.plugins.report.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rote.spi.Diagnostic.Conclusion;
import org.rote.spi.Figure;
import org.rote.spi.Finding;
import org.rote.spi.Report.CaseResult;
import org.rote.spi.Report.Examined;
import org.rote.spi.Report.PoolResult;
import org.rote.spi.Report.StudyResult;
import org.rote.spi.Severity;
import org.rote.spi.Verdict;

/** A study's result in the order in which the page tells it. */
final class Contents {

    /** Above this many, cases and pictures are folded. */
    static final int MANY = 40;

    /** Above this many, verdicts are told in a table and their paragraphs are folded. */
    static final int FEW = 3;

    /** A verdict, with what it is of. */
    record Ruled(Subject subject, Verdict verdict) {}

    /** A finding, with where it comes from. */
    record Told(Subject subject, String diagnostic, Finding finding) {

        String name() {
            return diagnostic + "." + finding.name();
        }
    }

    /** The part of a case that says which of many truths it is about. */
    static final String TRUTH = "truth";

    /** Of many truths these many have a section of their own; the engine keeps pictures of as many. */
    private static final int SHOWN_TRUTHS = 3;

    private final StudyResult study;
    private final List<Plate> plates = new ArrayList<>();
    private final List<Plate> poolPlates = new ArrayList<>();
    private final List<Told> findings = new ArrayList<>();
    private final List<Told> poolFindings = new ArrayList<>();
    private final Map<String, Subject> subjects = new LinkedHashMap<>();
    private final List<CaseResult> shown;

    Contents(StudyResult study) {
        this.study = study;
        this.shown = shown(study.cases());
        FileNames folders = new FileNames();
        for (CaseResult one : study.cases()) {
            String anchor = shown.contains(one) ? "c" + subjects.size() : Chapter.NUMBERS.id();
            Subject subject = new Subject(one.name(), anchor, one.parts().containsKey(TRUTH));
            subjects.put(one.name(), subject);
            String folder = "figures/" + folders.next(one.name()) + "/";
            FileNames files = new FileNames();
            for (Examined examined : one.examinations()) {
                tell(subject, examined.diagnostic(), examined.conclusion(), folder, files, findings, plates);
            }
        }
        for (int i = 0; i < study.pools().size(); i++) {
            PoolResult pool = study.pools().get(i);
            Subject subject = subject(i);
            String folder = "figures/pools/" + folders.next(pool.name()) + "/";
            tell(subject, pool.diagnostic(), pool.conclusion(), folder, new FileNames(), poolFindings, poolPlates);
        }
    }

    private void tell(
            Subject subject,
            String diagnostic,
            Conclusion conclusion,
            String folder,
            FileNames files,
            List<Told> told,
            List<Plate> drawn) {
        conclusion.findings().forEach(finding -> told.add(new Told(subject, diagnostic, finding)));
        for (Figure figure : conclusion.figures()) {
            String file = folder + files.next(fileName(diagnostic, figure.name())) + ".svg";
            String id = "p" + (plates.size() + poolPlates.size());
            drawn.add(new Plate(id, file, subject, diagnostic, figure));
        }
    }

    /** All cases, but the first few only of those that differ in their truth alone. */
    private static List<CaseResult> shown(List<CaseResult> cases) {
        Map<Map<String, String>, Integer> counts = new HashMap<>();
        return cases.stream()
                .filter(one -> {
                    Map<String, String> others = new HashMap<>(one.parts());
                    boolean isOneOfMany = others.remove(TRUTH) != null;
                    return !isOneOfMany || counts.merge(others, 1, Integer::sum) <= SHOWN_TRUTHS;
                })
                .toList();
    }

    /** The figure after its diagnostic, once where both have one name. */
    private static String fileName(String diagnostic, String figure) {
        return figure.equals(diagnostic) ? figure : diagnostic + "-" + figure;
    }

    StudyResult study() {
        return study;
    }

    List<CaseResult> cases() {
        return study.cases();
    }

    /** The cases that have a section of their own. */
    List<CaseResult> shownCases() {
        return shown;
    }

    /** All findings, case by case. */
    List<Told> findings() {
        return List.copyOf(findings);
    }

    /** Those of a severity, of pools before those of cases: they say more. */
    List<Told> findings(Severity severity) {
        return Stream.concat(poolFindings.stream(), findings.stream())
                .filter(told -> told.finding().severity() == severity)
                .toList();
    }

    /** The pictures of cases of one name of one diagnostic together, in the order of their first. */
    List<List<Plate>> groups() {
        return grouped(plates);
    }

    /** The same for the pictures that a diagnostic drew of pools. */
    List<List<Plate>> poolGroups(String diagnostic) {
        return grouped(poolPlates.stream()
                .filter(plate -> plate.diagnostic().equals(diagnostic))
                .toList());
    }

    private static List<List<Plate>> grouped(List<Plate> plates) {
        Map<List<String>, List<Plate>> groups = plates.stream()
                .collect(Collectors.groupingBy(
                        plate -> List.of(plate.diagnostic(), plate.figure().name()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return List.copyOf(groups.values());
    }

    /** The pictures of each case, by its name. */
    Map<String, List<Plate>> platesByCase() {
        return plates.stream()
                .collect(Collectors.groupingBy(plate -> plate.subject().name()));
    }

    /** The name of a case's section in the page. */
    String anchor(CaseResult one) {
        return Optional.ofNullable(subjects.get(one.name()))
                .map(Subject::anchor)
                .orElse(Chapter.CASES.id());
    }

    private Subject subject(int pool) {
        return new Subject(study.pools().get(pool).name(), anchor(pool), false);
    }

    /** The name of a pool's place in the page. */
    static String anchor(int pool) {
        return "q" + pool;
    }

    boolean hasVerdicts() {
        return !verdicts().isEmpty();
    }

    /** All verdicts, of pools before those of cases: they say more. */
    List<Ruled> verdicts() {
        List<Ruled> verdicts = new ArrayList<>();
        for (int i = 0; i < study.pools().size(); i++) {
            Subject subject = subject(i);
            study.pools().get(i).conclusion().verdict().ifPresent(verdict -> verdicts.add(new Ruled(subject, verdict)));
        }
        for (CaseResult one : study.cases()) {
            Subject subject = Optional.ofNullable(subjects.get(one.name())).orElseThrow();
            one.verdicts().forEach(verdict -> verdicts.add(new Ruled(subject, verdict)));
        }
        return verdicts;
    }

    boolean isLong() {
        return shown.size() > MANY;
    }
}
