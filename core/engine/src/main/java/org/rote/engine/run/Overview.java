package org.rote.engine.run;

import java.util.List;
import java.util.Map;

/**
 * What a study would run.
 *
 * @param title the study's title
 * @param cases the cases in the order of the manifest
 * @param warnings what parts told the user of doubts while they were created
 * @param notes what they told of their choices
 */
public record Overview(String title, List<PlannedCase> cases, List<String> warnings, List<String> notes) {

    /** Copies the lists. */
    public Overview {
        cases = List.copyOf(cases);
        warnings = List.copyOf(warnings);
        notes = List.copyOf(notes);
    }

    /**
     * A case that would be run.
     *
     * @param name its name
     * @param parts the names of its parts by section
     * @param unknowns the space of the posterior in words
     * @param data the data space in words
     * @param draws draws that would be kept
     * @param diagnostics the diagnostics that would be asked, by type
     */
    public record PlannedCase(
            String name,
            Map<String, String> parts,
            String unknowns,
            String data,
            long draws,
            List<String> diagnostics) {

        /** Copies the collections, keeping their order. */
        public PlannedCase {
            parts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(parts));
            diagnostics = List.copyOf(diagnostics);
        }
    }
}
