package org.rote.engine.manifest;

import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.rote.engine.plugins.ExtensionPoint;
import org.rote.spi.Part;
import org.rote.spi.Quantity;

/** The kind of value of each Java type that a config record may use. */
final class Kinds {

    private static final Set<Class<?>> FLAGS = Set.of(boolean.class, Boolean.class);
    private static final Set<Class<?>> INTEGERS = Set.of(int.class, Integer.class);
    private static final Set<Class<?>> LONGS = Set.of(long.class, Long.class);
    private static final Set<Class<?>> REALS = Set.of(double.class, Double.class);

    private final Optional<String> unit;
    private final Set<Class<?>> around;

    private Kinds(Optional<String> unit, Set<Class<?>> around) {
        this.unit = unit;
        this.around = around;
    }

    /**
     * Finds the kind.
     *
     * @param type the type of a record component
     * @param unit the component's unit, where it has one
     * @param around the records that the component is in, none of which it may hold again
     * @return the kind
     * @throws IllegalArgumentException when a config record may not use the type; says what it may use
     */
    static Kind of(Type type, Optional<String> unit, Set<Class<?>> around) {
        Kind kind = new Kinds(unit, around).of(type);
        if (unit.isPresent() && !takesUnit(kind)) {
            throw new IllegalArgumentException("@Unit stands on " + type.getTypeName() + ", which is no number");
        }
        return kind;
    }

    private Kind of(Type type) {
        return type instanceof ParameterizedType generic ? ofGeneric(generic) : ofClass(type);
    }

    private static boolean takesUnit(Kind kind) {
        if (kind instanceof MaybeKind maybe) {
            return takesUnit(maybe.kind());
        }
        if (kind instanceof ListKind list) {
            return takesUnit(list.element());
        }
        return kind instanceof RealKind || (kind instanceof MapKind map && takesUnit(map.value()));
    }

    private Kind ofGeneric(ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) {
            return new MaybeKind(of(arguments[0]));
        }
        if (type.getRawType() == List.class) {
            return new ListKind(of(arguments[0]), List::copyOf);
        }
        if (type.getRawType() == Map.class && arguments[0] == String.class) {
            return new MapKind(of(arguments[1]));
        }
        if (type.getRawType() == Part.class) {
            return ExtensionPoint.ALL.stream()
                    .filter(point -> point.type() == arguments[0])
                    .findFirst()
                    .map(PartKind::new)
                    .orElseThrow(() -> unsupported(type));
        }
        throw unsupported(type);
    }

    private Kind ofClass(Type type) {
        if (!(type instanceof Class<?> raw)) {
            throw unsupported(type);
        }
        if (raw.isArray()) {
            Kind element = of(raw.getComponentType());
            return new ListKind(element, toArray(raw.getComponentType()));
        }
        if (FLAGS.contains(raw)) {
            return new FlagKind();
        }
        if (INTEGERS.contains(raw) || LONGS.contains(raw)) {
            return new WholeKind(LONGS.contains(raw));
        }
        if (REALS.contains(raw)) {
            return new RealKind(unit.orElse(WrittenNumber.NO_UNIT));
        }
        if (raw == String.class) {
            return new TextKind();
        }
        if (raw == Quantity.class) {
            return new QuantityKind();
        }
        if (raw == Path.class) {
            return new FileKind();
        }
        return ofDeclared(raw);
    }

    private Kind ofDeclared(Class<?> type) {
        if (type.isEnum()) {
            return ChoiceKind.of(type);
        }
        if (type.isRecord()) {
            return new RecordKind(Fields.of(type, around));
        }
        if (type.isSealed()) {
            Map<String, Fields> alternatives = new LinkedHashMap<>();
            addAlternatives(type, type, alternatives);
            return new VariantKind(alternatives);
        }
        throw unsupported(type);
    }

    private void addAlternatives(Class<?> sealed, Class<?> type, Map<String, Fields> alternatives) {
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                addAlternatives(sealed, permitted, alternatives);
            } else if (permitted.isRecord()) {
                Fields fields = Fields.of(permitted, around);
                if (fields.keys().contains(TypeKey.NAME)) {
                    throw new IllegalArgumentException(permitted.getName() + " may not have a component named type");
                }
                alternatives.put(Names.variant(permitted, sealed), fields);
            } else {
                throw unsupported(permitted);
            }
        }
    }

    private static Function<List<Object>, Object> toArray(Class<?> component) {
        return elements -> {
            Object array = Array.newInstance(component, elements.size());
            for (int i = 0; i < elements.size(); i++) {
                Array.set(array, i, elements.get(i));
            }
            return array;
        };
    }

    private static IllegalArgumentException unsupported(Type type) {
        return new IllegalArgumentException(type.getTypeName()
                + " is no type for a key; use boolean, int, long, double, Quantity, String, an enum, Path, a record, a sealed interface of"
                + " records, Part, or an array, List, Map<String, ...> or Optional of these");
    }
}
