package org.rote.engine.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rote.engine.plugins.ExtensionPoint;
import org.rote.engine.plugins.Offer;
import org.rote.engine.plugins.PluginException;
import org.rote.spi.Diagnostic;
import org.rote.spi.EstimatorFactory;
import org.rote.spi.Factory;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Sampler;

/**
 * Binds the sections of one extension point: finds the factory of their {@code type} and fills its config record.
 *
 * @param point the extension point
 * @param own the keys in such a section that are the engine's and not the plugin's
 * @param <T> the contract
 */
record SectionBinder<T>(ExtensionPoint<T> point, Fields own) {

    /** The binder of the sections of a study, in some of which the engine reads keys of its own. */
    static <T> SectionBinder<T> of(ExtensionPoint<T> point) {
        Class<? extends Record> own = point.type() == Sampler.class
                ? Loop.class
                : point.type() == Diagnostic.class ? Selection.class : NoKeys.class;
        return new SectionBinder<>(point, Fields.of(own));
    }

    /** The binder of sections inside other sections, which belong to the plugins alone. */
    static <T> SectionBinder<T> inside(ExtensionPoint<T> point) {
        return new SectionBinder<>(point, Fields.of(NoKeys.class));
    }

    /**
     * Binds a section.
     *
     * @param name its key in a named map; empty where there is only one, which is called by its type
     * @param tree what is written
     * @param scope where
     * @return the section; empty when there is a problem
     */
    Optional<BoundSection<T>> bind(Optional<String> name, Tree tree, Scope scope) {
        List<Offer<T>> offers = scope.reading().catalog().offers(point);
        List<String> types = offers.stream().map(Offer::name).toList();
        if (!(tree instanceof Tree.Mapping mapping)) {
            boolean known = tree instanceof Tree.Scalar scalar && types.contains(scalar.text());
            scope.problem(
                    "must be a section with a type, got " + Written.words(tree),
                    known
                            ? "write { type: " + ((Tree.Scalar) tree).text() + " }"
                            : "write { type: ... }; " + Suggestion.fix("", types, point.plural()));
            return Optional.empty();
        }
        return TypeKey.read(mapping, scope, types, point.section(), "; \"rote plugins\" tells more")
                .flatMap(type -> scope.reading().catalog().find(point, type))
                .flatMap(offer -> bind(offer, name, mapping, scope.section(offer)));
    }

    private Optional<BoundSection<T>> bind(Offer<T> offer, Optional<String> name, Tree.Mapping mapping, Scope scope) {
        Fields fields = fields(offer);
        List<String> known = new ArrayList<>(List.of(TypeKey.NAME));
        known.addAll(fields.keys());
        known.addAll(own.keys());
        Fields.refuseUnknown(mapping, known, scope);
        Optional<Fields.Filled> config = fields.bind(mapping, scope);
        Optional<Fields.Filled> owned =
                own.bind(mapping, scope).flatMap(filled -> asDone(filled, offer.factory(), mapping, scope));
        checkAvailable(offer.factory(), config.map(Fields.Filled::made), mapping, scope);
        if (config.isEmpty() || owned.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Tree.Entry> resolved = new LinkedHashMap<>(config.get().resolved());
        resolved.putAll(owned.get().resolved());
        Section<T> section =
                new Section<>(name.orElse(offer.name()), offer, config.get().made(), scope.origin(mapping));
        return Optional.of(
                new BoundSection<>(section, owned.get().made(), TypeKey.put(offer.name(), resolved, mapping.line())));
    }

    /** What the engine will do: of an estimator it asks for one draw. */
    private static Optional<Fields.Filled> asDone(
            Fields.Filled owned, Factory<?, ?> factory, Tree.Mapping mapping, Scope scope) {
        if (!(factory instanceof EstimatorFactory<?>) || !(owned.made() instanceof Loop loop)) {
            return Optional.of(owned);
        }
        try {
            Loop ofEstimate = loop.ofEstimate();
            Map<String, Tree.Entry> resolved = new LinkedHashMap<>(owned.resolved());
            Tree one = new Tree.Scalar(Long.toString(ofEstimate.draws()), ScalarType.INTEGER, mapping.line());
            resolved.put("draws", new Tree.Entry(one, mapping.line()));
            return Optional.of(new Fields.Filled(ofEstimate, resolved));
        } catch (InvalidInputException e) {
            e.problems().forEach(problem -> scope.problem(mapping, problem));
            return Optional.empty();
        }
    }

    private Fields fields(Offer<T> offer) {
        Fields fields = Fields.of(offer);
        List<String> reserved = new ArrayList<>(List.of(TypeKey.NAME));
        reserved.addAll(own.keys());
        reserved.retainAll(fields.keys());
        if (!reserved.isEmpty()) {
            throw new PluginException(
                    offer,
                    "its config record",
                    new IllegalArgumentException("the engine reads these keys itself: " + String.join(", ", reserved)));
        }
        return fields;
    }

    /** Where there are problems with the section, what it would use instead is not known. */
    private static <C extends Record> void checkAvailable(
            Factory<C, ?> factory, Optional<Record> config, Tree.Mapping mapping, Scope scope) {
        Optional<String> reason;
        try {
            reason = Objects.requireNonNull(
                    config.isPresent()
                            ? factory.unavailable(factory.configType().cast(config.get()))
                            : factory.unavailable(),
                    "returned null");
        } catch (RuntimeException | LinkageError e) {
            throw scope.fault("unavailable", e);
        }
        Tree.Entry type = mapping.entries().get(TypeKey.NAME);
        if (type != null) {
            reason.ifPresent(why -> scope.key(TypeKey.NAME, type)
                    .problem(
                            "cannot be used on this machine: " + why,
                            "choose another, or run it where it can be used"));
        }
    }

    /** Where the engine reads nothing. */
    record NoKeys() {}
}
