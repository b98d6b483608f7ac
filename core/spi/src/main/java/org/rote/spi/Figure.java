package org.rote.spi;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A picture as data: what to draw, not how. Reports draw it. Arrays are kept by reference: hand them over and leave them alone.
 *
 * @param name kebab-case, unique within its diagnostic; pictures of one name are shown side by side across cases
 * @param title what it shows, in a few words
 * @param caption one or two sentences for a reader who sees nothing else
 * @param panels the panels, left to right
 */
public record Figure(String name, String title, String caption, List<Panel> panels) {

    /** Copies the list. */
    public Figure {
        panels = List.copyOf(panels);
    }

    /**
     * One pair of axes with layers drawn over each other, first at the bottom. Where both axes have one unit and the layers are a map (image, contours,
     * ellipses), a unit is equally long on both.
     *
     * @param title what the panel shows; may be empty
     * @param x the horizontal axis
     * @param y the vertical axis
     * @param layers what is drawn
     */
    public record Panel(String title, Scale x, Scale y, List<Layer> layers) {

        /** Copies the list. */
        public Panel {
            layers = List.copyOf(layers);
        }
    }

    /**
     * How an axis is labelled and scaled.
     *
     * @param label what runs along it, without the unit
     * @param unit its unit, {@code "1"} for none
     * @param logarithmic whether decades are equally long
     * @param downwards whether values grow downwards (depth) or leftwards
     * @param from lower end; from the data when empty
     * @param to upper end; from the data when empty
     */
    public record Scale(
            String label, String unit, boolean logarithmic, boolean downwards, OptionalDouble from, OptionalDouble to) {

        /**
         * A linear axis that fits its data.
         *
         * @param label what runs along it
         * @param unit its unit
         * @return the axis
         */
        public static Scale linear(String label, String unit) {
            return new Scale(label, unit, false, false, OptionalDouble.empty(), OptionalDouble.empty());
        }

        /**
         * A logarithmic axis that fits its data.
         *
         * @param label what runs along it
         * @param unit its unit
         * @return the axis
         */
        public static Scale logarithmic(String label, String unit) {
            return new Scale(label, unit, true, false, OptionalDouble.empty(), OptionalDouble.empty());
        }

        /**
         * A depth axis: values grow downwards.
         *
         * @param label what runs along it
         * @param unit its unit
         * @return the axis
         */
        public static Scale depth(String label, String unit) {
            return new Scale(label, unit, false, true, OptionalDouble.empty(), OptionalDouble.empty());
        }

        /**
         * The same axis with fixed ends.
         *
         * @param lower lower end
         * @param upper upper end
         * @return the axis
         */
        public Scale between(double lower, double upper) {
            return new Scale(label, unit, logarithmic, downwards, OptionalDouble.of(lower), OptionalDouble.of(upper));
        }
    }

    /** Something drawn in a panel. A layer with an empty label is left out of the legend. */
    public sealed interface Layer permits Line, Band, Points, Bars, Rule, Ellipses, Image, Contours {

        /**
         * Its name in the legend.
         *
         * @return the label; may be empty
         */
        String label();
    }

    /** What a layer stands for; decides colour, dash and marker, the same in every picture of a report and readable in black and white. */
    public enum Role {
        /** p(x). */
        PRIOR,
        /** p(y | x). */
        LIKELIHOOD,
        /** The reference posterior. */
        EXACT,
        /** An approximation or a sampler's answer. */
        APPROXIMATE,
        /** Training models. */
        TRAINING,
        /** The true model. */
        TRUTH,
        /**
         * One of several without a fixed meaning; the report gives each label of the figure the next style. One without a label has the style of the one
         * before it, so a curve, its points and its rule can be told to belong together.
         */
        SERIES
    }

    /**
     * A curve.
     *
     * @param label legend
     * @param role what it stands for
     * @param x abscissae
     * @param y ordinates; NaN interrupts the curve
     */
    public record Line(String label, Role role, double[] x, double[] y) implements Layer {

        /** Checks the lengths; throws {@link IllegalArgumentException} when they differ. */
        public Line {
            fits("line", label, "y", y, x.length);
        }
    }

    /**
     * The area between two curves.
     *
     * @param label legend
     * @param role what it stands for
     * @param x abscissae
     * @param lower lower ordinates
     * @param upper upper ordinates
     */
    public record Band(String label, Role role, double[] x, double[] lower, double[] upper) implements Layer {

        /** Checks the lengths; throws {@link IllegalArgumentException} when they differ. */
        public Band {
            fits("band", label, "lower", lower, x.length);
            fits("band", label, "upper", upper, x.length);
        }
    }

    /**
     * Single points.
     *
     * @param label legend
     * @param role what they stand for
     * @param x abscissae
     * @param y ordinates
     */
    public record Points(String label, Role role, double[] x, double[] y) implements Layer {

        /** Checks the lengths; throws {@link IllegalArgumentException} when they differ. */
        public Points {
            fits("points", label, "y", y, x.length);
        }
    }

    /**
     * Bars from zero.
     *
     * @param label legend
     * @param role what they stand for
     * @param categories a name under each bar
     * @param heights the heights
     */
    public record Bars(String label, Role role, List<String> categories, double[] heights) implements Layer {

        /** Copies the names and checks the lengths; throws {@link IllegalArgumentException} when they differ. */
        public Bars {
            categories = List.copyOf(categories);
            fits("bars", label, "heights", heights, categories.size());
        }
    }

    /**
     * A straight line across the panel.
     *
     * @param label legend
     * @param role what it stands for
     * @param vertical vertical at an abscissa, or horizontal at an ordinate
     * @param at where
     */
    public record Rule(String label, Role role, boolean vertical, double at) implements Layer {}

    /**
     * One-standard-deviation ellipses of two-dimensional Gaussians.
     *
     * @param label legend
     * @param role what they stand for
     * @param means n pairs
     * @param covariances n matrices of 2×2
     * @param weights n opacities from 0 to 1
     */
    public record Ellipses(String label, Role role, double[] means, double[] covariances, double[] weights)
            implements Layer {

        /** Checks the lengths; throws {@link IllegalArgumentException} when they do not fit the weights. */
        public Ellipses {
            fits("ellipses", label, "means", means, 2 * weights.length);
            fits("ellipses", label, "covariances", covariances, 4 * weights.length);
        }
    }

    private static void fits(String kind, String label, String name, double[] values, int count) {
        if (values.length != count) {
            throw new IllegalArgumentException(
                    kind + " \"" + label + "\": " + name + " has " + values.length + " numbers, expected " + count);
        }
    }

    /** Which colours a field gets. */
    public enum ColorMap {
        /** From dark to light, for a quantity with a range: velocity, slowness. */
        SEQUENTIAL,
        /** Two hues around a light middle at zero, for differences. */
        DIVERGING,
        /** From white to dark, for what is never negative: standard deviation, density. */
        MAGNITUDE
    }

    /**
     * A field on a regular grid, one colour a cell.
     *
     * @param label name beside the colour bar, without the unit
     * @param unit unit of the values
     * @param field the grid
     * @param map the colours
     * @param from value of the first colour; from the data when empty
     * @param to value of the last colour; from the data when empty
     */
    public record Image(String label, String unit, Grid field, ColorMap map, OptionalDouble from, OptionalDouble to)
            implements Layer {}

    /**
     * Lines of equal height of a field on a regular grid.
     *
     * @param label legend
     * @param role what it stands for
     * @param field the grid
     * @param levels the heights
     */
    public record Contours(String label, Role role, Grid field, double[] levels) implements Layer {}

    /**
     * Values on a regular grid, [x][y] with the vertical axis fastest. Coordinates are those of the samples' centres.
     *
     * @param horizontal the horizontal axis
     * @param vertical the vertical axis
     * @param values horizontal count times vertical count numbers
     */
    public record Grid(Axis horizontal, Axis vertical, double[] values) {

        /** Checks the length; throws {@link IllegalArgumentException} when it does not fit the axes. */
        public Grid {
            if (values.length != horizontal.count() * vertical.count()) {
                throw new IllegalArgumentException(
                        "grid: " + values.length + " values for " + horizontal.count() + " × " + vertical.count());
            }
        }
    }
}
