package org.rote.engine.manifest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The sections of one kind in a study, by name.
 *
 * @param word the manifest's word for one of them
 * @param names the names given, those of sections that have problems among them
 * @param bound the sections that could be bound
 * @param resolved what to write for those
 * @param <S> what a section is bound to
 */
record Group<S>(String word, Set<String> names, Map<String, S> bound, Map<String, Tree> resolved) {

    Group {
        names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
        bound = Collections.unmodifiableMap(new LinkedHashMap<>(bound));
        resolved = Collections.unmodifiableMap(new LinkedHashMap<>(resolved));
    }
}
