package org.rote.plugins.report.html.picture;

import java.util.List;
import org.rote.plugins.report.html.picture.Arrangement.Place;
import org.rote.plugins.report.html.picture.Ticks.Tick;
import org.rote.spi.Figure.Band;
import org.rote.spi.Figure.Bars;
import org.rote.spi.Figure.Contours;
import org.rote.spi.Figure.Ellipses;
import org.rote.spi.Figure.Image;
import org.rote.spi.Figure.Layer;
import org.rote.spi.Figure.Line;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Points;
import org.rote.spi.Figure.Rule;

/** Draws one panel: grid, layers, axes, words, colour bars. */
final class PanelPainter {

    private static final Paint GRID = Paint.line("#e9e9e9", 1);
    private static final Paint ZERO = Paint.line("#999", 1);
    private static final double SHORT_TICK = 2;
    /** How much wider than the plot the words under it may be. */
    private static final double TITLE_OVERHANG = 16;

    private static final double TICK = PanelPlan.TICK_LENGTH;

    private final Canvas canvas;
    private final Place place;
    private final PanelPlan plan;
    private final Plot plot;
    private final Styles styles;
    private final Patterns patterns;

    PanelPainter(Canvas canvas, Place place, Styles styles, Patterns patterns) {
        this.canvas = canvas;
        this.place = place;
        this.plan = place.plan();
        this.plot = place.plot();
        this.styles = styles;
        this.patterns = patterns;
    }

    /**
     * Draws the panel.
     *
     * @param clip a name for the area of the plot, unique within the page
     */
    void paint(String clip) {
        title();
        if (!plan.map()) {
            grid();
        }
        canvas.clip(clip, plot);
        canvas.within(clip, this::layers);
        markers();
        frame();
        horizontalAxis();
        verticalAxis();
        colorBars();
    }

    private void title() {
        List<String> lines = plan.title();
        double y = plot.top() - 7 - (lines.size() - 1) * Guide.LINE_HEIGHT;
        for (String line : lines) {
            canvas.text(line, plot.left() + plot.width() / 2, y, Font.TITLE);
            y += Guide.LINE_HEIGHT;
        }
    }

    private void grid() {
        PathData lines = new PathData();
        for (Tick tick : plan.up().labelled()) {
            lines.moveTo(plot.left(), crisp(plot.py(tick.value()))).across(plot.width());
        }
        if (plan.extents().categories().isEmpty()) {
            for (Tick tick : plan.across().labelled()) {
                lines.moveTo(crisp(plot.px(tick.value())), plot.top()).down(plot.height());
            }
        }
        canvas.path(lines, GRID);
        if (!plot.y().logarithmic() && plot.y().lo() < 0 && plot.y().hi() > 0) {
            canvas.path(new PathData().moveTo(plot.left(), crisp(plot.py(0))).across(plot.width()), ZERO);
        }
    }

    private void layers() {
        Panel panel = plan.panel();
        int images = 0;
        int bars = 0;
        for (Layer layer : panel.layers()) {
            if (layer instanceof Image image) {
                GridPainter.image(canvas, plot, image, plan.colors().get(images++), patterns);
            } else if (layer instanceof Bars one) {
                String color = styles.of(layer).color();
                BarPainter painter = new BarPainter(plot, one, plan.extents().categories(), bars, Patterns.bars(panel));
                painter.paint(canvas, color, patterns.fill(color, bars++));
            } else {
                curve(layer, styles.of(layer));
            }
        }
    }

    private void curve(Layer layer, Style style) {
        if (layer instanceof Line line) {
            CurvePainter.line(canvas, plot, line, style);
        } else if (layer instanceof Band band) {
            CurvePainter.band(canvas, plot, band, style);
        } else if (layer instanceof Rule rule) {
            CurvePainter.rule(canvas, plot, rule, style);
        } else if (layer instanceof Contours contours) {
            GridPainter.contours(canvas, plot, contours, style);
        } else if (layer instanceof Ellipses ellipses) {
            PointPainter.ellipses(canvas, plot, ellipses, style);
        }
    }

    /** Markers are not clipped: those on an axis are shown whole. */
    private void markers() {
        for (Layer layer : plan.panel().layers()) {
            if (layer instanceof Points points) {
                PointPainter.points(canvas, plot, points, styles.of(layer));
            } else if (layer instanceof Line line) {
                CurvePainter.markers(canvas, plot, line, styles.of(layer));
            }
        }
        if (plan.extents().empty()) {
            double middle = plot.top() + plot.height() / 2;
            canvas.text("no data", plot.left() + plot.width() / 2, middle, Font.LABEL.middle());
        }
    }

    /** A box around maps, elsewhere the two axes. */
    private void frame() {
        if (plan.map()) {
            canvas.rectangle(plot.left() - 0.5, plot.top() - 0.5, plot.width() + 1, plot.height() + 1, Paint.AXIS);
        } else {
            PathData axes = new PathData().moveTo(plot.left() - 0.5, plot.top());
            canvas.path(axes.down(plot.height() + 0.5).across(plot.width() + 0.5), Paint.AXIS);
        }
    }

    private void horizontalAxis() {
        Guide guide = plan.across();
        double y = plot.bottom() + 0.5;
        PathData marks = new PathData();
        for (Tick tick : guide.ticks()) {
            double x = crisp(plot.px(tick.value()));
            marks.moveTo(x, y).down(tick.label().isEmpty() ? SHORT_TICK : TICK);
            if (guide.slanted()) {
                canvas.text(tick.label(), x + 3, y + TICK + 6, Font.TICK.end().turned(-45));
            } else if (!tick.label().isEmpty()) {
                canvas.text(tick.label(), x, y + TICK + Font.TICK.size(), Font.TICK.middle());
            }
        }
        canvas.path(marks, Paint.AXIS);
        if (!guide.title().isEmpty()) {
            double base = plot.bottom() + plan.bottom() - 6;
            String title = Lettering.cut(guide.title(), Font.LABEL.size(), plot.width() + TITLE_OVERHANG);
            canvas.text(title, plot.left() + plot.width() / 2, base, Font.LABEL.middle());
        }
    }

    private void verticalAxis() {
        Guide guide = plan.up();
        double x = plot.left() - 0.5;
        PathData marks = new PathData();
        for (Tick tick : guide.ticks()) {
            double y = crisp(plot.py(tick.value()));
            marks.moveTo(x, y).across(tick.label().isEmpty() ? -SHORT_TICK : -TICK);
            if (place.axisLabelled() && !tick.label().isEmpty()) {
                canvas.text(tick.label(), x - PanelPlan.TICK_ROOM, Font.TICK.base(y), Font.TICK.end());
            }
        }
        canvas.path(marks, Paint.AXIS);
        if (place.axisLabelled()) {
            List<String> lines = plan.upright(guide);
            double last = plot.left() - PanelPlan.TICK_ROOM - guide.widest() - 7;
            upright(lines, last - (lines.size() - 1) * Guide.LINE_HEIGHT);
        }
    }

    /** Lines that are read upwards, the first of them at {@code x}. */
    private void upright(List<String> lines, double x) {
        double middle = plot.top() + plot.height() / 2;
        for (int i = 0; i < lines.size(); i++) {
            canvas.text(
                    lines.get(i),
                    x + i * Guide.LINE_HEIGHT,
                    middle,
                    Font.LABEL.middle().turned(-90));
        }
    }

    private void colorBars() {
        double x = plot.right() + PanelPlan.BAR_GAP;
        for (ColorScale scale : place.bars()) {
            Guide guide = plan.guide(scale);
            ColorBar.paint(canvas, plot, scale, guide, x);
            upright(plan.upright(guide), x + PanelPlan.BAR_WIDTH + PanelPlan.TICK_ROOM + guide.widest() + 14);
            x += plan.barRoom(scale);
        }
    }

    /** The nearest middle of a pixel, where a line of one pixel is sharp. */
    private static double crisp(double pixel) {
        return Math.floor(pixel) + 0.5;
    }
}
