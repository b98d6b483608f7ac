package org.rote.engine.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rote.engine.plugins.ExtensionPoint;

/** Works out the cases of a study: the product of its sections, or of those that the entries of {@code cases} name. */
final class CaseReader {

    private static final int LARGEST_STUDY = 100_000;

    private static final String FIX =
            "write a line \"- { prior: ..., sampler: ... }\" for each, or leave it out for all combinations";

    private final Map<String, List<String>> all = new LinkedHashMap<>();
    private final Map<String, Integer> truths;
    private final boolean complete;
    private final Scope root;

    /**
     * A reader of the cases of one manifest.
     *
     * @param groups the sections that a case takes one of each, in order
     * @param truths how many truths each observation has that has many
     * @param root the root of the manifest
     */
    CaseReader(List<Group<?>> groups, Map<String, Integer> truths, Scope root) {
        this.truths = truths;
        for (Group<?> group : groups) {
            if (!group.names().isEmpty()) {
                all.put(group.word(), List.copyOf(group.names()));
            }
        }
        complete = groups.stream()
                .allMatch(group -> all.containsKey(group.word())
                        || group.word().equals(ExtensionPoint.PARAMETERIZATION.section()));
        this.root = root;
    }

    /**
     * Works out the cases.
     *
     * @param cases the entry {@code cases}, where the manifest has one
     * @param resolved receives what to write for it
     * @return the cases; none where a section is missing or an entry is wrong
     */
    List<CasePlan> read(Optional<Tree.Entry> cases, Map<String, Tree.Entry> resolved) {
        if (cases.isEmpty()) {
            return complete ? plans(List.of(new Choice(all, truths, root))) : List.of();
        }
        resolved.put(StudyReader.CASES, cases.get());
        Scope scope = root.key(StudyReader.CASES, cases.get());
        if (!(cases.get().value() instanceof Tree.Sequence sequence)) {
            scope.problem(
                    "must be a list of cases, got " + Written.words(cases.get().value()), FIX);
            return List.of();
        }
        if (sequence.items().isEmpty()) {
            scope.problem("must not be empty", FIX);
        }
        int before = root.reading().problems().count();
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            Tree item = sequence.items().get(i);
            choices.add(choice(item, scope.item(i, item)));
        }
        return complete && root.reading().problems().count() == before ? plans(choices) : List.of();
    }

    /** What an entry names; of what it does not name, it takes all. */
    private Choice choice(Tree item, Scope scope) {
        Map<String, List<String>> chosen = new LinkedHashMap<>(all);
        if (item instanceof Tree.Mapping mapping) {
            Fields.refuseUnknown(mapping, all.keySet(), scope);
            mapping.entries()
                    .forEach((word, entry) -> chosen.computeIfPresent(
                            word, (same, known) -> names(entry.value(), known, word, scope.key(word, entry))));
        } else {
            scope.problem(
                    "must be a section of keys, got " + Written.words(item), "write { prior: ..., sampler: ... }");
        }
        return new Choice(chosen, truths, scope);
    }

    private static List<String> names(Tree tree, List<String> known, String word, Scope scope) {
        List<String> names = new ArrayList<>();
        if (tree instanceof Tree.Sequence sequence) {
            if (sequence.items().isEmpty()) {
                scope.problem("must not be empty", "name at least one, or leave it out for all");
            }
            for (int i = 0; i < sequence.items().size(); i++) {
                Tree item = sequence.items().get(i);
                names.add(name(item, known, word, scope.item(i, item)));
            }
        } else {
            names.add(name(tree, known, word, scope));
        }
        return names;
    }

    private static String name(Tree tree, List<String> known, String word, Scope scope) {
        String name = tree instanceof Tree.Scalar scalar ? scalar.text() : "";
        if (!known.contains(name)) {
            scope.problem(
                    "must name a section, got " + Written.words(tree),
                    Suggestion.fix(name, known, "names for " + word));
        }
        return name;
    }

    private List<CasePlan> plans(List<Choice> choices) {
        double count = choices.stream().mapToDouble(Choice::count).sum();
        if (count > LARGEST_STUDY) {
            root.key(StudyReader.CASES, 0)
                    .problem(
                            String.format(Locale.ROOT, "are %.0f, more than %d", count, LARGEST_STUDY),
                            "list fewer under \"cases\"");
            return List.of();
        }
        List<Map<String, String>> combinations = choices.stream()
                .flatMap(choice -> choice.combinations().stream())
                .toList();
        CaseNaming naming = CaseNaming.of(combinations);
        Map<String, CasePlan> plans = new LinkedHashMap<>();
        for (Choice choice : choices) {
            for (Map<String, String> parts : choice.combinations()) {
                CasePlan plan = CasePlan.of(naming.name(parts), parts);
                if (plans.putIfAbsent(plan.name(), plan) != null) {
                    choice.scope().problem("names the case " + plan.name() + " again", "name each case once");
                }
            }
        }
        return List.copyOf(plans.values());
    }

    /** The names that an entry of {@code cases} stands for, and how many truths an observation has that has many. */
    private record Choice(Map<String, List<String>> names, Map<String, Integer> truths, Scope scope) {

        double count() {
            return names.entrySet().stream().mapToDouble(this::count).reduce(1, (a, b) -> a * b);
        }

        private double count(Map.Entry<String, List<String>> kind) {
            return kind.getValue().stream()
                    .mapToDouble(name -> truths(kind.getKey(), name).orElse(1))
                    .sum();
        }

        private Optional<Integer> truths(String word, String name) {
            return word.equals(StudyReader.OBSERVATION) ? Optional.ofNullable(truths.get(name)) : Optional.empty();
        }

        /** One name of each kind in every way, the last kind changing fastest. */
        List<Map<String, String>> combinations() {
            List<Map<String, String>> product = List.of(Map.of());
            for (Map.Entry<String, List<String>> kind : names.entrySet()) {
                List<Map<String, String>> longer = new ArrayList<>();
                for (Map<String, String> begun : product) {
                    for (String name : kind.getValue()) {
                        Map<String, String> next = new LinkedHashMap<>(begun);
                        next.put(kind.getKey(), name);
                        Optional<Integer> many = truths(kind.getKey(), name);
                        many.ifPresent(count -> TruthNames.of(count).forEach(truth -> longer.add(with(next, truth))));
                        if (many.isEmpty()) {
                            longer.add(next);
                        }
                    }
                }
                product = longer;
            }
            return product;
        }

        private static Map<String, String> with(Map<String, String> begun, String truth) {
            Map<String, String> next = new LinkedHashMap<>(begun);
            next.put(TruthNames.PART, truth);
            return next;
        }
    }
}
