package org.rote.plugins.report.html.picture;

import java.util.Locale;
import org.rote.plugins.report.html.picture.Ticks.Tick;

/** Draws the bar that says which colour stands for which value. Its ends are pointed where values lie beyond them. */
final class ColorBar {

    private static final double WIDTH = PanelPlan.BAR_WIDTH;
    private static final double POINT = 7;

    private ColorBar() {}

    static void paint(Canvas canvas, Plot plot, ColorScale scale, Guide guide, double x) {
        int[] colors = Colors.of(scale.map());
        byte[] column = new byte[colors.length];
        for (int i = 0; i < colors.length; i++) {
            column[i] = (byte) (colors.length - i);
        }
        canvas.pixels(x, plot.top(), WIDTH, plot.height(), Png.encode(1, column, colors));
        if (scale.above()) {
            point(canvas, x, plot.top(), -POINT, colors[colors.length - 1]);
        }
        if (scale.below()) {
            point(canvas, x, plot.bottom(), POINT, colors[0]);
        }
        canvas.rectangle(x, plot.top() - 0.5, WIDTH, plot.height() + 1, Paint.AXIS);
        PathData marks = new PathData();
        double right = x + WIDTH;
        for (Tick tick : guide.ticks()) {
            double y = plot.bottom() - scale.span().fraction(tick.value()) * plot.height();
            marks.moveTo(right, y).across(PanelPlan.TICK_LENGTH);
            canvas.text(tick.label(), right + PanelPlan.TICK_ROOM, Font.TICK.base(y), Font.TICK);
        }
        canvas.path(marks, Paint.AXIS);
    }

    private static void point(Canvas canvas, double x, double base, double height, int color) {
        PathData path = new PathData();
        path.moveTo(x, base)
                .lineTo(x + WIDTH / 2, base + height)
                .lineTo(x + WIDTH, base)
                .close();
        canvas.path(path, Paint.AXIS.filled(String.format(Locale.ROOT, "#%06x", color), 1));
    }
}
