package org.rote.plugins.report.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rote.plugins.report.html.text.Markup;
import org.rote.plugins.report.html.text.Numbers;
import org.rote.spi.Finding;
import org.rote.spi.Report.PoolResult;
import org.rote.spi.Value;

/** What diagnostics concluded over many cases together: a table of findings with a column for each pool, and pictures. */
final class PoolSection {

    /** So many numbers of an array are shown at once. */
    private static final int FEW = 6;

    private final Markup out;
    private final Contents contents;
    private final PictureSection pictures;

    PoolSection(Markup out, Contents contents, PictureSection pictures) {
        this.out = out;
        this.contents = contents;
        this.pictures = pictures;
    }

    /** A pool and its place in the page. */
    private record Placed(PoolResult pool, String anchor) {

        Optional<Finding> finding(String name) {
            return pool.conclusion().findings().stream()
                    .filter(finding -> finding.name().equals(name))
                    .findFirst();
        }
    }

    void write() {
        Map<String, List<Placed>> diagnostics = new LinkedHashMap<>();
        List<PoolResult> pools = contents.study().pools();
        for (int i = 0; i < pools.size(); i++) {
            diagnostics
                    .computeIfAbsent(pools.get(i).diagnostic(), name -> new ArrayList<>())
                    .add(new Placed(pools.get(i), Contents.anchor(i)));
        }
        if (diagnostics.isEmpty()) {
            return;
        }
        Chapter.POOLS.open(out);
        diagnostics.forEach(this::diagnostic);
        out.close().line();
    }

    private void diagnostic(String name, List<Placed> pools) {
        String over = String.join(" and ", pools.get(0).pool().over());
        out.open("section", "class", "group");
        out.open("h3").leaf("code", name).text(" over " + over).close();
        out.open("p", "class", "source");
        pools.forEach(this::introduction);
        out.close().line();
        List<Placed> answered =
                pools.stream().filter(one -> one.pool().passedOver().isEmpty()).toList();
        if (!answered.isEmpty()) {
            table(answered);
        }
        contents.poolGroups(name).forEach(pictures::group);
        out.close().line();
    }

    private void introduction(Placed placed) {
        PoolResult pool = placed.pool();
        out.open("span", "id", placed.anchor());
        out.leaf("code", pool.name()).text(": " + Words.count(pool.cases().size(), "case"));
        if (!pool.leftOut().isEmpty()) {
            out.text("; " + pool.leftOut().size() + " left out: "
                    + pool.leftOut().entrySet().stream()
                            .map(one -> one.getKey() + " (" + one.getValue() + ")")
                            .collect(Collectors.joining(", ")));
        }
        out.text(pool.passedOver().isEmpty() ? "." : ". Not concluded: " + pool.passedOver() + ".");
        out.close().text(" ");
    }

    private void table(List<Placed> pools) {
        List<String> names = pools.stream()
                .flatMap(one -> one.pool().conclusion().findings().stream())
                .map(Finding::name)
                .distinct()
                .toList();
        out.open("div", "class", "scroll", "tabindex", "0").open("table", "class", "findings");
        out.open("thead").open("tr").leaf("th", "Finding", "scope", "col");
        pools.forEach(one -> out.leaf("th", one.pool().name(), "scope", "col"));
        out.leaf("th", "threshold", "scope", "col");
        out.close().close().open("tbody").line();
        names.forEach(name -> row(name, pools));
        out.close().close().close();
        out.open("details")
                .leaf(
                        "summary",
                        "What they mean, in the words of " + pools.get(0).pool().name());
        out.open("table", "class", "findings").open("tbody").line();
        names.forEach(name -> meaning(first(name, pools)));
        out.close().close().close();
    }

    private static Finding first(String name, List<Placed> pools) {
        return pools.stream()
                .flatMap(one -> one.finding(name).stream())
                .findFirst()
                .orElseThrow();
    }

    private void row(String name, List<Placed> pools) {
        Finding first = first(name, pools);
        out.open("tr");
        out.open("th", "scope", "row", "title", Words.remarks(first))
                .leaf("code", name)
                .close();
        pools.forEach(
                one -> one.finding(name).ifPresentOrElse(this::cell, () -> out.leaf("td", "–", "class", "absent")));
        out.open("td", "class", "source");
        first.threshold().ifPresent(threshold -> out.raised(Words.value(Value.of(threshold), first.unit())));
        out.close().close().line();
    }

    private void meaning(Finding finding) {
        out.open("tr");
        out.open("th", "scope", "row").leaf("code", finding.name()).close();
        out.open("td").text(finding.advice());
        if (!finding.source().isEmpty()) {
            out.text(" ").leaf("span", "Source: " + finding.source(), "class", "source");
        }
        out.close().close().line();
    }

    private void cell(Finding finding) {
        out.open("td", "class", "value " + Words.style(finding.severity()), "title", Words.remarks(finding));
        if (finding.value().isScalar()) {
            out.raised(Words.value(finding.value(), finding.unit()));
        } else if (finding.value().values().length <= FEW) {
            out.raised(Arrays.stream(finding.value().values())
                    .mapToObj(value -> Numbers.of(value))
                    .collect(Collectors.joining(", ")));
        } else {
            out.open("details")
                    .open("summary")
                    .raised(Words.value(finding.value(), finding.unit()))
                    .close();
            ArrayTable.write(out, finding.value());
            out.close();
        }
        String sign = Words.sign(finding.severity());
        if (!sign.isEmpty()) {
            out.text(" ").leaf("abbr", sign, "class", "sign", "title", Words.word(finding.severity()));
        }
        out.close();
    }
}
