package org.rote.engine.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a manifest may hold once or several times: {@code prior} with one section, or {@code priors} with several. */
final class GroupReader {

    private final Tree.Mapping root;
    private final Scope scope;
    private final Map<String, Tree.Entry> resolved;

    /**
     * A reader of one manifest.
     *
     * @param root the manifest
     * @param scope its root
     * @param resolved receives what to write for each section
     */
    GroupReader(Tree.Mapping root, Scope scope, Map<String, Tree.Entry> resolved) {
        this.root = root;
        this.scope = scope;
        this.resolved = resolved;
    }

    /** How one section is bound; without a name where there is only one. */
    @FunctionalInterface
    interface Binder<S> {
        Optional<Named<S>> bind(Optional<String> name, Tree tree, Scope scope);
    }

    boolean has(String word, String plural) {
        return root.entries().containsKey(word) || root.entries().containsKey(plural);
    }

    /**
     * Reads sections that have names.
     *
     * @param word the key of a single section
     * @param plural the key of several
     * @param binder binds one
     * @param <S> what it is bound to
     * @return the sections, in the order of the file
     */
    <S> Group<S> named(String word, String plural, Binder<S> binder) {
        refuseBoth(word, plural);
        Set<String> names = new LinkedHashSet<>();
        Map<String, S> bound = new LinkedHashMap<>();
        Map<String, Tree> written = new LinkedHashMap<>();
        Optional<Tree.Entry> one = entry(word);
        one.flatMap(entry -> binder.bind(Optional.empty(), entry.value(), scope.key(word, entry)))
                .ifPresent(section -> {
                    bound.put(section.name(), section.section());
                    written.put(section.name(), section.resolved());
                    put(word, section.resolved());
                });
        one.ifPresent(entry -> names.addAll(bound.isEmpty() ? Set.of(onlyName(word, entry.value())) : bound.keySet()));
        entry(plural).ifPresent(entry -> several(word, plural, entry, binder, names, bound, written));
        return new Group<>(word, names, bound, written);
    }

    /**
     * Reads sections that have no names.
     *
     * @param word the key of a single section
     * @param plural the key of several
     * @param binder binds one
     * @param <S> what it is bound to
     * @return the sections, in the order of the file
     */
    <S> List<S> listed(String word, String plural, Binder<S> binder) {
        refuseBoth(word, plural);
        List<Named<S>> bound = new ArrayList<>();
        entry(word)
                .flatMap(entry -> binder.bind(Optional.empty(), entry.value(), scope.key(word, entry)))
                .ifPresent(bound::add);
        entry(plural).ifPresent(entry -> {
            Scope place = scope.key(plural, entry);
            if (entry.value() instanceof Tree.Sequence sequence) {
                for (int i = 0; i < sequence.items().size(); i++) {
                    Tree item = sequence.items().get(i);
                    binder.bind(Optional.empty(), item, place.item(i, item)).ifPresent(bound::add);
                }
            } else {
                place.problem(
                        "must be a list of sections, got " + Written.words(entry.value()),
                        "write a line \"- { type: ... }\" for each");
            }
        });
        if (has(word, plural)) {
            put(plural, new Tree.Sequence(bound.stream().map(Named::resolved).toList(), 0));
        }
        return bound.stream().map(Named::section).toList();
    }

    private <S> void several(
            String word,
            String plural,
            Tree.Entry several,
            Binder<S> binder,
            Set<String> names,
            Map<String, S> bound,
            Map<String, Tree> written) {
        Scope place = scope.key(plural, several);
        if (!(several.value() instanceof Tree.Mapping mapping)) {
            place.problem(
                    "must be a section of named " + plural + ", got " + Written.words(several.value()),
                    "write a line \"name: { type: ... }\" for each, or \"" + word + "\" for one");
            return;
        }
        if (mapping.entries().isEmpty()) {
            place.problem("is empty", "give at least one, or leave \"" + plural + "\" out");
        }
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        mapping.entries().forEach((name, entry) -> {
            Scope inside = place.key(name, entry);
            if (!Names.OF_A_SECTION.matcher(name).matches()) {
                inside.problem(
                        "is no name for a section",
                        "use lower-case letters, digits, dots and hyphens, such as \"" + Names.tidy(name, word) + "\"");
            }
            names.add(name);
            binder.bind(Optional.of(name), entry.value(), inside).ifPresent(section -> {
                bound.put(name, section.section());
                written.put(name, section.resolved());
                entries.put(name, new Tree.Entry(section.resolved(), 0));
            });
        });
        put(plural, new Tree.Mapping(entries, 0));
    }

    private void refuseBoth(String word, String plural) {
        if (entry(word).isPresent()) {
            entry(plural)
                    .ifPresent(entry -> scope.key(plural, entry)
                            .problem(
                                    "is given beside \"" + word + "\"",
                                    "keep one: \"" + word + "\" for one, \"" + plural + "\" for several"));
        }
    }

    /** The name of a single section that could not be bound. */
    private static String onlyName(String word, Tree tree) {
        return Optional.of(tree)
                .filter(Tree.Mapping.class::isInstance)
                .map(mapping -> ((Tree.Mapping) mapping).entries().get(TypeKey.NAME))
                .filter(type -> type.value() instanceof Tree.Scalar)
                .map(type -> ((Tree.Scalar) type.value()).text())
                .orElse(word);
    }

    private Optional<Tree.Entry> entry(String key) {
        return Optional.ofNullable(root.entries().get(key));
    }

    private void put(String key, Tree tree) {
        resolved.put(key, new Tree.Entry(tree, 0));
    }
}
