package org.rote.engine.manifest;

import java.util.Map;
import java.util.Optional;

/**
 * A value that may be left out.
 *
 * @param kind the value
 */
record MaybeKind(Kind kind) implements Kind {

    @Override
    public Optional<Bound> bind(Tree tree, Scope scope) {
        return kind.bind(tree, scope).map(bound -> new Bound(Optional.of(bound.value()), bound.resolved()));
    }

    @Override
    public String words() {
        return kind.words();
    }

    @Override
    public String plural() {
        return kind.plural();
    }

    @Override
    public Map<String, Object> schema() {
        return kind.schema();
    }

    @Override
    public boolean isScalar() {
        return kind.isScalar();
    }

    @Override
    public Map<String, Fields> inside() {
        return kind.inside();
    }
}
