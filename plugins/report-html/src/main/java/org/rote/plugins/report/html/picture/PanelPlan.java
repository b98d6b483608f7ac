package org.rote.plugins.report.html.picture;

import java.util.List;
import org.rote.plugins.report.html.picture.Ticks.Tick;
import org.rote.spi.Figure.Image;
import org.rote.spi.Figure.Panel;

/**
 * How large a panel is and what is written around it, before it has a place.
 *
 * @param panel what to draw
 * @param extents what the axes span
 * @param map whether both axes measure the same plane
 * @param width of the plot, in pixels
 * @param height of the plot, in pixels
 * @param across along the horizontal axis
 * @param up along the vertical axis
 * @param colors a scale for each image
 */
record PanelPlan(
        Panel panel,
        Extents extents,
        boolean map,
        double width,
        double height,
        Guide across,
        Guide up,
        List<ColorScale> colors) {

    static final double TICK_LENGTH = 4;
    /** From an axis to the numbers beside it. */
    static final double TICK_ROOM = TICK_LENGTH + 3;

    static final double BAR_WIDTH = 11;
    static final double BAR_GAP = 9;

    private static final double AIR = 8;
    /** How much wider bold letters are. */
    private static final double BOLD = 1.08;

    private static final double LABEL_GAP = 3;
    private static final double TITLE_ROOM = 19;
    private static final int MANY_CATEGORIES = 24;
    /** A map narrower or flatter than this is stretched after all. */
    private static final double LONGEST = 16;

    /** Of counts (sources by receivers), whose ratio means nothing, rather than of lengths. */
    private static final double LONGEST_COUNT = 3;

    private record Size(double width, double height) {}

    static PanelPlan of(Panel panel, List<Panel> figure) {
        Extents extents = Extents.of(panel);
        boolean map = Extents.isMap(panel, figure);
        boolean alone = figure.size() == 1;
        Size size = map ? mapSize(panel, extents, alone) : plotSize(extents, alone);
        Guide across = extents.categories().isEmpty()
                ? Guide.horizontal(panel.x(), extents.x(), size.width())
                : Guide.categories(panel.x(), extents.categories(), size.width());
        List<ColorScale> colors = panel.layers().stream()
                .filter(Image.class::isInstance)
                .map(layer -> ColorScale.of((Image) layer))
                .toList();
        Guide up = Guide.vertical(panel.y(), extents.y(), size.height());
        return new PanelPlan(panel, extents, map, size.width(), size.height(), across, up, colors);
    }

    private static Size plotSize(Extents extents, boolean alone) {
        double width = alone ? 330 : 240;
        boolean crowded = extents.categories().size() > MANY_CATEGORIES;
        return new Size(crowded ? 1.4 * width : width, alone ? 210 : 170);
    }

    private static Size mapSize(Panel panel, Extents extents, boolean alone) {
        boolean comparable = panel.x().unit().equals(panel.y().unit())
                && !extents.x().logarithmic()
                && !extents.y().logarithmic();
        double side = alone ? 270 : 200;
        double ratio = (extents.x().hi() - extents.x().lo())
                / (extents.y().hi() - extents.y().lo());
        double longest = panel.x().unit().equals("1") ? LONGEST_COUNT : LONGEST;
        boolean stretched = !comparable || ratio > longest || ratio < 1 / longest;
        return stretched ? new Size(side, side) : equalAspect(side, ratio);
    }

    /** About as large as a square of the given side, but neither very wide nor very high. */
    private static Size equalAspect(double side, double ratio) {
        double width = Math.min(side * Math.sqrt(ratio), 1.8 * side);
        double height = Math.min(width / ratio, 1.25 * side);
        return new Size(Math.round(height * ratio), Math.round(height));
    }

    /** The lines of the title. */
    List<String> title() {
        return Lettering.lines(panel.title(), Font.TITLE.size() * BOLD, Math.max(width, 120) + 10, 2);
    }

    double top() {
        int lines = title().size();
        return lines == 0 ? AIR : lines * Guide.LINE_HEIGHT + AIR;
    }

    double bottom() {
        double labels = across.slanted()
                ? across.widest() * Guide.SLANT + AIR
                : across.ticks().isEmpty() ? 0 : Font.TICK.size() + LABEL_GAP;
        return Math.ceil(TICK_LENGTH + labels + (across.title().isEmpty() ? 0 : TITLE_ROOM) + 4);
    }

    /** Room to the left of the plot, with the vertical axis labelled or not. */
    double left(boolean labelled) {
        double labels = labelled ? TICK_ROOM + up.widest() + uprightRoom(up) : AIR;
        double overhang = 0;
        for (Tick tick : across.ticks()) {
            double label = Lettering.width(tick.label(), Font.TICK.size()) * (across.slanted() ? Guide.SLANT : 0.5);
            overhang = Math.max(overhang, label - place(tick));
        }
        return Math.ceil(Math.max(labels, overhang));
    }

    /** Room to the right of the plot, with colour bars or without. */
    double right(boolean bars) {
        double room = bars ? AIR + colors.stream().mapToDouble(this::barRoom).sum() : 0;
        double overhang = AIR;
        for (Tick tick : across.ticks()) {
            double label = across.slanted() ? 0 : Lettering.width(tick.label(), Font.TICK.size()) / 2;
            overhang = Math.max(overhang, place(tick) + label - width + 2);
        }
        return Math.ceil(Math.max(room, overhang));
    }

    private double place(Tick tick) {
        double fraction = extents.x().fraction(tick.value());
        return (panel.x().downwards() ? 1 - fraction : fraction) * width;
    }

    /** What one colour bar takes, from the edge of the plot or of the bar before it. */
    double barRoom(ColorScale scale) {
        Guide guide = guide(scale);
        return BAR_GAP + BAR_WIDTH + TICK_LENGTH + LABEL_GAP + guide.widest() + uprightRoom(guide);
    }

    /** The title of a vertical axis or a colour bar, in as many lines as the height asks for. */
    List<String> upright(Guide guide) {
        return Lettering.lines(guide.title(), Font.LABEL.size(), height + bottom(), 2);
    }

    private double uprightRoom(Guide guide) {
        int lines = upright(guide).size();
        return lines == 0 ? 4 : TITLE_ROOM + (lines - 1) * Guide.LINE_HEIGHT;
    }

    Guide guide(ColorScale scale) {
        return Guide.vertical(scale.scale(), scale.span(), height);
    }

    /** Whether the vertical axis says what the one to its left says. */
    boolean repeatsAxisOf(PanelPlan left) {
        return panel.y().equals(left.panel.y()) && extents.y().equals(left.extents.y()) && height == left.height;
    }

    /** Whether the colours mean what they mean in another panel. */
    boolean sharesColorsWith(PanelPlan other) {
        boolean agree = !colors.isEmpty() && colors.size() == other.colors.size() && height == other.height;
        for (int i = 0; agree && i < colors.size(); i++) {
            agree = colors.get(i).agreesWith(other.colors.get(i));
        }
        return agree;
    }
}
