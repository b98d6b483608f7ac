package org.rote.operators.rays;

import org.rote.operators.survey.Grid;
import org.rote.operators.survey.Position;

/**
 * Follows straight rays through the cells of a grid and measures their length in each. Parametric, after Siddon (1985): the ray a + t (b − a) is cut at the t where it crosses
 * lines of the grid; the pieces add up to the whole length but for rounding.
 *
 * <p>A ray that runs along a line between two rows or columns of cells is shared between them, half each; along the boundary the cells inside have all of
 * it. A corner belongs to no piece.
 */
final class RayTracer {

    /** Crossings nearer than this, as parts of the ray, are one: the corner of four cells, up to rounding. */
    private static final double TOGETHER = 1e-12;
    /** A coordinate nearer than this to a line of the grid, in cells, is on it: decimal numbers of metres are seldom exact. */
    private static final double ON_LINE = 1e-9;

    private final Grid grid;
    private final int[] cells;
    private final double[] lengths;
    private int count;

    RayTracer(Grid grid) {
        this.grid = grid;
        int most = 2 * (grid.countX() + grid.countZ() + 1);
        this.cells = new int[most];
        this.lengths = new double[most];
    }

    /** Cells of the ray traced last, along the ray. */
    int count() {
        return count;
    }

    /** Flat number of a cell, x · nz + z. */
    int cell(int index) {
        return cells[index];
    }

    /** Length in that cell in m. */
    double length(int index) {
        return lengths[index];
    }

    /** Traces the ray between two positions in the grid or on its boundary. */
    void trace(Position from, Position to) {
        count = 0;
        double length = from.distanceTo(to);
        Leg x = Leg.between(from.x() / grid.spacingX(), to.x() / grid.spacingX());
        Leg z = Leg.between(from.z() / grid.spacingZ(), to.z() / grid.spacingZ());
        Crossings acrossX = new Crossings(x);
        Crossings acrossZ = new Crossings(z);
        double t = 0;
        while (t < 1) {
            double next = Math.min(acrossX.next(), acrossZ.next());
            next = next > 1 - TOGETHER ? 1 : next;
            acrossX.pass(next + TOGETHER);
            acrossZ.pass(next + TOGETHER);
            share(x, z, (t + next) / 2, (next - t) * length);
            t = next;
        }
    }

    /** Gives a piece of the ray to the cell around its middle, or to the two on both sides of it. */
    private void share(Leg x, Leg z, double middle, double length) {
        int i = Math.min((int) x.at(middle), grid.countX() - 1);
        int k = Math.min((int) z.at(middle), grid.countZ() - 1);
        boolean betweenColumns = x.followsALine() && i > 0 && x.from() < grid.countX();
        boolean betweenRows = z.followsALine() && k > 0 && z.from() < grid.countZ();
        if (betweenColumns) {
            add(i - 1, k, length / 2);
            add(i, k, length / 2);
        } else if (betweenRows) {
            add(i, k - 1, length / 2);
            add(i, k, length / 2);
        } else {
            add(i, k, length);
        }
    }

    private void add(int i, int k, double length) {
        cells[count] = i * grid.countZ() + k;
        lengths[count] = length;
        count++;
    }

    /** One coordinate along the ray, in cells. */
    private record Leg(double from, double to) {

        static Leg between(double from, double to) {
            return new Leg(toLine(from), toLine(to));
        }

        private static double toLine(double coordinate) {
            double line = Math.rint(coordinate);
            return Math.abs(coordinate - line) <= ON_LINE ? line : coordinate;
        }

        double at(double t) {
            return from + t * (to - from);
        }

        boolean followsALine() {
            return from == to && from == Math.rint(from);
        }
    }

    /** Where a ray crosses the lines of one family, in the order of the ray. */
    private static final class Crossings {

        private final Leg leg;
        private final double direction;
        private double line;

        Crossings(Leg leg) {
            this.leg = leg;
            this.direction = Math.signum(leg.to() - leg.from());
            this.line = direction > 0 ? Math.floor(leg.from()) + 1 : Math.ceil(leg.from()) - 1;
        }

        /** The part of the ray before the next crossing; 1 where there is none. */
        double next() {
            return isLeft() ? (line - leg.from()) / (leg.to() - leg.from()) : 1;
        }

        void pass(double t) {
            while (isLeft() && next() <= t) {
                line += direction;
            }
        }

        private boolean isLeft() {
            return direction * (leg.to() - line) > 0;
        }
    }
}
