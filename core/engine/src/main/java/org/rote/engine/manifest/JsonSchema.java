package org.rote.engine.manifest;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rote.engine.plugins.Catalog;
import org.rote.engine.plugins.ExtensionPoint;
import org.rote.engine.plugins.Offer;
import org.rote.engine.plugins.PluginException;

/**
 * The JSON Schema (draft 2020-12) of a manifest, for editors: what may stand where, with meanings and defaults, generated from the config records of the plugins
 * that are loaded. A manifest that the {@link ManifestReader} accepts is valid; the reverse does not hold, since a schema knows neither units nor files.
 */
public final class JsonSchema {

    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
    private static final String DEFINITIONS = "#/$defs/";

    private final Catalog catalog;
    private final Map<String, Object> definitions = new LinkedHashMap<>();
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final List<Object> exclusions = new ArrayList<>();

    private JsonSchema(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Writes the schema of the manifests that some plugins can serve.
     *
     * @param catalog what the plugins offer
     * @return JSON, indented
     * @throws PluginException when a config record cannot be read
     */
    public static String of(Catalog catalog) {
        return Json.write(new JsonSchema(catalog).manifest());
    }

    /** Keys that belong together, and no others. */
    static Map<String, Object> section(Optional<String> type, String description, List<Field> fields) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        type.ifPresent(name -> {
            properties.put(TypeKey.NAME, Map.of("const", name));
            required.add(TypeKey.NAME);
        });
        for (Field field : fields) {
            properties.put(field.key(), property(field));
            if (field.isRequired()) {
                required.add(field.key());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        if (!description.isEmpty()) {
            schema.put("description", description);
        }
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    /** A section of any type of an extension point. */
    static Map<String, Object> reference(ExtensionPoint<?> point) {
        return reference(point.section());
    }

    private static Map<String, Object> reference(String definition) {
        return Map.of("$ref", DEFINITIONS + definition);
    }

    private static Map<String, Object> property(Field field) {
        Map<String, Object> schema = new LinkedHashMap<>(field.kind().schema());
        String doc = field.doc();
        schema.put(
                "description",
                doc.isEmpty() ? field.kind().words() : doc + " (" + field.kind().words() + ")");
        field.defaultTree().ifPresent(tree -> schema.put("default", value(tree)));
        return schema;
    }

    private static Object value(Tree tree) {
        if (tree instanceof Tree.Sequence sequence) {
            return sequence.items().stream().map(JsonSchema::value).toList();
        }
        if (tree instanceof Tree.Mapping mapping) {
            Map<String, Object> values = new LinkedHashMap<>();
            mapping.entries().forEach((key, entry) -> values.put(key, value(entry.value())));
            return values;
        }
        return tree instanceof Tree.Scalar scalar ? value(scalar) : "";
    }

    private static Object value(Tree.Scalar scalar) {
        return switch (scalar.type()) {
            case INTEGER -> WrittenNumber.integer(scalar.text());
            case REAL ->
                WrittenNumber.bare(scalar.text()).<Object>map(number -> number).orElse(scalar.text());
            case BOOLEAN -> Boolean.valueOf(scalar.text());
            default -> scalar.text();
        };
    }

    private Map<String, Object> manifest() {
        properties.put(
                Header.VERSION_KEY,
                Json.object("const", new BigInteger(Header.VERSION), "description", "version of the manifest's form"));
        Fields.of(Header.class).list().forEach(field -> properties.put(field.key(), property(field)));
        for (ExtensionPoint<?> point : ExtensionPoint.ALL) {
            define(point);
            boolean listed = point.equals(ExtensionPoint.DIAGNOSTIC) || point.equals(ExtensionPoint.REPORT);
            if (!point.equals(ExtensionPoint.DATASET)) {
                oneOrSeveral(point.section(), point.plural(), listed);
            }
        }
        definitions.put(
                StudyReader.OBSERVATION,
                section(
                        Optional.empty(),
                        "where the recorded data come from",
                        Fields.of(ObservationKeys.class).list()));
        oneOrSeveral(StudyReader.OBSERVATION, StudyReader.OBSERVATIONS, false);
        properties.put(StudyReader.CASES, cases());

        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", DRAFT);
        schema.put("title", "Rote manifest");
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", List.of(Header.VERSION_KEY));
        schema.put("additionalProperties", false);
        schema.put("allOf", exclusions);
        schema.put("$defs", definitions);
        return schema;
    }

    private <T> void define(ExtensionPoint<T> point) {
        List<Object> alternatives = new ArrayList<>();
        for (Offer<T> offer : catalog.offers(point)) {
            List<Field> fields = new ArrayList<>(Fields.of(offer).list());
            fields.addAll(SectionBinder.of(point).own().list());
            String name = point.section() + "." + offer.name();
            try {
                definitions.put(
                        name, section(Optional.of(offer.name()), offer.factory().describe(), fields));
            } catch (RuntimeException | LinkageError e) {
                throw new PluginException(offer, "its description", e);
            }
            alternatives.add(reference(name));
        }
        definitions.put(
                point.section(), alternatives.isEmpty() ? Map.of("not", Map.of()) : Map.of("oneOf", alternatives));
    }

    private void oneOrSeveral(String word, String plural, boolean listed) {
        properties.put(word, reference(word));
        properties.put(
                plural,
                listed
                        ? Json.object("type", "array", "items", reference(word))
                        : Json.object(
                                "type",
                                "object",
                                "minProperties",
                                BigInteger.ONE,
                                "propertyNames",
                                Map.of("pattern", "^" + Names.OF_A_SECTION.pattern() + "$"),
                                "additionalProperties",
                                reference(word)));
        exclusions.add(Map.of("not", Map.of("required", List.of(word, plural))));
    }

    private static Map<String, Object> cases() {
        Map<String, Object> names = Map.of(
                "anyOf",
                List.of(Map.of("type", "string"), Json.object("type", "array", "items", Map.of("type", "string"))));
        Map<String, Object> parts = new LinkedHashMap<>();
        for (String word : List.of("operator", "parameterization", "observation", "noise", "prior", "sampler")) {
            parts.put(word, names);
        }
        return Json.object(
                "type",
                "array",
                "minItems",
                BigInteger.ONE,
                "description",
                "which sections to combine; every combination where it is left out",
                "items",
                Json.object("type", "object", "properties", parts, "additionalProperties", false));
    }
}
