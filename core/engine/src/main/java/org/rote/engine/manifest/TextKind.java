package org.rote.engine.manifest;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words. A number stands for its digits. */
record TextKind() implements Kind {

    @Override
    public Optional<Bound> bind(Tree tree, Scope scope) {
        if (tree instanceof Tree.Scalar scalar && scalar.type() != ScalarType.NULL) {
            return Optional.of(new Bound(scalar.text(), tree));
        }
        return refuse(tree, scope, "write a text, in quotes where it holds : or #");
    }

    @Override
    public String words() {
        return "text";
    }

    @Override
    public String plural() {
        return "texts";
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", List.of("string", "number", "boolean"));
    }

    @Override
    public boolean isScalar() {
        return true;
    }
}
