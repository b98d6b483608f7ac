package org.rote.engine.manifest;

import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;

/** Writes a {@link Tree} as YAML: a key a line, lists of values in brackets, every scalar so that it is read as what it was. */
final class YamlWriter {

    private static final int WIDTH = 120;
    private static final ImplicitTuple NO_TAG = new ImplicitTuple(true, true);

    private final StringBuilder text = new StringBuilder();
    private final Emitter emitter;
    private final boolean inOneLine;

    private YamlWriter(int width, boolean inOneLine) {
        DumpSettings settings = DumpSettings.builder()
                .setWidth(width)
                .setUseUnicodeEncoding(true)
                .build();
        this.emitter = new Emitter(settings, new Output(text));
        this.inOneLine = inOneLine;
    }

    static String write(Tree tree) {
        return new YamlWriter(WIDTH, false).text(tree);
    }

    /** All in one line, in flow style. */
    static String line(Tree tree) {
        return new YamlWriter(Integer.MAX_VALUE, true).text(tree).strip();
    }

    private String text(Tree tree) {
        emitter.emit(new StreamStartEvent());
        emitter.emit(new DocumentStartEvent(false, Optional.empty(), Map.of()));
        add(tree);
        emitter.emit(new DocumentEndEvent(false));
        emitter.emit(new StreamEndEvent());
        return text.toString();
    }

    private void add(Tree tree) {
        if (tree instanceof Tree.Scalar scalar) {
            addScalar(scalar.text(), scalar.type());
        } else if (tree instanceof Tree.Sequence sequence) {
            emitter.emit(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, style(isFlat(sequence))));
            sequence.items().forEach(this::add);
            emitter.emit(new SequenceEndEvent());
        } else if (tree instanceof Tree.Mapping mapping) {
            FlowStyle style = style(mapping.entries().isEmpty());
            emitter.emit(new MappingStartEvent(Optional.empty(), Optional.empty(), true, style));
            mapping.entries().forEach((key, entry) -> {
                addScalar(key, ScalarType.TEXT);
                add(entry.value());
            });
            emitter.emit(new MappingEndEvent());
        }
    }

    private void addScalar(String text, ScalarType type) {
        // the emitter adds quotes where the form needs them, but does not know what a word would be read as
        boolean misread = type == ScalarType.TEXT && ScalarType.ofPlain(text) != ScalarType.TEXT;
        ScalarStyle style = misread ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN;
        emitter.emit(new ScalarEvent(Optional.empty(), Optional.empty(), NO_TAG, text, style));
    }

    private static boolean isFlat(Tree.Sequence sequence) {
        return sequence.items().stream()
                .allMatch(
                        item -> item instanceof Tree.Scalar || (item instanceof Tree.Sequence inner && isFlat(inner)));
    }

    private FlowStyle style(boolean flow) {
        return flow || inOneLine ? FlowStyle.FLOW : FlowStyle.BLOCK;
    }

    /** Where the emitter writes. */
    private record Output(StringBuilder text) implements StreamDataWriter {

        @Override
        public void write(String part) {
            text.append(part);
        }

        @Override
        public void write(String part, int offset, int length) {
            text.append(part, offset, offset + length);
        }
    }
}
