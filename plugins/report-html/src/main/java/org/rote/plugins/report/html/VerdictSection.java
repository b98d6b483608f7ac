package org.rote.plugins.report.html;

import java.util.List;
import org.rote.plugins.report.html.text.Markup;
import org.rote.spi.Finding;
import org.rote.spi.Report.CaseResult;
import org.rote.spi.Verdict;

/** What each case comes to, before everything else: one paragraph for a case, a table and folded paragraphs for several. Nothing where no diagnostic gave a verdict. */
final class VerdictSection {

    private final Markup out;
    private final Contents contents;

    VerdictSection(Markup out, Contents contents) {
        this.out = out;
        this.contents = contents;
    }

    /** A verdict and whose it is. */
    private record Given(CaseResult subject, Verdict verdict) {}

    void write() {
        List<Given> given = contents.cases().stream()
                .flatMap(subject -> subject.verdicts().stream().map(verdict -> new Given(subject, verdict)))
                .toList();
        if (given.isEmpty()) {
            return;
        }
        Chapter.VERDICT.open(out);
        if (given.size() > 1) {
            table(given);
        }
        boolean isFolded = given.size() > Contents.FEW;
        if (isFolded) {
            out.open("details").leaf("summary", "Why, case by case");
        }
        given.forEach(one -> paragraph(one, given.size() > 1));
        if (isFolded) {
            out.close();
        }
        out.close().line();
    }

    private void paragraph(Given given, boolean isNamed) {
        Verdict verdict = given.verdict();
        out.open("div", "class", "note " + Words.style(verdict.word().severity()));
        out.open("h3");
        word(verdict);
        if (isNamed) {
            out.text(": ").leaf("a", given.subject().name(), "href", "#" + contents.anchor(given.subject()));
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

    private void table(List<Given> given) {
        out.open("div", "class", "scroll", "tabindex", "0").open("table", "class", "verdicts");
        out.open("thead").open("tr").leaf("th", "Case", "scope", "col").leaf("th", "Verdict", "scope", "col");
        out.leaf("th", "Decided by", "scope", "col", "colspan", "3").close().close();
        out.open("tbody");
        for (Given one : given) {
            out.open("tr", "class", Words.style(one.verdict().word().severity()));
            out.open("th", "scope", "row")
                    .leaf("a", one.subject().name(), "href", "#" + contents.anchor(one.subject()))
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
