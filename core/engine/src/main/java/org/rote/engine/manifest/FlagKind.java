package org.rote.engine.manifest;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** True or false. */
record FlagKind() implements Kind {

    @Override
    public Optional<Bound> bind(Tree tree, Scope scope) {
        if (tree instanceof Tree.Scalar scalar && scalar.type() == ScalarType.BOOLEAN) {
            return Optional.of(new Bound(scalar.text().toLowerCase(Locale.ROOT).equals("true"), tree));
        }
        return refuse(tree, scope, "write true or false; yes, no, on and off are words in YAML 1.2");
    }

    @Override
    public String words() {
        return "true or false";
    }

    @Override
    public String plural() {
        return "true or false";
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "boolean");
    }

    @Override
    public boolean isScalar() {
        return true;
    }
}
