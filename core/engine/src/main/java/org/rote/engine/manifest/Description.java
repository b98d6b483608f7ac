package org.rote.engine.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rote.engine.plugins.ExtensionPoint;
import org.rote.engine.plugins.Offer;
import org.rote.engine.plugins.PluginException;
import org.rote.spi.EstimatorFactory;

/** What {@code rote describe} prints about a type: what it is, its keys with values, defaults and meanings, and an example. */
public final class Description {

    private static final List<String> HEAD = List.of("key", "value", "default", "meaning");
    private static final String INDENT = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    private Description() {}

    /**
     * Describes what a plugin offers.
     *
     * @param offer the factory
     * @return several lines
     * @throws PluginException when its config record cannot be read
     */
    public static String of(Offer<?> offer) {
        Description table = new Description();
        table.rows.add(HEAD);
        table.add(Fields.of(offer).list(), "");
        boolean findsOne = offer.factory() instanceof EstimatorFactory<?>;
        table.add(
                SectionBinder.of(offer.point()).own().list().stream()
                        .filter(field -> !findsOne || !Loop.COUNTS.contains(field.key()))
                        .toList(),
                "");
        StringBuilder text = new StringBuilder();
        try {
            text.append(offer.point().section()).append(' ').append(offer.name());
            text.append(" (plugin ").append(offer.source()).append(")\n\n");
            text.append(offer.factory().describe()).append('\n');
            offer.factory()
                    .unavailable()
                    .ifPresent(reason -> text.append("Cannot be used on this machine: ")
                            .append(reason)
                            .append('\n'));
            text.append('\n').append(table.rows.size() > 1 ? table.aligned() : "It has no keys.\n");
            if (findsOne) {
                text.append(
                        "\nIt finds one model: \"draws\" is 1 whatever is said, and burn-in and thinning are mistakes.\n");
            }
            text.append("\nExample:\n\n").append(example(offer));
            return text.toString();
        } catch (RuntimeException | LinkageError e) {
            throw new PluginException(offer, "its description", e);
        }
    }

    /** A data set stands under a key of another section, everything else under its own. */
    private static String example(Offer<?> offer) {
        String section = offer.factory().example().strip();
        return offer.point().equals(ExtensionPoint.DATASET)
                ? section.indent(2)
                : INDENT + offer.point().section() + ":\n" + section.indent(4);
    }

    private void add(List<Field> fields, String indent) {
        for (Field field : fields) {
            String usual = field.isRequired() ? "required" : field.defaultYaml().orElse("optional");
            rows.add(List.of(indent + field.key(), field.kind().words(), usual, field.doc()));
            for (Map.Entry<String, Fields> inside : field.kind().inside().entrySet()) {
                if (!inside.getKey().isEmpty()) {
                    rows.add(List.of(indent + INDENT + TypeKey.NAME + ": " + inside.getKey(), "", "", ""));
                }
                add(inside.getValue().list(), indent + INDENT + (inside.getKey().isEmpty() ? "" : INDENT));
            }
        }
    }

    private String aligned() {
        int[] widths = new int[HEAD.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(INDENT);
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + INDENT.length()));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
