package org.rote.engine.manifest;

import java.util.Map;
import java.util.Optional;

/**
 * Keys that belong together: a record inside a config record.
 *
 * @param fields its keys
 */
record RecordKind(Fields fields) implements Kind {

    @Override
    public Optional<Bound> bind(Tree tree, Scope scope) {
        if (!(tree instanceof Tree.Mapping mapping)) {
            return refuse(tree, scope, "write a section with the keys " + String.join(", ", fields.keys()));
        }
        Fields.refuseUnknown(mapping, fields.keys(), scope);
        return fields.bind(mapping, scope)
                .map(filled -> new Bound(filled.made(), new Tree.Mapping(filled.resolved(), mapping.line())));
    }

    @Override
    public String words() {
        return "section";
    }

    @Override
    public String plural() {
        return "sections";
    }

    @Override
    public Map<String, Object> schema() {
        return JsonSchema.section(Optional.empty(), "", fields.list());
    }

    @Override
    public Map<String, Fields> inside() {
        return Map.of("", fields);
    }
}
