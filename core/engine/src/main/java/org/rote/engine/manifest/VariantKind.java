package org.rote.engine.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One of several records, told apart by the key {@code type}: a sealed interface of records.
 *
 * @param alternatives their keys by type
 */
record VariantKind(Map<String, Fields> alternatives) implements Kind {

    @Override
    public Optional<Bound> bind(Tree tree, Scope scope) {
        if (!(tree instanceof Tree.Mapping mapping)) {
            String first = alternatives.keySet().iterator().next();
            return refuse(tree, scope, "write a section with a type, for example { type: " + first + " }");
        }
        return TypeKey.read(mapping, scope, alternatives.keySet(), "type", "")
                .flatMap(type -> bind(type, mapping, scope));
    }

    private Optional<Bound> bind(String type, Tree.Mapping mapping, Scope scope) {
        Fields fields = alternatives.get(type);
        if (fields == null) {
            throw new IllegalArgumentException("type=" + type + " is none of " + alternatives.keySet());
        }
        List<String> known = new ArrayList<>(List.of(TypeKey.NAME));
        known.addAll(fields.keys());
        Fields.refuseUnknown(mapping, known, scope);
        return fields.bind(mapping, scope)
                .map(filled -> new Bound(filled.made(), TypeKey.put(type, filled.resolved(), mapping.line())));
    }

    @Override
    public String words() {
        return "section of type " + String.join(", ", alternatives.keySet());
    }

    @Override
    public String plural() {
        return "sections of type " + String.join(", ", alternatives.keySet());
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of(
                "oneOf",
                alternatives.entrySet().stream()
                        .map(entry -> JsonSchema.section(
                                Optional.of(entry.getKey()),
                                "",
                                entry.getValue().list()))
                        .toList());
    }

    @Override
    public Map<String, Fields> inside() {
        return alternatives;
    }
}
