package org.rote.engine.manifest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rote.spi.Problem;
import org.rote.spi.Report;

/** Refuses what would be asked or written never, or twice under one name. */
final class RepetitionCheck {

    private RepetitionCheck() {}

    static void diagnostics(List<DiagnosticSection> diagnostics, List<CasePlan> cases, Problems problems) {
        List<String> names = cases.stream().map(CasePlan::name).toList();
        Set<String> asked = new HashSet<>();
        for (DiagnosticSection diagnostic : diagnostics) {
            Origin origin = diagnostic.section().origin();
            for (int i = 0; i < diagnostic.cases().size(); i++) {
                String pattern = diagnostic.cases().get(i);
                if (names.stream().noneMatch(name -> Glob.matches(pattern, name))) {
                    problems.add(origin.locate(new Problem(
                            "cases[" + i + "]",
                            "matches no case, got " + Written.quoted(pattern),
                            Suggestion.fix(pattern, names, "cases"))));
                }
            }
            String type = diagnostic.section().offer().name();
            names.stream()
                    .filter(diagnostic::matches)
                    .filter(name -> !asked.add(type + " " + name))
                    .findFirst()
                    .ifPresent(name -> problems.add(origin.locate(new Problem(
                            "",
                            "asks " + type + " of case " + name + " a second time",
                            "remove one, or give each its own \"cases\""))));
        }
    }

    static void reports(List<Section<Report>> reports, Problems problems) {
        Set<String> types = new HashSet<>();
        for (Section<?> report : reports) {
            if (!types.add(report.name())) {
                problems.add(report.origin()
                        .locate(new Problem("", "asks for " + report.name() + " a second time", "remove one")));
            }
        }
    }
}
