package org.rote.plugins.report.html;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rote.plugins.report.html.Contents.Ruled;
import org.rote.plugins.report.html.text.Markup;
import org.rote.spi.Finding;
import org.rote.spi.Verdict;

/** What each case comes to, before everything else: one paragraph for a case, a table and folded paragraphs for several. Nothing where no diagnostic gave a verdict. */
final class VerdictSection {

    private final Markup out;
    private final Contents contents;

    VerdictSection(Markup out, Contents contents) {
        this.out = out;
        this.contents = contents;
    }

    void write() {
        List<Ruled> all = contents.verdicts();
        if (all.isEmpty()) {
            return;
        }
        Chapter.VERDICT.open(out);
        List<Ruled> given =
                all.stream().filter(one -> !one.subject().isOneOfMany()).toList();
        if (given.size() > 1) {
            table(given);
        }
        counted(all.stream().filter(one -> one.subject().isOneOfMany()).toList());
        boolean isFolded = given.size() > Contents.FEW;
        if (isFolded) {
            out.open("details").leaf("summary", "Why, case by case");
        }
        given.forEach(one -> paragraph(one, given.size() > 1 || contents.cases().size() > 1));
        if (isFolded) {
            out.close();
        }
        out.close().line();
    }

    /** Cases of many truths are too many to be told one by one. */
    private void counted(List<Ruled> many) {
        if (!many.isEmpty()) {
            Map<String, Long> words = many.stream()
                    .collect(Collectors.groupingBy(
                            one -> one.verdict().word().text(), LinkedHashMap::new, Collectors.counting()));
            out.leaf(
                    "p",
                    "Of " + Words.count(many.size(), "case") + " of many truths: "
                            + words.entrySet().stream()
                                    .map(word -> word.getValue() + " " + word.getKey())
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
    }

    private void paragraph(Ruled given, boolean isNamed) {
        Verdict verdict = given.verdict();
        out.open("div", "class", "note " + Words.style(verdict.word().severity()));
        out.open("h3");
        word(verdict);
        if (isNamed) {
            out.text(": ")
                    .leaf(
                            "a",
                            given.subject().name(),
                            "href",
                            "#" + given.subject().anchor());
        }
        out.close();
        out.leaf("p", verdict.paragraph());
        if (!isNamed) {
            out.open("p");
            verdict.figures().forEach(figure -> {
                out.open("span", "class", "where").leaf("code", figure.name()).text(" ");
                value(figure);
                out.close().text(" ");
            });
            out.close();
        }
        out.close().line();
    }

    private void word(Verdict verdict) {
        String sign = Words.sign(verdict.word().severity());
        if (!sign.isEmpty()) {
            out.leaf("span", sign, "class", "sign", "aria-hidden", "true").text(" ");
        }
        out.text(verdict.word().text());
    }

    private void value(Finding figure) {
        out.open("b", "title", Words.remarks(figure));
        out.raised(Words.value(figure.value(), figure.unit())).close();
    }

    private void table(List<Ruled> given) {
        out.open("div", "class", "scroll", "tabindex", "0").open("table", "class", "verdicts");
        out.open("thead").open("tr").leaf("th", "Case", "scope", "col").leaf("th", "Verdict", "scope", "col");
        out.leaf("th", "Decided by", "scope", "col", "colspan", "3").close().close();
        out.open("tbody");
        for (Ruled one : given) {
            out.open("tr", "class", Words.style(one.verdict().word().severity()));
            out.open("th", "scope", "row")
                    .leaf("a", one.subject().name(), "href", "#" + one.subject().anchor())
                    .close();
            out.open("td");
            word(one.verdict());
            out.close();
            one.verdict().figures().forEach(figure -> {
                out.open("td").leaf("code", figure.name()).text(" ");
                value(figure);
                out.close();
            });
            out.close().line();
        }
        out.close().close().close();
    }
}
