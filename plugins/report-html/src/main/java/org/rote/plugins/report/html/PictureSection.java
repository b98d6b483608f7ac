package org.rote.plugins.report.html;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rote.plugins.report.html.text.Markup;

/**
 * The pictures, those of one name side by side across cases. A click shows one as large as the window, by the style sheet alone: the link leads to the picture itself, and
 * what is led to is laid over the page.
 */
final class PictureSection {

    /** Where there are many, this many are shown at once. */
    private static final int SHOWN = 12;

    private final Markup out;
    private final Contents contents;
    private final boolean linked;
    private final Function<Plate, String> drawing;

    PictureSection(Markup out, Contents contents, boolean linked, Function<Plate, String> drawing) {
        this.out = out;
        this.contents = contents;
        this.linked = linked;
        this.drawing = drawing;
    }

    void write() {
        List<List<Plate>> groups = contents.groups();
        Chapter.PICTURES.open(out);
        if (groups.isEmpty()) {
            out.leaf("p", "No diagnostic drew one.");
        }
        groups.forEach(this::group);
        out.close().line();
    }

    /** Pictures of one name side by side. */
    void group(List<Plate> group) {
        Plate first = group.get(0);
        out.open("section", "class", "group");
        out.leaf("h3", first.figure().title());
        Map<String, List<Plate>> captions = group.stream()
                .collect(Collectors.groupingBy(
                        plate -> plate.figure().caption(), LinkedHashMap::new, Collectors.toList()));
        boolean shared = captions.size() == 1 || captions.size() <= group.size() / 2;
        if (shared) {
            captions.forEach((caption, plates) -> {
                shelf(plates, first.figure().title(), false);
                out.leaf("p", caption, "class", "caption").line();
            });
        } else {
            shelf(group, first.figure().title(), true);
        }
        out.leaf("p", "Drawn by " + first.diagnostic() + ".", "class", "source");
        out.close().line();
    }

    /** Pictures side by side, the later ones of many folded. */
    private void shelf(List<Plate> plates, String title, boolean captioned) {
        int shown = plates.size() > Contents.MANY ? SHOWN : plates.size();
        out.open("div", "class", "plates").line();
        plates.subList(0, shown).forEach(plate -> plate(plate, title, captioned));
        out.close();
        if (shown < plates.size()) {
            out.open("details").leaf("summary", Words.count(plates.size() - shown, "more case"));
            out.open("div", "class", "plates").line();
            plates.subList(shown, plates.size()).forEach(plate -> plate(plate, title, captioned));
            out.close().close();
        }
    }

    /** One picture under the name of its case, with its title where that is not the group's. */
    private void plate(Plate plate, String title, boolean captioned) {
        String place = "place-" + plate.id();
        out.open("div", "class", "place", "id", place);
        out.open("figure", "id", plate.id());
        out.leaf("a", "Close", "class", "close", "href", "#" + place);
        out.open("a", "class", "enlarge", "href", "#" + plate.id(), "title", "Enlarge");
        out.raw(drawing.apply(plate)).close();
        out.open("figcaption");
        out.leaf("a", plate.subject().name(), "href", "#" + plate.subject().anchor());
        if (!plate.figure().title().equals(title)) {
            out.text(" – " + plate.figure().title());
        }
        if (linked) {
            out.text(" ").leaf("a", "SVG", "class", "file", "href", plate.file());
        }
        if (captioned) {
            out.empty("br").text(plate.figure().caption());
        }
        out.close().close().close().line();
    }
}
