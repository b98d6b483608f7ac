package org.rote.plugins.dataset.geology.section;

import java.util.List;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Axis;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Space;

/**
 * The grid of a vertical section with axes x and z in m, whose cells hold a speed of waves. Places are counted from the first cell, wherever the origin of the axes is.
 *
 * @param space the space of the models
 * @param quantity what they hold
 */
public record SectionGrid(Space space, WaveSpeed quantity) {

    /** Writes the velocities of one column. */
    @FunctionalInterface
    public interface Column {

        /**
         * Writes the velocities below one place.
         *
         * @param x the place in m, from the first column
         * @param out receives velocities in m/s from depth 0 downward
         * @param offset where the first one goes
         */
        void write(double x, double[] out, int offset);
    }

    /**
     * The grid of a space.
     *
     * @param space any space
     * @return the grid
     * @throws InvalidInputException when models there are no sections of a speed of waves
     */
    public static SectionGrid of(Space space) {
        WaveSpeed quantity = WaveSpeed.of(space)
                .orElseThrow(() -> wrong(
                        "makes velocities, but a model is " + space.describe(),
                        "use it where models are velocity, slowness or squared slowness"));
        boolean isSection = space.axes().stream().map(Axis::name).toList().equals(List.of("x", "z"))
                && space.axes().stream().allMatch(axis -> axis.unit().equals("m"))
                && space.element().doubles() == 1;
        if (!isSection) {
            throw wrong(
                    "makes sections with axes x and z in m, but a model is " + space.describe(),
                    "use it with an operator on such a grid");
        }
        return new SectionGrid(space, quantity);
    }

    /**
     * The horizontal axis.
     *
     * @return the axis
     */
    public Axis x() {
        return space.axes().get(0);
    }

    /**
     * The vertical axis, downward.
     *
     * @return the axis
     */
    public Axis z() {
        return space.axes().get(1);
    }

    /**
     * The width of all cells.
     *
     * @return in m
     */
    public double width() {
        return x().count() * x().step();
    }

    /**
     * The height of all cells.
     *
     * @return in m
     */
    public double depth() {
        return z().count() * z().step();
    }

    /**
     * Fills a model column by column and converts it to the quantity of the space.
     *
     * @param column gives velocities
     * @param out receives the model
     */
    public void fill(Column column, double[] out) {
        for (int i = 0; i < x().count(); i++) {
            column.write(i * x().step(), out, i * z().count());
        }
        for (int i = 0; i < space.size(); i++) {
            out[i] = WaveSpeed.VELOCITY.convert(out[i], quantity);
        }
    }

    private static InvalidInputException wrong(String what, String fix) {
        return new InvalidInputException("", what, fix);
    }
}
