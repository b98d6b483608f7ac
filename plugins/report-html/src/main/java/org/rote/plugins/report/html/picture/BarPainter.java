package org.rote.plugins.report.html.picture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rote.spi.Figure.Bars;

/**
 * Draws bars from zero (from the lower end of a logarithmic axis): side by side where several layers name the same categories, as one silhouette where they are
 * thinner than a pixel or two.
 */
final class BarPainter {

    private static final double THINNEST = 2;
    /** Share of the room of a category that its bars fill. */
    private static final double FILLED = 0.8;

    private final Plot plot;
    private final double[] centres;
    private final double[] heights;
    private final double width;

    /**
     * Prepares one layer.
     *
     * @param plot where
     * @param bars the layer
     * @param categories all names of the panel
     * @param turn which of the panel's layers of bars this is, from 0
     * @param turns how many there are
     */
    BarPainter(Plot plot, Bars bars, List<String> categories, int turn, int turns) {
        this.plot = plot;
        this.heights = bars.heights();
        this.width = plot.width() / Math.max(1, categories.size()) * FILLED / turns;
        this.centres = new double[heights.length];
        Map<String, Integer> slots = new HashMap<>();
        for (int i = 0; i < categories.size(); i++) {
            slots.put(categories.get(i), i);
        }
        boolean same = bars.categories().equals(categories);
        for (int i = 0; i < centres.length; i++) {
            int slot = same ? i : slots.getOrDefault(bars.categories().get(i), i);
            centres[i] = plot.px(slot) + (turn + 0.5 - turns / 2.0) * width;
        }
    }

    void paint(Canvas canvas, String color, String hatch) {
        if (width < THINNEST) {
            canvas.path(silhouette(), Paint.area(color, 0.8));
            return;
        }
        PathData path = new PathData();
        for (int i = 0; i < heights.length; i++) {
            rectangle(path, centres[i] - width / 2, width, heights[i]);
        }
        canvas.path(path, Paint.area(hatch, 1).outlined(color, 1));
    }

    /** In each column of pixels, one bar from the least to the greatest height there. */
    private PathData silhouette() {
        int columns = (int) Math.ceil(plot.width());
        double[] least = new double[columns];
        double[] greatest = new double[columns];
        for (int i = 0; i < heights.length; i++) {
            int column = (int) Math.max(0, Math.min(columns - 1, Math.floor(centres[i] - plot.left())));
            if (Double.isFinite(heights[i])) {
                least[column] = Math.min(least[column], heights[i]);
                greatest[column] = Math.max(greatest[column], heights[i]);
            }
        }
        PathData path = new PathData();
        for (int column = 0; column < columns; column++) {
            rectangle(path, plot.left() + column, 1, greatest[column]);
            rectangle(path, plot.left() + column, 1, least[column]);
        }
        return path;
    }

    private void rectangle(PathData path, double left, double across, double height) {
        double base = plot.py(plot.y().logarithmic() ? plot.y().lo() : 0);
        double end = plot.py(height);
        if (height != 0 && Double.isFinite(end)) {
            path.moveTo(left, base)
                    .lineTo(left, end)
                    .across(across)
                    .lineTo(left + across, base)
                    .close();
        }
    }
}
