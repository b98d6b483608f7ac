package org.rote.engine.manifest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A piece of YAML with the lines where it stands. Immutable; aliases are already replaced by what they name. */
sealed interface Tree {

    /**
     * Where it begins.
     *
     * @return the line, from 1
     */
    int line();

    /** A single value; {@code text} as written, without quotes. */
    record Scalar(String text, ScalarType type, int line) implements Tree {}

    /** A list. */
    record Sequence(List<Tree> items, int line) implements Tree {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Keys with their values, in the order of the file. */
    record Mapping(Map<String, Entry> entries, int line) implements Tree {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /** The value of a key, and the line of the key. */
    record Entry(Tree value, int line) {}
}
