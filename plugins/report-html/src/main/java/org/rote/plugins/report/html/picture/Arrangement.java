package org.rote.plugins.report.html.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * Panels in rows and columns, their plots aligned. Neighbours that would say the same along an axis or beside a colour bar say it once.
 *
 * @param places the panels with their plots
 * @param width of the whole, in pixels
 * @param height of the whole, in pixels
 */
record Arrangement(List<Place> places, double width, double height) {

    /** Wider than this, a picture would be shrunk on a page until its numbers could not be read. */
    private static final double WIDEST = 1240;

    /**
     * A panel with its place.
     *
     * @param plan the panel
     * @param plot where its axes are
     * @param axisLabelled whether the vertical axis has labels
     * @param bars the colour bars drawn beside it, which may serve the panels to its left too
     */
    record Place(PanelPlan plan, Plot plot, boolean axisLabelled, List<ColorScale> bars) {}

    static Arrangement of(List<PanelPlan> plans) {
        int columns = Math.max(1, plans.size());
        while (columns > 1 && new Table(plans, columns).width() > WIDEST) {
            columns--;
        }
        int rows = (plans.size() + columns - 1) / columns;
        return new Table(plans, rows == 0 ? 1 : (plans.size() + rows - 1) / rows).places();
    }

    /** The panels row by row in a given number of columns. */
    private record Table(List<PanelPlan> plans, int columns) {

        boolean axisLabelled(int i) {
            return i % columns == 0 || !plans.get(i).repeatsAxisOf(plans.get(i - 1));
        }

        boolean hasBars(int i) {
            boolean last = i % columns == columns - 1 || i == plans.size() - 1;
            return last || !plans.get(i).sharesColorsWith(plans.get(i + 1));
        }

        /** The colour bars beside a panel; their ends know of the panels to the left that they serve. */
        List<ColorScale> bars(int i) {
            if (!hasBars(i)) {
                return List.of();
            }
            List<ColorScale> bars = new ArrayList<>(plans.get(i).colors());
            for (int k = i - 1; k >= i - i % columns && !hasBars(k); k--) {
                List<ColorScale> others = plans.get(k).colors();
                for (int bar = 0; bar < bars.size(); bar++) {
                    bars.set(bar, bars.get(bar).with(others.get(bar)));
                }
            }
            return bars;
        }

        double left(int column) {
            double most = 0;
            for (int i = column; i < plans.size(); i += columns) {
                most = Math.max(most, plans.get(i).left(axisLabelled(i)));
            }
            return most;
        }

        /** Room for the plots of a column and what is to the right of them. */
        double rest(int column) {
            double most = 0;
            for (int i = column; i < plans.size(); i += columns) {
                most = Math.max(most, plans.get(i).width() + plans.get(i).right(hasBars(i)));
            }
            return most;
        }

        double width() {
            double width = 0;
            for (int column = 0; column < columns; column++) {
                width += left(column) + rest(column);
            }
            return width;
        }

        Arrangement places() {
            List<Place> places = new ArrayList<>();
            double y = 0;
            for (int first = 0; first < plans.size(); first += columns) {
                List<PanelPlan> row = plans.subList(first, Math.min(plans.size(), first + columns));
                double top = row.stream().mapToDouble(PanelPlan::top).max().orElse(0);
                double below = row.stream()
                        .mapToDouble(plan -> plan.height() + plan.bottom())
                        .max()
                        .orElse(0);
                double x = 0;
                for (int column = 0; column < row.size(); column++) {
                    int i = first + column;
                    PanelPlan plan = row.get(column);
                    Plot plot = Plot.of(
                            plan.panel(), plan.extents(), x + left(column), y + top, plan.width(), plan.height());
                    places.add(new Place(plan, plot, axisLabelled(i), bars(i)));
                    x += left(column) + rest(column);
                }
                y += top + below;
            }
            return new Arrangement(List.copyOf(places), width(), y);
        }
    }
}
