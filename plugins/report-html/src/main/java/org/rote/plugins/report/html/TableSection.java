package org.rote.plugins.report.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rote.plugins.report.html.Contents.Told;
import org.rote.plugins.report.html.text.Markup;
import org.rote.plugins.report.html.text.Units;
import org.rote.spi.Finding;
import org.rote.spi.Report.CaseResult;
import org.rote.spi.Report.Examined;

/**
 * The table of cases by scalar findings. The script lets the reader sort it by any column; without the script it
 * stays in the order of the manifest, but for cases that differ only in their data or noise, which stand together to be compared.
 */
final class TableSection {

    private final Markup out;
    private final Contents contents;

    TableSection(Markup out, Contents contents) {
        this.out = out;
        this.contents = contents;
    }

    /** A column: one scalar finding of one diagnostic in one unit. */
    private record Key(String diagnostic, String finding, String unit) {}

    /** The numbers of a column, by the name of the case. */
    private record Column(Key key, Map<String, Finding> cells) {

        ColumnFormat format() {
            return ColumnFormat.of(cells.values().stream()
                    .mapToDouble(finding -> finding.value().values()[0])
                    .toArray());
        }
    }

    void write() {
        List<Column> columns = columns();
        Chapter.NUMBERS.open(out);
        out.open("div", "class", "scroll tall", "tabindex", "0");
        out.open("table", "class", "sortable").open("thead");
        diagnostics(columns);
        out.open("tr");
        title("Case", "text", "");
        title("draws", "number", "");
        title("time (s)", "number", "");
        for (Column column : columns) {
            title(
                    Units.labelled(column.key().finding(), column.key().unit()),
                    "number",
                    column.key().diagnostic());
        }
        out.close().close().line().open("tbody").line();
        rows(columns);
        out.close().close().close();
        out.leaf(
                "p",
                "▲ past its threshold; ■ the result must not be trusted; – not found in this case. Hold the pointer over a number for what it means.",
                "class",
                "source");
        out.close().line();
    }

    private List<Column> columns() {
        Map<Key, Map<String, Finding>> cells = new LinkedHashMap<>();
        for (Told told : contents.findings()) {
            Finding finding = told.finding();
            if (finding.value().isScalar()) {
                Key key = new Key(told.diagnostic(), finding.name(), finding.unit());
                cells.computeIfAbsent(key, k -> new HashMap<>())
                        .put(told.subject().name(), finding);
            }
        }
        List<Column> columns = new ArrayList<>();
        // the columns of one diagnostic stand together even where only some cases have them all
        Set<String> diagnostics = new java.util.LinkedHashSet<>();
        cells.keySet().forEach(key -> diagnostics.add(key.diagnostic()));
        for (String diagnostic : diagnostics) {
            cells.forEach((key, found) -> {
                if (key.diagnostic().equals(diagnostic)) {
                    columns.add(new Column(key, found));
                }
            });
        }
        return columns;
    }

    /** The upper row of the head: which columns belong to which diagnostic. */
    private void diagnostics(List<Column> columns) {
        out.open("tr").leaf("td", "", "colspan", 3);
        Map<String, Integer> widths = new LinkedHashMap<>();
        columns.forEach(column -> widths.merge(column.key().diagnostic(), 1, Integer::sum));
        widths.forEach((diagnostic, width) -> out.leaf("th", diagnostic, "colspan", width, "scope", "colgroup"));
        out.close();
    }

    private void title(String title, String kind, String diagnostic) {
        String sorted = diagnostic.isEmpty() ? title : diagnostic + ": " + title;
        out.open("th", "scope", "col", "class", kind, "data-kind", kind, "aria-label", sorted)
                .raised(title)
                .close();
    }

    private void rows(List<Column> columns) {
        List<ColumnFormat> formats = columns.stream().map(Column::format).toList();
        ColumnFormat seconds = ColumnFormat.of(
                contents.cases().stream().mapToDouble(CaseResult::seconds).toArray());
        for (CaseResult subject : besideOneAnother(contents.cases())) {
            out.open("tr").open("th", "scope", "row", "data-value", subject.name());
            out.leaf("a", subject.name(), "href", "#" + contents.anchor(subject))
                    .close();
            out.leaf(
                    "td",
                    Long.toString(subject.draws()),
                    "class",
                    "number",
                    "data-value",
                    Long.toString(subject.draws()));
            out.leaf(
                    "td",
                    seconds.show(subject.seconds()),
                    "class",
                    "number",
                    "data-value",
                    Double.toString(subject.seconds()));
            for (int i = 0; i < columns.size(); i++) {
                cell(subject, columns.get(i), formats.get(i));
            }
            out.close().line();
        }
    }

    /** Cases that differ only in their data or noise after one another, in the order of the first of them. */
    private static List<CaseResult> besideOneAnother(List<CaseResult> cases) {
        Map<Map<String, String>, List<CaseResult>> groups = new LinkedHashMap<>();
        for (CaseResult subject : cases) {
            Map<String, String> others = new HashMap<>(subject.parts());
            others.keySet().removeAll(Set.of("observation", Contents.TRUTH, "noise"));
            groups.computeIfAbsent(others, parts -> new ArrayList<>()).add(subject);
        }
        return groups.values().stream().flatMap(List::stream).toList();
    }

    private void cell(CaseResult subject, Column column, ColumnFormat format) {
        Finding finding = column.cells().get(subject.name());
        if (finding == null) {
            out.leaf(
                    "td",
                    "–",
                    "class",
                    "number absent",
                    "title",
                    absence(subject, column.key().diagnostic()));
            return;
        }
        double value = finding.value().values()[0];
        out.open(
                "td",
                "class",
                "number " + Words.style(finding.severity()),
                "title",
                Words.remarks(finding),
                "data-value",
                Double.toString(value));
        out.raised(format.show(value));
        String sign = Words.sign(finding.severity());
        out.open("span", "class", "sign");
        if (!sign.isEmpty()) {
            out.leaf("abbr", sign, "title", Words.word(finding.severity()));
        }
        out.close().close();
    }

    private static String absence(CaseResult subject, String diagnostic) {
        return subject.examinations().stream()
                .filter(examined -> examined.diagnostic().equals(diagnostic))
                .map(Examined::passedOver)
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .orElse("not found in this case");
    }
}
