package org.rote.plugins.report.html;

import java.util.List;
import java.util.function.Function;
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

    private void group(List<Plate> group) {
        Plate first = group.get(0);
        boolean oneTitle = group.stream()
                .allMatch(plate -> plate.figure().title().equals(first.figure().title()));
        boolean oneCaption = group.stream()
                .allMatch(
                        plate -> plate.figure().caption().equals(first.figure().caption()));
        out.open("section", "class", "group");
        out.leaf("h3", first.figure().title());
        out.open("div", "class", "plates").line();
        boolean folded = group.size() > Contents.MANY;
        for (Plate plate : folded ? group.subList(0, SHOWN) : group) {
            plate(plate, oneTitle, oneCaption);
        }
        out.close();
        if (folded) {
            out.open("details").leaf("summary", Words.count(group.size() - SHOWN, "more case"));
            out.open("div", "class", "plates").line();
            for (Plate plate : group.subList(SHOWN, group.size())) {
                plate(plate, oneTitle, oneCaption);
            }
            out.close().close();
        }
        if (oneCaption && !first.figure().caption().isEmpty()) {
            out.leaf("p", first.figure().caption(), "class", "caption");
        }
        out.leaf("p", "Drawn by " + first.diagnostic() + ".", "class", "source");
        out.close().line();
    }

    private void plate(Plate plate, boolean oneTitle, boolean oneCaption) {
        String place = "place-" + plate.id();
        out.open("div", "class", "place", "id", place);
        out.open("figure", "id", plate.id());
        out.leaf("a", "Close", "class", "close", "href", "#" + place);
        out.open("a", "class", "enlarge", "href", "#" + plate.id(), "title", "Enlarge");
        out.raw(drawing.apply(plate)).close();
        out.open("figcaption");
        out.leaf("a", plate.subject().name(), "href", "#" + contents.anchor(plate.subject()));
        if (!oneTitle) {
            out.text(" – " + plate.figure().title());
        }
        if (linked) {
            out.text(" ").leaf("a", "SVG", "class", "file", "href", plate.file());
        }
        if (!oneCaption) {
            out.empty("br").text(plate.figure().caption());
        }
        out.close().close().close().line();
    }
}
