package org.rote.plugins.report.html.picture;

import org.rote.spi.Axis;
import org.rote.spi.Figure.Grid;

/**
 * A field as pixels. A small field gets several pixels a cell, so that viewers which blur pictures still show sharp cells; of a large one each pixel is the mean of its
 * cells; on logarithmic axes each pixel takes the cell it lies in.
 *
 * @param width pixels in a row
 * @param pixels color numbers row by row, from the top; 0 where the field has no value
 */
record Raster(int width, byte[] pixels) {

    /** Small fields are enlarged to at least this many pixels. */
    private static final int FINE = 350;
    /** Large ones are reduced to at most this many. */
    private static final int MOST = 1000;

    /** Which cells one row or column of pixels shows: from, and up to but without. */
    private record Cells(int[] from, int[] to) {

        int count() {
            return from.length;
        }

        static Cells of(Axis axis, Span span, boolean logarithmic, boolean reversed) {
            int cells = axis.count();
            int pixels = cells > MOST ? MOST : logarithmic ? MOST : cells * Math.max(1, (FINE + cells - 1) / cells);
            int[] from = new int[pixels];
            int[] to = new int[pixels];
            for (int i = 0; i < pixels; i++) {
                int pixel = reversed ? pixels - 1 - i : i;
                if (logarithmic) {
                    double coordinate = span.at((i + 0.5) / pixels);
                    int cell = (int) Math.rint((coordinate - axis.origin()) / axis.step());
                    from[pixel] = Math.max(0, Math.min(cells - 1, cell));
                    to[pixel] = from[pixel] + 1;
                } else {
                    from[pixel] = (int) ((long) i * cells / pixels);
                    to[pixel] = Math.max(from[pixel] + 1, (int) ((i + 1L) * cells / pixels));
                }
            }
            return new Cells(from, to);
        }
    }

    /**
     * Colours a field.
     *
     * @param field the values
     * @param plot tells which way the axes run
     * @param scale the colours
     */
    static Raster of(Grid field, Plot plot, ColorScale scale) {
        Cells columns = Cells.of(
                field.horizontal(),
                covered(field.horizontal(), plot.x()),
                plot.x().logarithmic(),
                plot.leftwards());
        Cells rows = Cells.of(
                field.vertical(), covered(field.vertical(), plot.y()), plot.y().logarithmic(), !plot.downwards());
        byte[] pixels = new byte[columns.count() * rows.count()];
        for (int row = 0; row < rows.count(); row++) {
            int at = row * columns.count();
            if (row > 0 && rows.from[row] == rows.from[row - 1] && rows.to[row] == rows.to[row - 1]) {
                System.arraycopy(pixels, at - columns.count(), pixels, at, columns.count());
            } else {
                for (int column = 0; column < columns.count(); column++) {
                    double mean = mean(field, columns.from[column], columns.to[column], rows.from[row], rows.to[row]);
                    pixels[at + column] = (byte) (Double.isFinite(mean) ? scale.color(mean) + 1 : 0);
                }
            }
        }
        return new Raster(columns.count(), pixels);
    }

    /** What the cells of an axis cover; the part above zero where that matters. */
    static Span covered(Axis axis, Span shown) {
        double[] edges = Extents.edges(axis);
        double lo = shown.logarithmic() && edges[0] <= 0 ? shown.lo() : edges[0];
        return new Span(lo, edges[1], shown.logarithmic());
    }

    private static double mean(Grid field, int left, int right, int first, int end) {
        double sum = 0;
        int count = 0;
        for (int i = left; i < right; i++) {
            for (int j = first; j < end; j++) {
                double value = field.values()[i * field.vertical().count() + j];
                if (Double.isFinite(value)) {
                    sum += value;
                    count++;
                }
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    boolean hasMissing() {
        for (byte pixel : pixels) {
            if (pixel == 0) {
                return true;
            }
        }
        return false;
    }

    byte[] png(int[] colors) {
        return Png.encode(width, pixels, colors);
    }
}
