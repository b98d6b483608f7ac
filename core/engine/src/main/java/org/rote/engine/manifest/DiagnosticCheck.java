package org.rote.engine.manifest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rote.spi.Problem;

/** Checks which cases the diagnostics are asked of. */
final class DiagnosticCheck {

    private DiagnosticCheck() {}

    static void check(List<DiagnosticSection> diagnostics, List<CasePlan> cases, Problems problems) {
        List<String> names = cases.stream().map(CasePlan::name).toList();
        Map<String, String> asked = new HashMap<>();
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
            // findings go by diagnostic and case, so that a second answer would hide the first
            names.stream()
                    .filter(diagnostic::matches)
                    .filter(name -> asked.put(type + " " + name, name) != null)
                    .findFirst()
                    .ifPresent(name -> problems.add(origin.locate(new Problem(
                            "",
                            "asks " + type + " of case " + name + " a second time",
                            "remove one, or give each its own \"cases\""))));
        }
    }
}
