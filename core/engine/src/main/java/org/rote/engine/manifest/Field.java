package org.rote.engine.manifest;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.rote.spi.Default;
import org.rote.spi.Doc;
import org.rote.spi.Unit;

/**
 * A key of a section and the component of the config record that it fills.
 *
 * @param key the component's name in kebab-case
 * @param kind what it holds
 * @param doc what it means; may be empty
 * @param defaultYaml what stands for it where it is left out
 */
record Field(String key, Kind kind, String doc, Optional<String> defaultYaml) {

    static Field of(RecordComponent component, Set<Class<?>> around) {
        Doc doc = component.getAnnotation(Doc.class);
        Default value = component.getAnnotation(Default.class);
        Unit unit = component.getAnnotation(Unit.class);
        try {
            return new Field(
                    Names.kebab(component.getName()),
                    Kinds.of(
                            component.getGenericType(),
                            Optional.ofNullable(unit).map(Unit::value),
                            around),
                    doc == null ? "" : doc.value(),
                    Optional.ofNullable(value).map(Default::value));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    component.getDeclaringRecord().getName() + "." + component.getName() + ": " + e.getMessage(), e);
        }
    }

    boolean isRequired() {
        return defaultYaml.isEmpty() && !(kind instanceof MaybeKind);
    }

    /**
     * Reads the key from a section, or fills in its default.
     *
     * @param section the section
     * @param scope where the section is
     * @return the value; where it was left out and has no default, one that resolves to nothing; empty when there is a problem
     */
    Optional<Entry> bind(Tree.Mapping section, Scope scope) {
        Tree.Entry entry = section.entries().get(key);
        if (entry != null) {
            return kind.bind(entry.value(), scope.key(key, entry))
                    .map(bound -> new Entry(bound.value(), Optional.of(bound.resolved())));
        }
        if (defaultYaml.isPresent()) {
            return Optional.of(bindDefault(defaultYaml.get(), scope.key(key, scope.line())));
        }
        if (!isRequired()) {
            return Optional.of(new Entry(Optional.empty(), Optional.empty()));
        }
        scope.key(key, scope.line())
                .problem(
                        "is missing",
                        "add \"" + key + "\", " + Kind.article(kind.words()) + (doc.isEmpty() ? "" : ": " + doc));
        return Optional.empty();
    }

    private Entry bindDefault(String yaml, Scope scope) {
        Scope aside = scope.aside();
        try {
            Optional<Kind.Bound> bound = defaultTree().flatMap(tree -> kind.bind(tree, aside));
            if (bound.isPresent() && aside.reading().problems().none()) {
                return new Entry(bound.get().value(), Optional.of(bound.get().resolved()));
            }
        } catch (IllegalArgumentException e) {
            throw scope.fault("the default \"" + yaml + "\" of " + key, e);
        }
        throw scope.fault(
                "the default \"" + yaml + "\" of " + key,
                aside.reading().problems().exception());
    }

    /**
     * What is written where the key is left out.
     *
     * @return the default, if there is one
     * @throws IllegalArgumentException when it is no YAML
     */
    Optional<Tree> defaultTree() {
        try {
            return defaultYaml.map(yaml -> YamlReader.read(yaml, new Problems(Path.of("@Default"))));
        } catch (ManifestException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** A component's value, and what to write for it, if anything. */
    record Entry(Object value, Optional<Tree> resolved) {}
}
