package org.rote.engine.manifest;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.rote.engine.plugins.ExtensionPoint;
import org.rote.spi.Part;

/**
 * A section of another plugin inside a config record.
 *
 * @param point the kind of part
 */
record PartKind(ExtensionPoint<?> point) implements Kind {

    @Override
    public Optional<Bound> bind(Tree tree, Scope scope) {
        return point.equals(ExtensionPoint.DATASET)
                ? bind(ExtensionPoint.DATASET, BoundDataset::new, tree, scope)
                : bind(point, tree, scope);
    }

    private static <T> Optional<Bound> bind(ExtensionPoint<T> point, Tree tree, Scope scope) {
        return bind(point, BoundPart::new, tree, scope);
    }

    private static <T> Optional<Bound> bind(
            ExtensionPoint<T> point, BiFunction<Section<T>, String, Part<T>> part, Tree tree, Scope scope) {
        return SectionBinder.inside(point)
                .bind(Optional.empty(), tree, scope)
                .map(bound -> new Bound(part.apply(bound.section(), scope.whereInSection()), bound.resolved()));
    }

    @Override
    public String words() {
        return point.section() + " (a section with a type)";
    }

    @Override
    public String plural() {
        return point.plural() + " (sections with a type)";
    }

    @Override
    public Map<String, Object> schema() {
        return JsonSchema.reference(point);
    }
}
