package org.rote.engine.manifest;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rote.engine.plugins.Offer;
import org.rote.engine.plugins.PluginException;
import org.rote.spi.Inline;
import org.rote.spi.InvalidInputException;

/** A config record as the keys of a section. */
final class Fields {

    private final Constructor<?> constructor;
    private final List<Member> members;
    private final List<Field> fields;

    private Fields(Constructor<?> constructor, List<Member> members) {
        this.constructor = constructor;
        this.members = members;
        this.fields =
                members.stream().flatMap(member -> member.fields().stream()).toList();
    }

    /**
     * Reads the components of a record and their annotations.
     *
     * @param type the record, public, in a package that its module exports
     * @return its keys
     * @throws IllegalArgumentException when it cannot be a config record; says why
     */
    static Fields of(Class<? extends Record> type) {
        return of(type, Set.of());
    }

    /**
     * Reads the config record of a factory.
     *
     * @param offer the factory
     * @return its keys
     * @throws PluginException when it cannot be a config record
     */
    static Fields of(Offer<?> offer) {
        try {
            return of(offer.factory().configType());
        } catch (IllegalArgumentException | LinkageError e) {
            throw new PluginException(offer, "its config record", e);
        }
    }

    /**
     * Reads the components of a record inside other records.
     *
     * @param type the record
     * @param around the records that it is in
     * @return its keys
     * @throws IllegalArgumentException when it cannot be a config record; says why
     */
    static Fields of(Class<?> type, Set<Class<?>> around) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + " is no record");
        }
        Set<Class<?>> inside = new HashSet<>(around);
        if (!inside.add(type)) {
            throw new IllegalArgumentException(type.getName() + " holds itself");
        }
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        List<Member> members = Arrays.stream(components)
                .map(component -> Member.of(component, inside))
                .toList();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            if (!constructor.canAccess(null)) {
                throw new IllegalArgumentException(
                        type.getName() + " cannot be constructed; make it public and export its package");
            }
            Fields fields = new Fields(constructor, members);
            if (new HashSet<>(fields.keys()).size() < fields.keys().size()) {
                throw new IllegalArgumentException(
                        type.getName() + " has a key twice: " + String.join(", ", fields.keys()));
            }
            return fields;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type.getName() + " lacks its canonical constructor", e);
        }
    }

    List<Field> list() {
        return fields;
    }

    List<String> keys() {
        return fields.stream().map(Field::key).toList();
    }

    /**
     * Makes the record from the keys of a section. Other keys are left alone.
     *
     * @param section the section
     * @param scope where
     * @return the record; empty when there is a problem
     */
    Optional<Filled> bind(Tree.Mapping section, Scope scope) {
        List<Object> values = new ArrayList<>();
        Map<String, Tree.Entry> resolved = new LinkedHashMap<>();
        for (Member member : members) {
            member.bind(section, scope, resolved).ifPresent(values::add);
        }
        return values.size() == members.size()
                ? construct(values, section, scope).map(made -> new Filled(made, resolved))
                : Optional.empty();
    }

    /**
     * Says which keys of a section mean nothing.
     *
     * @param section the section
     * @param known the keys that exist
     * @param scope where
     */
    static void refuseUnknown(Tree.Mapping section, Collection<String> known, Scope scope) {
        section.entries().forEach((key, entry) -> {
            if (!known.contains(key)) {
                scope.key(key, entry).problem("unknown key", Suggestion.fix(key, known, "keys"));
            }
        });
    }

    private Optional<Record> construct(List<Object> values, Tree.Mapping section, Scope scope) {
        try {
            return Optional.of((Record) constructor.newInstance(values.toArray()));
        } catch (InvocationTargetException e) {
            return refuse(e.getTargetException(), section, scope);
        } catch (ReflectiveOperationException e) {
            throw scope.fault("its config record", e);
        }
    }

    private static Optional<Record> refuse(Throwable thrown, Tree.Mapping section, Scope scope) {
        if (thrown instanceof InvalidInputException invalid) {
            invalid.problems().forEach(problem -> scope.problem(section, problem));
            return Optional.empty();
        }
        if (thrown instanceof IllegalArgumentException refused) {
            return refuse(Thrown.refusal(refused), section, scope);
        }
        if (thrown instanceof VirtualMachineError broken) {
            throw broken;
        }
        throw scope.fault("its config record", thrown);
    }

    /**
     * A component of the record.
     *
     * @param fields its keys
     * @param inlined the record whose keys they are, where it is no single key
     */
    private record Member(List<Field> fields, Optional<Fields> inlined) {

        static Member of(RecordComponent component, Set<Class<?>> around) {
            if (!component.isAnnotationPresent(Inline.class)) {
                return new Member(List.of(Field.of(component, around)), Optional.empty());
            }
            Fields inlined = Fields.of(component.getType(), around);
            return new Member(inlined.list(), Optional.of(inlined));
        }

        /** The value; empty when there is a problem. */
        Optional<Object> bind(Tree.Mapping section, Scope scope, Map<String, Tree.Entry> resolved) {
            if (inlined.isPresent()) {
                return inlined.get().bind(section, scope).map(filled -> {
                    resolved.putAll(filled.resolved());
                    return filled.made();
                });
            }
            Field field = fields.get(0);
            return field.bind(section, scope).map(entry -> {
                entry.resolved().ifPresent(tree -> resolved.put(field.key(), new Tree.Entry(tree, tree.line())));
                return entry.value();
            });
        }
    }

    /**
     * A record made from keys.
     *
     * @param made the record
     * @param resolved the keys that stand for it, every default among them
     */
    record Filled(Record made, Map<String, Tree.Entry> resolved) {}
}
