package org.rote.plugins.report.html;

import java.util.List;
import java.util.Map;
import org.rote.plugins.report.html.text.Markup;
import org.rote.plugins.report.html.text.Numbers;
import org.rote.spi.Finding;
import org.rote.spi.Report.CaseResult;
import org.rote.spi.Report.Examined;
import org.rote.spi.Value;

/** Case by case: its parts, every finding with its meaning, arrays folded, and links to its pictures. */
final class CaseSection {

    private final Markup out;
    private final Contents contents;
    private final boolean linked;

    CaseSection(Markup out, Contents contents, boolean linked) {
        this.out = out;
        this.contents = contents;
        this.linked = linked;
    }

    void write() {
        Map<String, List<Plate>> plates = contents.platesByCase();
        Chapter.CASES.open(out);
        int left = contents.cases().size() - contents.shownCases().size();
        if (left > 0) {
            out.leaf(
                    "p",
                    "Of many truths the first few are told here. " + Words.count(left, "more case")
                            + " of other truths: one line each in the table above, everything in summary.json and under cases/.",
                    "class",
                    "source");
        }
        for (CaseResult subject : contents.shownCases()) {
            out.open("section", "class", "case", "id", contents.anchor(subject));
            if (contents.isLong()) {
                out.open("details").open("summary").leaf("h3", subject.name()).close();
            } else {
                out.leaf("h3", subject.name());
            }
            parts(subject);
            findings(subject);
            pictures(plates.getOrDefault(subject.name(), List.of()));
            if (contents.isLong()) {
                out.close();
            }
            out.close().line();
        }
        out.close().line();
    }

    private void parts(CaseResult subject) {
        out.open("p", "class", "parts");
        subject.parts()
                .forEach((part, name) -> out.open("span")
                        .text(part + " ")
                        .leaf("code", name)
                        .close()
                        .text(" "));
        out.open("span").text(Words.count(subject.draws(), "draw") + " in ");
        out.raised(Numbers.of(subject.seconds())).text(" s").close();
        out.close();
    }

    private void findings(CaseResult subject) {
        List<Examined> answered = subject.examinations().stream()
                .filter(examined -> !examined.conclusion().findings().isEmpty())
                .toList();
        if (!answered.isEmpty()) {
            out.open("div", "class", "scroll", "tabindex", "0")
                    .open("table", "class", "findings")
                    .open("tbody");
            for (Examined examined : answered) {
                examined.conclusion().findings().forEach(finding -> finding(examined.diagnostic(), finding));
            }
            out.close().close().close();
        }
        subject.examinations().stream()
                .filter(examined -> !examined.passedOver().isEmpty())
                .forEach(examined -> out.open("p", "class", "source")
                        .leaf("code", examined.diagnostic())
                        .text(" did not apply: " + examined.passedOver())
                        .close());
    }

    private void finding(String diagnostic, Finding finding) {
        out.open("tr", "class", Words.style(finding.severity()));
        out.open("th", "scope", "row")
                .leaf("code", diagnostic + "." + finding.name())
                .close();
        out.open("td", "class", "value");
        if (!Words.sign(finding.severity()).isEmpty()) {
            out.leaf("abbr", Words.sign(finding.severity()), "class", "sign", "title", Words.word(finding.severity()));
            out.text(" ");
        }
        String value = Words.value(finding.value(), finding.unit());
        if (finding.value().isScalar()) {
            out.raised(value);
        } else {
            out.open("details").open("summary").raised(value).close();
            ArrayTable.write(out, finding.value());
            out.close();
        }
        finding.threshold()
                .ifPresent(threshold -> out.open("span", "class", "source")
                        .text(" threshold ")
                        .raised(Words.value(Value.of(threshold), finding.unit()))
                        .close());
        out.close().open("td").text(finding.advice());
        if (!finding.source().isEmpty()) {
            out.text(" ").leaf("span", "Source: " + finding.source(), "class", "source");
        }
        out.close().close().line();
    }

    private void pictures(List<Plate> plates) {
        if (plates.isEmpty()) {
            return;
        }
        out.open("p", "class", "source").text("Pictures: ");
        String separator = "";
        for (Plate plate : plates) {
            out.text(separator).leaf("a", plate.figure().title(), "href", "#" + plate.id());
            if (linked) {
                out.text(" (").leaf("a", "SVG", "href", plate.file()).text(")");
            }
            separator = ", ";
        }
        out.close();
    }
}
