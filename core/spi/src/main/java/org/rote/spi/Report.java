package org.rote.spi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Shows a finished study to people. */
public interface Report {

    /**
     * Writes the report.
     *
     * @param study what was asked and what came out
     * @param directory the run directory, which exists; files are written whole or not at all
     * @return the file to open
     * @throws IOException when it cannot be written
     */
    Path write(StudyResult study, Path directory) throws IOException;

    /**
     * A study that was run.
     *
     * @param title the study's title
     * @param manifest the manifest as resolved, YAML
     * @param provenance versions, hashes, seed, machine, as JSON
     * @param sections the sections of the manifest that {@link CaseResult#parts} name, in its order
     * @param warnings what parts told the user of doubts, in order
     * @param notes what parts told the user of their choices, in order
     * @param cases the cases in the order of the manifest
     * @param pools what was concluded over many cases, diagnostic by diagnostic
     */
    record StudyResult(
            String title,
            String manifest,
            String provenance,
            List<Section> sections,
            List<String> warnings,
            List<String> notes,
            List<CaseResult> cases,
            List<PoolResult> pools) {

        /** Copies the lists. */
        public StudyResult {
            sections = List.copyOf(sections);
            warnings = List.copyOf(warnings);
            notes = List.copyOf(notes);
            cases = List.copyOf(cases);
            pools = List.copyOf(pools);
        }
    }

    /**
     * One section of the manifest, for the table of what was asked.
     *
     * @param part a key of {@link CaseResult#parts}: {@code operator}, {@code prior}, …
     * @param name the name that cases give it
     * @param settings its type and its keys with every default, as YAML in flow style on one line
     */
    record Section(String part, String name, String settings) {}

    /**
     * A case that was run: finished, or failed where the others went on.
     *
     * @param name the name of the case
     * @param parts which named section each part came from, see {@link Case#parts}
     * @param seconds wall-clock time of the sampler
     * @param draws kept draws
     * @param examinations what each diagnostic said, in the order of the manifest
     * @param failure why the case came to no end, for people; empty where it did
     */
    record CaseResult(
            String name,
            Map<String, String> parts,
            double seconds,
            long draws,
            List<Examined> examinations,
            String failure) {

        /** Copies the collections, keeping their order. */
        public CaseResult {
            parts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(parts));
            examinations = List.copyOf(examinations);
        }

        /**
         * A case that finished.
         *
         * @param name the name of the case
         * @param parts which named section each part came from
         * @param seconds wall-clock time of the sampler
         * @param draws kept draws
         * @param examinations what each diagnostic said
         */
        public CaseResult(
                String name, Map<String, String> parts, double seconds, long draws, List<Examined> examinations) {
            this(name, parts, seconds, draws, examinations, "");
        }

        /**
         * What the case comes to.
         *
         * @return the verdicts of its diagnostics, in the order of the manifest; most studies have one
         */
        public List<Verdict> verdicts() {
            return examinations.stream()
                    .flatMap(examined -> examined.conclusion().verdict().stream())
                    .toList();
        }
    }

    /**
     * One diagnostic's answer for one case.
     *
     * @param diagnostic the factory's name
     * @param conclusion findings and figures; empty lists where it did not apply
     * @param passedOver why it did not apply; empty where it did
     */
    record Examined(String diagnostic, Diagnostic.Conclusion conclusion, String passedOver) {}

    /**
     * One diagnostic's answer over many cases, see {@link PooledDiagnostic}.
     *
     * @param diagnostic the factory's name
     * @param name the pool's name, unique among those of the diagnostic
     * @param parts the parts that its cases have in common, see {@link Case#parts}
     * @param over the parts that they differ in
     * @param cases the names of the cases that it was concluded from
     * @param leftOut the cases that belong to it and could not be examined, and why
     * @param conclusion findings and figures; empty lists where it did not apply
     * @param passedOver why it did not apply; empty where it did
     */
    record PoolResult(
            String diagnostic,
            String name,
            Map<String, String> parts,
            List<String> over,
            List<String> cases,
            Map<String, String> leftOut,
            Diagnostic.Conclusion conclusion,
            String passedOver) {

        /** Copies the collections, keeping their order. */
        public PoolResult {
            parts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(parts));
            over = List.copyOf(over);
            cases = List.copyOf(cases);
            leftOut = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(leftOut));
        }
    }
}
