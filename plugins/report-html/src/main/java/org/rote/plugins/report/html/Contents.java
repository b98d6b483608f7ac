package org.rote.plugins.report.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rote.spi.Figure;
import org.rote.spi.Finding;
import org.rote.spi.Report.CaseResult;
import org.rote.spi.Report.Examined;
import org.rote.spi.Report.StudyResult;
import org.rote.spi.Severity;

/** A study's result in the order in which the page tells it. */
final class Contents {

    /** Above this many, cases and pictures are folded. */
    static final int MANY = 40;

    /** Above this many, verdicts are told in a table and their paragraphs are folded. */
    static final int FEW = 8;

    /** A finding, with where it comes from. */
    record Told(CaseResult subject, String diagnostic, Finding finding) {

        String name() {
            return diagnostic + "." + finding.name();
        }
    }

    private final StudyResult study;
    private final List<Plate> plates = new ArrayList<>();
    private final List<Told> findings = new ArrayList<>();
    private final Map<String, String> anchors = new LinkedHashMap<>();

    Contents(StudyResult study) {
        this.study = study;
        FileNames folders = new FileNames();
        for (CaseResult subject : study.cases()) {
            anchors.put(subject.name(), "c" + anchors.size());
            String folder = "figures/" + folders.next(subject.name()) + "/";
            FileNames files = new FileNames();
            for (Examined examined : subject.examinations()) {
                for (Finding finding : examined.conclusion().findings()) {
                    findings.add(new Told(subject, examined.diagnostic(), finding));
                }
                for (Figure figure : examined.conclusion().figures()) {
                    String file = folder + files.next(fileName(examined.diagnostic(), figure.name())) + ".svg";
                    plates.add(new Plate("p" + plates.size(), file, subject, examined.diagnostic(), figure));
                }
            }
        }
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

    /** All findings, case by case. */
    List<Told> findings() {
        return List.copyOf(findings);
    }

    List<Told> findings(Severity severity) {
        return findings.stream()
                .filter(told -> told.finding().severity() == severity)
                .toList();
    }

    /** The pictures of one name of one diagnostic together, in the order of their first. */
    List<List<Plate>> groups() {
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
    String anchor(CaseResult subject) {
        return anchors.getOrDefault(subject.name(), Chapter.CASES.id());
    }

    boolean hasVerdicts() {
        return study.cases().stream().anyMatch(subject -> !subject.verdicts().isEmpty());
    }

    boolean isLong() {
        return study.cases().size() > MANY;
    }
}
