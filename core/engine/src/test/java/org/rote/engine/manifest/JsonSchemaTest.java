package org.rote.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rote.engine.plugins.ExtensionPoint;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

final class JsonSchemaTest {

    private Map<String, Object> schema = Map.of();

    @BeforeEach
    void writeTheSchema() {
        FakeCatalog catalog =
                FakeCatalog.ofTheDesign().with(ExtensionPoint.OPERATOR, FakeFactory.of("every-kind", EveryKind.class));
        schema = object(parse(JsonSchema.of(catalog)));
    }

    @Test
    void namesItsDraft() {
        assertThat(schema)
                .containsEntry("$schema", "https://json-schema.org/draft/2020-12/schema")
                .containsEntry("required", List.of("rote"))
                .containsEntry("additionalProperties", false);
    }

    @Test
    void knowsTheKeysThatTheReaderKnows() {
        assertThat(object(schema.get("properties")))
                .containsOnlyKeys(StudyReader.keys().toArray(String[]::new));
    }

    @Test
    void resolvesEveryReference() {
        List<String> references = new ArrayList<>();
        collect(schema, references);

        assertThat(references).contains("#/$defs/prior", "#/$defs/prior.memorized-diffusion", "#/$defs/dataset");
        assertThat(references).allSatisfy(reference -> {
            assertThat(reference).startsWith("#/$defs/");
            assertThat(object(schema.get("$defs"))).containsKey(reference.substring("#/$defs/".length()));
        });
    }

    @Test
    void tellsTypesApart() {
        assertThat(definition("prior"))
                .isEqualTo(Map.of(
                        "oneOf",
                        List.of(
                                Map.of("$ref", "#/$defs/prior.empirical"),
                                Map.of("$ref", "#/$defs/prior.memorized-diffusion"))));
        assertThat(definition("prior.memorized-diffusion"))
                .containsEntry("type", "object")
                .containsEntry("description", "The fake memorized-diffusion.")
                .containsEntry("required", List.of("type", "sigma", "training"))
                .containsEntry("additionalProperties", false);
        assertThat(property("prior.memorized-diffusion", "type")).isEqualTo(Map.of("const", "memorized-diffusion"));
        assertThat(property("prior.memorized-diffusion", "sigma"))
                .isEqualTo(Map.of("type", "number", "description", "noise level in model units (number)"));
        assertThat(property("prior.memorized-diffusion", "training")).containsEntry("$ref", "#/$defs/dataset");
    }

    @Test
    void knowsTheKeysOfTheEngine() {
        assertThat(property("sampler.quadrature", "draws"))
                .isEqualTo(Map.of("type", "integer", "description", "draws to keep (whole number)", "default", 1000L));
        assertThat(property("diagnostic.mixture-weights", "cases")).containsEntry("default", List.of("*"));
    }

    @Test
    void admitsNothingWhereNothingIsOffered() {
        assertThat(definition("parameterization")).isEqualTo(Map.of("not", Map.of()));
    }

    @Test
    void hasPatternsForQuantities() {
        String pattern = (String) property("operator.every-kind", "spacing").get("pattern");

        assertThat("10 m").matches(pattern);
        assertThat("2 km/s").matches(pattern);
        assertThat("1e-3s/m").matches(pattern);
        assertThat("5 1/s").matches(pattern);
        assertThat("10").doesNotMatch(pattern);
        assertThat("m").doesNotMatch(pattern);
        assertThat("").doesNotMatch(pattern);
    }

    @Test
    void showsDefaultsAsWhatTheyAre() {
        assertThat(property("operator.every-kind", "flag")).containsEntry("default", false);
        assertThat(property("operator.every-kind", "ratio")).containsEntry("default", 0.5);
        assertThat(property("operator.every-kind", "spacing")).containsEntry("default", "10 m");
        assertThat(property("operator.every-kind", "rows"))
                .containsEntry("default", List.of(List.of(1L, 2L), List.of(3L)));
        assertThat(property("operator.every-kind", "schedule")).containsEntry("default", Map.of("type", "linear"));
        assertThat(property("operator.every-kind", "file")).doesNotContainKey("default");
    }

    @Test
    void hasAFormForEveryKind() {
        assertThat(property("operator.every-kind", "search-order"))
                .containsEntry("enum", List.of("depth-first", "breadth-first"));
        assertThat(property("operator.every-kind", "levels"))
                .containsEntry("additionalProperties", Map.of("type", "number"));
        assertThat(property("operator.every-kind", "rows")).containsEntry("type", "array");
        assertThat(object(property("operator.every-kind", "grid").get("properties")))
                .containsOnlyKeys("nx", "nz");
        assertThat((List<?>) property("operator.every-kind", "schedule").get("oneOf"))
                .extracting(alternative -> object(
                                object(object(alternative).get("properties")).get("type"))
                        .get("const"))
                .containsExactly("linear", "cosine");
    }

    private Map<String, Object> definition(String name) {
        return object(object(schema.get("$defs")).get(name));
    }

    private Map<String, Object> property(String definition, String key) {
        return object(object(definition(definition).get("properties")).get(key));
    }

    private static void collect(Object node, List<String> references) {
        if (node instanceof Map<?, ?> map) {
            if (map.get("$ref") instanceof String reference) {
                references.add(reference);
            }
            map.values().forEach(value -> collect(value, references));
        } else if (node instanceof List<?> list) {
            list.forEach(value -> collect(value, references));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object node) {
        assertThat(node).isInstanceOf(Map.class);
        return (Map<String, Object>) node;
    }

    private static Object parse(String text) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            Object value = value(parser);
            assertThat(parser.nextToken()).as("after the schema").isNull();
            return value;
        }
    }

    private static Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    assertThat(map.put(name, value(parser)))
                            .as("key %s given twice", name)
                            .isNull();
                }
                yield map;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                yield list;
            }
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            default -> parser.getString();
        };
    }
}
