package org.rote.engine.manifest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Values by names that the user gives.
 *
 * @param value what stands under each name
 */
record MapKind(Kind value) implements Kind {

    @Override
    public Optional<Bound> bind(Tree tree, Scope scope) {
        if (!(tree instanceof Tree.Mapping mapping)) {
            return refuse(tree, scope, "write a line \"name: value\" for each");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Tree.Entry> resolved = new LinkedHashMap<>();
        mapping.entries()
                .forEach((name, entry) -> value.bind(entry.value(), scope.key(name, entry))
                        .ifPresent(bound -> {
                            values.put(name, bound.value());
                            resolved.put(name, new Tree.Entry(bound.resolved(), entry.line()));
                        }));
        return values.size() == mapping.entries().size()
                ? Optional.of(
                        new Bound(Collections.unmodifiableMap(values), new Tree.Mapping(resolved, mapping.line())))
                : Optional.empty();
    }

    @Override
    public String words() {
        return "section of named " + value.plural();
    }

    @Override
    public String plural() {
        return "sections of named " + value.plural();
    }

    @Override
    public Map<String, Object> schema() {
        return Json.object("type", "object", "additionalProperties", value.schema());
    }

    @Override
    public Map<String, Fields> inside() {
        return value.inside();
    }
}
