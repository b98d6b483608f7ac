package org.rote.engine.manifest;

import java.util.List;
import org.rote.spi.Diagnostic;

/**
 * A diagnostic and the cases that it is asked of.
 *
 * @param section the diagnostic
 * @param cases patterns of case names; {@code *} stands for any characters, {@code ?} for one
 */
public record DiagnosticSection(Section<Diagnostic> section, List<String> cases) {

    /** Copies the list. */
    public DiagnosticSection {
        cases = List.copyOf(cases);
    }

    /**
     * Whether it is asked of a case.
     *
     * @param caseName the name of the case
     * @return true when one of the patterns fits
     */
    public boolean matches(String caseName) {
        return cases.stream().anyMatch(pattern -> Glob.matches(pattern, caseName));
    }
}
