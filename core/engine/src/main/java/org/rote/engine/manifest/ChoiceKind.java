package org.rote.engine.manifest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One of a few words: the constants of an enumeration in kebab-case.
 *
 * @param choices the constants by word, in their order
 */
record ChoiceKind(Map<String, Object> choices) implements Kind {

    static ChoiceKind of(Class<?> enumeration) {
        Map<String, Object> choices = new LinkedHashMap<>();
        Arrays.stream((Enum<?>[]) enumeration.getEnumConstants())
                .forEach(constant -> choices.put(Names.kebab(constant.name()), constant));
        return new ChoiceKind(choices);
    }

    @Override
    public Optional<Bound> bind(Tree tree, Scope scope) {
        String text = tree instanceof Tree.Scalar scalar ? scalar.text() : "";
        Object constant = choices.get(text);
        return constant == null
                ? refuse(tree, scope, Suggestion.fix(text, choices.keySet(), "choices"))
                : Optional.of(new Bound(constant, new Tree.Scalar(text, ScalarType.TEXT, tree.line())));
    }

    @Override
    public String words() {
        return "one of " + String.join(", ", choices.keySet());
    }

    @Override
    public String plural() {
        return String.join(" or ", choices.keySet());
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("enum", List.copyOf(choices.keySet()));
    }

    @Override
    public boolean isScalar() {
        return true;
    }
}
