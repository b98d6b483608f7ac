package org.rote.engine.manifest;

import java.util.Map;
import java.util.Optional;

/** A kind of value that a config record may hold: how it is read from YAML, and how it is told to people and to editors. */
interface Kind {

    /**
     * Reads a value. What is wrong goes to the scope's problems.
     *
     * @param tree what is written
     * @param scope where
     * @return the value; empty when it cannot be made
     */
    Optional<Bound> bind(Tree tree, Scope scope);

    /**
     * The kind, for people.
     *
     * @return without article: {@code quantity in m/s}
     */
    String words();

    /**
     * Several of the kind, for people.
     *
     * @return without article: {@code quantities in m/s}
     */
    String plural();

    /**
     * The kind as a JSON Schema.
     *
     * @return keys and values, see {@link Json}
     */
    Map<String, Object> schema();

    /**
     * Whether a value of this kind is a single word or number.
     *
     * @return false for lists and sections
     */
    default boolean isScalar() {
        return false;
    }

    /**
     * The keys inside a value of this kind.
     *
     * @return one set of keys under an empty name, or several by type; none where there are no keys
     */
    default Map<String, Fields> inside() {
        return Map.of();
    }

    /**
     * A value and what was written for it, made complete.
     *
     * @param value the value
     * @param resolved the YAML with every default filled in and paths made absolute
     */
    record Bound(Object value, Tree resolved) {}

    /**
     * Says that what is written is of another kind.
     *
     * @param tree what is written
     * @param scope where
     * @param fix what to do about it
     * @return no value
     */
    default Optional<Bound> refuse(Tree tree, Scope scope, String fix) {
        scope.problem("must be " + article(words()) + ", got " + Written.words(tree), fix);
        return Optional.empty();
    }

    /** Words of a kind with their article, where they take one. */
    static String article(String words) {
        return words.startsWith("one of") || words.startsWith("true or") ? words : "a " + words;
    }
}
