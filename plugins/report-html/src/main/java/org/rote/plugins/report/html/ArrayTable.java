package org.rote.plugins.report.html;

import org.rote.plugins.report.html.text.Markup;
import org.rote.spi.Value;

/** The numbers of an array: a row of the table for each row of the last axis, a list in rows of ten. */
final class ArrayTable {

    /** More numbers than this are left to {@code summary.json}. */
    private static final int MOST = 1000;

    private static final int LIST_WIDTH = 10;

    private ArrayTable() {}

    static void write(Markup out, Value value) {
        int[] shape = value.shape();
        double[] values = value.values();
        int shown = Math.min(MOST, values.length);
        int width = shape.length == 1 ? LIST_WIDTH : Math.max(1, shape[shape.length - 1]);
        ColumnFormat format = ColumnFormat.of(values);
        out.open("table", "class", "array").open("tbody");
        for (int start = 0; start < shown; start += width) {
            out.open("tr").leaf("th", index(shape, start), "scope", "row");
            for (int i = start; i < Math.min(start + width, shown); i++) {
                out.open("td").raised(format.show(values[i])).close();
            }
            out.close();
        }
        out.close().close();
        if (shown < values.length) {
            out.leaf(
                    "p",
                    "The first " + shown + " of " + values.length + " numbers; all are in summary.json.",
                    "class",
                    "source");
        }
    }

    /** The indices of a row's first number: all but the last axis, or the number's own in a list. */
    private static String index(int[] shape, int start) {
        if (shape.length == 1) {
            return Integer.toString(start);
        }
        StringBuilder index = new StringBuilder();
        int rest = start / Math.max(1, shape[shape.length - 1]);
        for (int axis = shape.length - 2; axis >= 0; axis--) {
            index.insert(0, rest % shape[axis] + (index.length() == 0 ? "" : ", "));
            rest /= shape[axis];
        }
        return index.toString();
    }
}
