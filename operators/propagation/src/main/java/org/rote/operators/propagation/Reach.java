package org.rote.operators.propagation;

import java.util.ArrayList;
import java.util.List;
import org.rote.operators.propagation.kernels.Rows;

/**
 * Where a step matters: nodes that the wave of the source can have reached, and from which a wave can still reach a receiver before the record ends. Steps work in the box around the intersection.
 *
 * <p>Both are cones of the fastest speed at which the grid carries anything along an axis: the group velocity of the scheme, somewhat more than the fastest velocity for waves of two or three nodes. In exact arithmetic a node hears of its
 * neighbours r nodes further at every step, but what runs ahead of the group velocity dies out faster than exponentially; {@value #MARGIN} nodes further it is below rounding.
 */
final class Reach {

    private static final int MARGIN = 16;
    private static final int SAMPLES = 400;

    private final PaddedGrid grid;
    private final double[] nodesPerStep;

    /**
     * Prepares.
     *
     * @param grid the grid
     * @param step Δt in s
     * @param fastest velocity in m/s
     */
    Reach(PaddedGrid grid, double step, double fastest) {
        this.grid = grid;
        this.nodesPerStep = new double[grid.dimensions()];
        for (int axis = 0; axis < nodesPerStep.length; axis++) {
            nodesPerStep[axis] = groupVelocity(axis, step * fastest);
        }
    }

    /**
     * The boxes of one shot.
     *
     * @param source indices of the nodes that the source feeds
     * @param receivers indices of the nodes that receivers read
     * @param samples of the record; steps are one fewer
     * @return one box a step, perhaps empty
     */
    List<Box> boxes(int[] source, int[] receivers, int samples) {
        int[][] from = bounds(source);
        int[][] to = bounds(receivers);
        List<Box> boxes = new ArrayList<>(samples - 1);
        for (int step = 0; step < samples - 1; step++) {
            int[] low = new int[3];
            int[] high = new int[] {grid.count(0), grid.count(1), grid.count(2)};
            for (int axis = 0; axis < grid.dimensions(); axis++) {
                int gone = MARGIN + (int) Math.ceil(nodesPerStep[axis] * (step + 1));
                int left = MARGIN + (int) Math.ceil(nodesPerStep[axis] * (samples - 2 - step));
                low[axis] = Math.max(0, Math.max(from[0][axis] - gone, to[0][axis] - left));
                high[axis] = Math.min(grid.count(axis), 1 + Math.min(from[1][axis] + gone, to[1][axis] + left));
                snap(axis, low, high);
            }
            low[0] = Rows.downToLine(low[0]);
            high[0] = Rows.upToLine(high[0]);
            boxes.add(new Box(low[0], high[0], low[1], high[1], low[2], high[2]));
        }
        return boxes;
    }

    /** Takes all that sees a layer or nothing of it, and a free surface with what it mirrors. */
    private void snap(int axis, int[] low, int[] high) {
        if (high[axis] <= low[axis]) {
            return;
        }
        int count = grid.count(axis);
        int seen = grid.before(axis) + 2 * grid.radius();
        int last = count - grid.cells() - 2 * grid.radius();
        if (axis == 0) {
            seen = Rows.upToLine(seen);
            last = Rows.downToLine(Math.max(0, last));
        }
        if (low[axis] < seen) {
            low[axis] = 0;
            high[axis] = Math.max(high[axis], Math.min(seen, count));
        }
        if (high[axis] > last) {
            high[axis] = count;
            low[axis] = Math.min(low[axis], Math.max(0, last));
        }
    }

    /** The least and the greatest coordinate of nodes along each axis. */
    private int[][] bounds(int[] nodes) {
        int[][] bounds = {
            {Integer.MAX_VALUE / 2, Integer.MAX_VALUE / 2, Integer.MAX_VALUE / 2},
            {-Integer.MAX_VALUE / 2, -Integer.MAX_VALUE / 2, -Integer.MAX_VALUE / 2}
        };
        for (int node : nodes) {
            for (int axis = 0; axis < 3; axis++) {
                bounds[0][axis] = Math.min(bounds[0][axis], grid.coordinate(node, axis));
                bounds[1][axis] = Math.max(bounds[1][axis], grid.coordinate(node, axis));
            }
        }
        return bounds;
    }

    /**
     * The largest group velocity of the scheme along an axis, in nodes a step. With K² = Σ K_i², K_i² the symbol of −D₂ along axis i, sin(ωΔt/2) = vΔtK/2, so
     * ∂ω/∂k_i = v² (K_i²)' / (2 · (2/Δt) S √(1 − S²)), S = vΔtK/2; for one k_i it is largest where the other axes contribute nothing or the most.
     */
    private double groupVelocity(int axis, double distance) {
        double h = grid.spacing(axis);
        double[] second = grid.differences().second();
        double others = 0;
        for (int other = 0; other < grid.dimensions(); other++) {
            if (other != axis) {
                others += grid.differences().largest() / (grid.spacing(other) * grid.spacing(other));
            }
        }
        double largest = distance / h;
        for (int sample = 1; sample < SAMPLES; sample++) {
            double k = Math.PI * sample / SAMPLES;
            double symbol = -second[0];
            double slope = 0;
            for (int j = 1; j < second.length; j++) {
                symbol -= 2 * second[j] * Math.cos(j * k);
                slope += 2 * j * second[j] * Math.sin(j * k);
            }
            for (double beside : new double[] {0, others}) {
                double sine = distance / 2 * Math.sqrt(symbol / (h * h) + beside);
                double velocity =
                        distance * distance * slope / (h * h) / (4 * sine * Math.sqrt(Math.max(1e-6, 1 - sine * sine)));
                largest = Math.max(largest, velocity);
            }
        }
        return largest;
    }
}
