package org.rote.engine.manifest;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The key {@code type}, which says what a section is. */
final class TypeKey {

    static final String NAME = "type";

    private TypeKey() {}

    /**
     * Reads the type of a section.
     *
     * @param section the section
     * @param scope where
     * @param known the types that exist
     * @param noun what a type names: {@code prior}
     * @param more added to the advice; may be empty
     * @return one of the types that exist; empty when there is a problem
     */
    static Optional<String> read(
            Tree.Mapping section, Scope scope, Collection<String> known, String noun, String more) {
        Tree.Entry entry = section.entries().get(NAME);
        if (entry == null) {
            scope.problem("has no type", "add \"type: ...\"; " + Suggestion.fix("", known, noun + "s") + more);
            return Optional.empty();
        }
        String given = entry.value() instanceof Tree.Scalar scalar ? scalar.text() : "";
        if (!known.contains(given)) {
            scope.key(NAME, entry)
                    .problem(
                            "unknown " + noun + ", got " + Written.words(entry.value()),
                            Suggestion.fix(given, known, noun + "s") + more);
            return Optional.empty();
        }
        return Optional.of(given);
    }

    /**
     * A section with its type in front.
     *
     * @param type the type
     * @param keys its other keys
     * @param line the line of the section
     * @return the whole section
     */
    static Tree.Mapping put(String type, Map<String, Tree.Entry> keys, int line) {
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        entries.put(NAME, new Tree.Entry(new Tree.Scalar(type, ScalarType.TEXT, line), line));
        entries.putAll(keys);
        return new Tree.Mapping(entries, line);
    }
}
