package org.rote.engine.run;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rote.spi.Value;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * JSON as maps, lists, strings, numbers and booleans; an empty {@link Optional} is {@code null}. JSON has no word for numbers that are not finite: they are
 * written as the strings {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"}.
 */
final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    static String write(Object tree) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(new Indented(), text)) {
            write(tree, generator);
        }
        return text.append('\n').toString();
    }

    private static void write(Object tree, JsonGenerator out) {
        if (tree instanceof Map<?, ?> map) {
            out.writeStartObject();
            map.forEach((name, value) -> {
                out.writeName(name.toString());
                write(value, out);
            });
            out.writeEndObject();
        } else if (tree instanceof List<?> list) {
            out.writeStartArray();
            list.forEach(item -> write(item, out));
            out.writeEndArray();
        } else if (tree instanceof Value value) {
            write(nested(value), out);
        } else if (tree instanceof Optional<?> optional) {
            optional.ifPresentOrElse(present -> write(present, out), out::writeNull);
        } else {
            writeScalar(tree, out);
        }
    }

    private static void writeScalar(Object scalar, JsonGenerator out) {
        if (scalar instanceof Double number && Double.isFinite(number)) {
            out.writeNumber(number.doubleValue());
        } else if (scalar instanceof Long || scalar instanceof Integer) {
            out.writeNumber(((Number) scalar).longValue());
        } else if (scalar instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else {
            out.writeString(scalar.toString());
        }
    }

    /** A number, or lists of lists down to the last axis. */
    private static Object nested(Value value) {
        return value.isScalar() ? value.values()[0] : nested(value.values(), value.shape(), 0, 0);
    }

    private static Object nested(double[] values, int[] shape, int axis, int block) {
        if (axis == shape.length) {
            return values[block];
        }
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < shape[axis]; i++) {
            items.add(nested(values, shape, axis + 1, block * shape[axis] + i));
        }
        return items;
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws tools.jackson.core.JacksonException when the text is no JSON
     */
    static Object read(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            return read(parser);
        }
    }

    private static Object read(JsonParser in) {
        return switch (in.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                while (in.nextToken() != JsonToken.END_OBJECT) {
                    String name = in.currentName();
                    in.nextToken();
                    map.put(name, read(in));
                }
                yield map;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    list.add(read(in));
                }
                yield list;
            }
            case VALUE_NUMBER_INT -> in.getLongValue();
            case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
            case VALUE_TRUE, VALUE_FALSE -> in.getBooleanValue();
            case VALUE_NULL -> Optional.empty();
            default -> in.getString();
        };
    }

    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
