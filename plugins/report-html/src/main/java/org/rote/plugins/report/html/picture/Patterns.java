package org.rote.plugins.report.html.picture;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rote.plugins.report.html.text.Markup;
import org.rote.spi.Figure.Bars;
import org.rote.spi.Figure.Layer;
import org.rote.spi.Figure.Panel;

/** The hatchings of one picture, which tell areas apart without colour. Asked for first, written once at the end. */
final class Patterns {

    private static final String SLASHES = "M-1 7L7 -1M-1 1L1 -1M5 7L7 5";
    private static final String BACKSLASHES = "M-1 -1L7 7M5 -1L7 1M-1 5L1 7";
    private static final String[] LINES = {SLASHES, BACKSLASHES, SLASHES + BACKSLASHES, "M0 3H6", "M3 0V6"};
    private static final String MISSING = "#9a9a9a";

    /** One hatching. */
    private record Hatch(String color, String lines) {}

    private final String prefix;
    private final Map<Hatch, String> used = new LinkedHashMap<>();

    Patterns(String prefix) {
        this.prefix = prefix;
    }

    /** How many layers of a panel are bars. */
    static int bars(Panel panel) {
        return (int) panel.layers().stream().filter(Bars.class::isInstance).count();
    }

    /** Which of the panel's layers of bars a layer is, from 0. */
    static int turn(Panel panel, Layer layer) {
        return (int) panel.layers().stream()
                .takeWhile(other -> other != layer)
                .filter(Bars.class::isInstance)
                .count();
    }

    /** The fill of the {@code turn}-th layer of bars: plain first, then hatched. */
    String fill(String color, int turn) {
        return turn == 0 ? color : reference(new Hatch(color, LINES[(turn - 1) % LINES.length]));
    }

    /** The fill of cells without a value. */
    String missing() {
        return reference(new Hatch(MISSING, SLASHES));
    }

    private String reference(Hatch hatch) {
        String next = prefix + "-hatch-" + used.size();
        return "url(#" + used.computeIfAbsent(hatch, key -> next) + ")";
    }

    /** Writes the definitions of what was asked for. */
    void write(Markup out) {
        used.forEach((hatch, id) -> {
            out.open("pattern", "id", id, "width", 6, "height", 6, "patternUnits", "userSpaceOnUse");
            out.empty("rect", "width", 6, "height", 6, "fill", "#fff");
            out.empty("path", "d", hatch.lines(), "stroke", hatch.color(), "stroke-width", 1.4, "fill", "none");
            out.close();
        });
    }
}
