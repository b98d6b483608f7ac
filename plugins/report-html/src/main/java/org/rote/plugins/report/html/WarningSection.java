package org.rote.plugins.report.html;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rote.plugins.report.html.Contents.Told;
import org.rote.plugins.report.html.text.Markup;
import org.rote.spi.Finding;
import org.rote.spi.Report.CaseResult;
import org.rote.spi.Report.Examined;
import org.rote.spi.Severity;
import org.rote.spi.Value;

/** What a reader must know before the pictures: findings past their thresholds, the worst first, what parts told the user, and which diagnostics did not apply. */
final class WarningSection {

    /** Cases that are named at once; the others are folded. */
    private static final int NAMED = 8;

    private final Markup out;
    private final Contents contents;

    WarningSection(Markup out, Contents contents) {
        this.out = out;
        this.contents = contents;
    }

    void write() {
        List<Told> errors = contents.findings(Severity.ERROR);
        List<Told> warnings = contents.findings(Severity.WARNING);
        List<String> messages = contents.study().warnings();
        Chapter.WARNINGS.open(out);
        if (errors.isEmpty() && warnings.isEmpty() && messages.isEmpty()) {
            out.leaf("p", "None.");
        }
        findings(errors);
        findings(warnings);
        for (String message : messages) {
            out.open("div", "class", "note warning");
            out.open("p");
            sign(Severity.WARNING);
            out.text(" " + message).close().close().line();
        }
        passedOver();
        out.close().line();
    }

    private void sign(Severity severity) {
        out.leaf("span", Words.sign(severity), "class", "sign", "aria-hidden", "true");
        out.leaf("strong", " " + Words.word(severity));
    }

    /** Findings that say the same in several cases are told once, and so are those of many truths, whose numbers differ. */
    private void findings(List<Told> findings) {
        Map<List<String>, List<Told>> alike = grouped(
                findings,
                told -> told.subject().isOneOfMany()
                        ? List.of(told.name(), "of many truths")
                        : List.of(told.name(), told.finding().advice()));
        alike.values().forEach(group -> {
            Finding first = group.get(0).finding();
            out.open("div", "class", "note " + Words.style(first.severity()));
            out.open("h3");
            sign(first.severity());
            out.text(" ").leaf("code", group.get(0).name()).close();
            if (!first.advice().isEmpty()) {
                out.leaf("p", first.advice());
            }
            values(group);
            if (!first.source().isEmpty()) {
                out.leaf("p", "Source: " + first.source(), "class", "source");
            }
            out.close().line();
        });
    }

    private void values(List<Told> group) {
        out.open("p");
        group.stream().limit(NAMED).forEach(this::value);
        out.close();
        if (group.size() > NAMED) {
            out.open("details")
                    .leaf("summary", "and in " + Words.count(group.size() - NAMED, "other case"))
                    .open("p");
            group.stream().skip(NAMED).forEach(this::value);
            out.close().close();
        }
    }

    private void value(Told told) {
        Finding finding = told.finding();
        out.open("span", "class", "where");
        out.open("b").raised(Words.value(finding.value(), finding.unit())).close();
        finding.threshold()
                .ifPresent(threshold -> out.text(" (threshold ")
                        .raised(Words.value(Value.of(threshold), finding.unit()))
                        .text(")"));
        out.text(" in ")
                .leaf("a", told.subject().name(), "href", "#" + told.subject().anchor());
        out.close().text(" ");
    }

    private record Passed(CaseResult subject, Examined examined) {}

    private void passedOver() {
        List<Passed> passed = contents.cases().stream()
                .flatMap(subject -> subject.examinations().stream().map(examined -> new Passed(subject, examined)))
                .filter(one -> !one.examined().passedOver().isEmpty())
                .toList();
        if (passed.isEmpty()) {
            return;
        }
        Map<List<String>, List<Passed>> alike = grouped(
                passed,
                one -> List.of(one.examined().diagnostic(), one.examined().passedOver()));
        out.open("details")
                .leaf("summary", "Diagnostics that did not apply (" + alike.size() + ")")
                .open("ul");
        alike.forEach((reason, group) -> {
            String cases = group.size() == contents.cases().size()
                    ? "all cases"
                    : group.stream().map(one -> one.subject().name()).collect(Collectors.joining(", "));
            out.open("li")
                    .leaf("code", reason.get(0))
                    .text(": " + reason.get(1) + " (" + cases + ")")
                    .close();
        });
        out.close().close().line();
    }

    private static <T> Map<List<String>, List<T>> grouped(List<T> all, Function<T, List<String>> key) {
        return all.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }
}
