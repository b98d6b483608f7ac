package org.rote.engine.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads one YAML document into a {@link Tree}. Built on the parser's events, and not on its ready-made nodes, so that depth and size are limited before anything
 * is built, an alias counts as often as it is used, and both lines of a key that is given twice are known.
 */
final class YamlReader {

    static final int LARGEST_TEXT = 8 << 20;

    private static final int LARGEST_DEPTH = 64;
    private static final int LARGEST_COUNT = 1_000_000;
    private static final String STANDARD = "tag:yaml.org,2002:";
    private static final Map<String, ScalarType> SCALAR_TAGS = Map.of(
            "!",
            ScalarType.TEXT,
            STANDARD + "str",
            ScalarType.TEXT,
            STANDARD + "int",
            ScalarType.INTEGER,
            STANDARD + "float",
            ScalarType.REAL,
            STANDARD + "bool",
            ScalarType.BOOLEAN,
            STANDARD + "null",
            ScalarType.NULL);

    private final Problems problems;
    private final Iterator<Event> events;
    private final Map<Anchor, Anchored> anchors = new HashMap<>();
    private long count;

    private YamlReader(String text, Problems problems) {
        this.problems = problems;
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(LARGEST_TEXT).build();
        this.events = new ParserImpl(settings, new StreamReader(settings, text));
    }

    /**
     * Reads a document.
     *
     * @param text the YAML
     * @param problems receives what is wrong with it and leaves a tree
     * @return what is written
     * @throws ManifestException with all problems so far when it is no YAML, or too large
     */
    static Tree read(String text, Problems problems) {
        try {
            return new YamlReader(text, problems).document();
        } catch (MarkedYamlEngineException e) {
            throw problems.fatal(
                    e.getProblemMark()
                            .or(e::getContextMark)
                            .map(YamlReader::line)
                            .orElse(0),
                    "is not YAML: " + e.getProblem(),
                    "check the indentation, quotes and brackets on this line and before it");
        } catch (ReaderException e) {
            throw problems.fatal(
                    lineOf(text, e.getPosition()),
                    String.format(
                            Locale.ROOT, "holds the character U+%04X, which YAML does not allow", e.getCodePoint()),
                    "remove it");
        } catch (YamlEngineException e) {
            throw problems.fatal(0, "is not YAML: " + e.getMessage(), "");
        }
    }

    private Tree document() {
        events.next(); // the start of the stream
        if (!events.next().getEventId().equals(Event.ID.DocumentStart)) {
            throw problems.fatal(0, "is empty", "begin it with \"rote: 1\"");
        }
        Tree tree = tree(events.next(), "", 0);
        events.next(); // the end of the document
        Event next = events.next();
        if (!next.getEventId().equals(Event.ID.StreamEnd)) {
            throw problems.fatal(line(next), "holds a second document", "put it into a file of its own");
        }
        return tree;
    }

    private Tree tree(Event event, String where, int depth) {
        if (depth > LARGEST_DEPTH) {
            throw problems.fatal(
                    line(event),
                    "is nested deeper than " + LARGEST_DEPTH + " levels",
                    "nest less, or check the brackets");
        }
        long before = count;
        if (event instanceof AliasEvent alias) {
            return anchored(alias);
        }
        count(1, line(event));
        Tree tree = event instanceof ScalarEvent scalar
                ? scalar(scalar, where)
                : event instanceof MappingStartEvent mapping
                        ? mapping(mapping, where, depth)
                        : sequence((SequenceStartEvent) event, where, depth);
        ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchors.put(anchor, new Anchored(tree, count - before)));
        return tree;
    }

    private Tree anchored(AliasEvent alias) {
        Anchored anchored = anchors.get(alias.getAlias());
        if (anchored == null) {
            throw problems.fatal(
                    line(alias),
                    "*" + alias.getAlias().getValue() + " names nothing that is complete before it",
                    "write &" + alias.getAlias().getValue() + " in front of the value, above this line");
        }
        count(anchored.count(), line(alias));
        return anchored.tree();
    }

    private void count(long more, int line) {
        count += more;
        if (count > LARGEST_COUNT) {
            throw problems.fatal(
                    line, "holds more than " + LARGEST_COUNT + " values", "keep arrays in .npy files and name those");
        }
    }

    private Tree scalar(ScalarEvent event, String where) {
        ScalarType untagged = event.isPlain() ? ScalarType.ofPlain(event.getValue()) : ScalarType.TEXT;
        ScalarType type = event.getTag()
                .map(tag -> Optional.ofNullable(SCALAR_TAGS.get(tag)).orElseGet(() -> {
                    refuseTag(tag, event, where);
                    return untagged;
                }))
                .orElse(untagged);
        return new Tree.Scalar(event.getValue(), type, line(event));
    }

    private Tree sequence(SequenceStartEvent start, String where, int depth) {
        checkTag(start, "seq", where);
        List<Tree> items = new ArrayList<>();
        for (Event event = events.next(); !isEnd(event); event = events.next()) {
            // naming a million numbers would cost more than reading them
            String item = event instanceof CollectionStartEvent ? where + "[" + items.size() + "]" : where;
            items.add(tree(event, item, depth + 1));
        }
        return new Tree.Sequence(items, line(start));
    }

    private Tree mapping(MappingStartEvent start, String where, int depth) {
        checkTag(start, "map", where);
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        for (Event event = events.next(); !isEnd(event); event = events.next()) {
            int line = line(event);
            Tree key = tree(event, where, depth + 1);
            String name = key instanceof Tree.Scalar scalar ? scalar.text() : "";
            Tree value = tree(events.next(), KeyPath.join(where, name), depth + 1);
            if (!(key instanceof Tree.Scalar)) {
                problems.add(
                        line,
                        where,
                        "has a key that is a list or a section",
                        "",
                        "write a single word before the colon");
                continue;
            }
            Tree.Entry first = entries.putIfAbsent(name, new Tree.Entry(value, line));
            if (first != null) {
                problems.add(
                        line,
                        KeyPath.join(where, name),
                        "is given twice, on lines " + first.line() + " and " + line,
                        "",
                        "keep one of the two");
            }
        }
        return new Tree.Mapping(entries, line(start));
    }

    private void checkTag(CollectionStartEvent event, String standard, String where) {
        event.getTag()
                .filter(tag -> !tag.equals("!") && !tag.equals(STANDARD + standard))
                .ifPresent(tag -> refuseTag(tag, event, where));
    }

    private void refuseTag(String tag, Event event, String where) {
        String written = tag.startsWith(STANDARD) ? "!!" + tag.substring(STANDARD.length()) : tag;
        problems.add(line(event), where, "has the tag " + written + ", which means nothing here", "", "remove the tag");
    }

    private static boolean isEnd(Event event) {
        return event.getEventId().equals(Event.ID.SequenceEnd)
                || event.getEventId().equals(Event.ID.MappingEnd);
    }

    private static int line(Event event) {
        return event.getStartMark().map(YamlReader::line).orElse(0);
    }

    private static int line(Mark mark) {
        return mark.getLine() + 1;
    }

    private static int lineOf(String text, int codePoints) {
        return 1
                + (int) text.codePoints()
                        .limit(codePoints)
                        .filter(c -> c == '\n')
                        .count();
    }

    private record Anchored(Tree tree, long count) {}
}
