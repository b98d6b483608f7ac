package org.rote.plugins.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.rote.plugins.report.html.text.Markup;
import org.rote.spi.Report.CaseResult;
import org.rote.spi.Report.Section;

/** The table of what was asked: each named section of the manifest with its settings. */
final class AskedSection {

    /** Longer settings are folded behind their beginning. */
    private static final int LONG = 240;

    private static final int BEGINNING = 120;

    private final Markup out;
    private final Contents contents;

    AskedSection(Markup out, Contents contents) {
        this.out = out;
        this.contents = contents;
    }

    void write() {
        List<Section> sections = sections();
        Chapter.ASKED.open(out);
        out.open("div", "class", "scroll", "tabindex", "0").open("table", "class", "asked");
        out.open("thead").open("tr");
        List.of("Part", "Name", "Settings", "Cases").forEach(title -> out.leaf("th", title, "scope", "col"));
        out.close().close().open("tbody");
        String part = "";
        for (Section section : sections) {
            out.open("tr");
            out.leaf("th", section.part().equals(part) ? "" : section.part(), "scope", "row");
            out.open("td").leaf("code", section.name()).close();
            settings(section.settings());
            out.leaf("td", Long.toString(cases(section)), "class", "number")
                    .close()
                    .line();
            part = section.part();
        }
        out.close().close().close();
        notes();
        out.close().line();
    }

    private void notes() {
        List<String> notes = contents.study().notes();
        if (!notes.isEmpty()) {
            out.leaf("p", "Chosen by the parts themselves:").open("ul");
            notes.forEach(note -> out.leaf("li", note));
            out.close();
        }
    }

    /** The manifest's sections, and after them any name that only the cases know. */
    private List<Section> sections() {
        List<Section> sections = new ArrayList<>(contents.study().sections());
        for (CaseResult subject : contents.cases()) {
            subject.parts().forEach((part, name) -> {
                boolean known = sections.stream()
                        .anyMatch(s -> s.part().equals(part) && s.name().equals(name));
                if (!known && !part.equals(Contents.TRUTH)) {
                    sections.add(new Section(part, name, ""));
                }
            });
        }
        return sections;
    }

    private long cases(Section section) {
        return contents.cases().stream()
                .filter(subject -> Objects.equals(subject.parts().get(section.part()), section.name()))
                .count();
    }

    private void settings(String settings) {
        out.open("td");
        if (settings.length() > LONG) {
            int cut = settings.offsetByCodePoints(BEGINNING, 0);
            out.open("details")
                    .open("summary")
                    .leaf("code", settings.substring(0, cut) + "…")
                    .close();
            out.leaf("code", settings).close();
        } else {
            out.leaf("code", settings);
        }
        out.close();
    }
}
