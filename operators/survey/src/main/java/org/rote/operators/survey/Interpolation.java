package org.rote.operators.survey;

import java.util.Arrays;
import java.util.List;
import org.rote.spi.Axis;

/**
 * How sources and receivers between the nodes of a grid are brought onto it.
 *
 * <p>In one dimension, a value at t steps from the first node is Σ_n f(t − n) u_n with a kernel f that is 1 at 0 and 0 at the other whole numbers, so that a position on a node takes the value
 * there; in two, f(t_x − i) f(t_z − k), and so on.
 */
public enum Interpolation {
    /**
     * From the nodes at the corners of the cell, f(t) = 1 − |t| for |t| &lt; 1 (trilinear in three dimensions): at most 4 in two dimensions, 8 in three. Exact for fields that are linear between the nodes. The error of a plane wave of G
     * nodes per wavelength is at most π² / (2 G²) along each axis: 0.3 at 4, 0.05 at 10.
     */
    BILINEAR(1) {
        @Override
        double kernel(double distance) {
            return 1 - Math.abs(distance);
        }
    },

    /**
     * A sinc in a Kaiser window, f(t) = sin(π t) / (π t) · I₀(b √(1 − (t/4)²)) / I₀(b) for |t| &lt; 4, b = 6.31: at most 64 nodes in two dimensions, 512 in three. The error of a plane wave of 4 nodes
     * per wavelength or more is below 0.0015 along each axis.
     *
     * <p>Source: G. J. Hicks (2002), Arbitrary source and receiver positioning in finite-difference schemes using Kaiser windowed sinc functions, Geophysics 67(1), 156–166: the window of
     * half-width 4 for wavenumbers up to half of Nyquist's.
     */
    SINC(4) {
        @Override
        double kernel(double distance) {
            double part = distance / 4;
            return Math.sin(Math.PI * distance)
                    / (Math.PI * distance)
                    * besselI0(KAISER * Math.sqrt(1 - part * part))
                    / besselI0(KAISER);
        }
    };

    /**
     * Positions this much of a step from a node are on it. What manifests lose by writing lengths in decimals is less, and to move a source so far changes a wave of 4 nodes per wavelength by less
     * than 2 millionths.
     */
    public static final double ON_NODE = 1e-6;

    private static final double KAISER = 6.31;

    private final int halfWidth;

    Interpolation(int halfWidth) {
        this.halfWidth = halfWidth;
    }

    /**
     * How far the nodes of a position may be from it.
     *
     * @return in steps
     */
    public int halfWidth() {
        return halfWidth;
    }

    /**
     * Weights on a grid.
     *
     * @param position where
     * @param axes the nodes along each axis, (x, z) or (x, y, z), the last one fastest
     * @return weights of the nodes i · nz + k, or (i · ny + j) · nz + k; those beyond the ends of an axis are left out, so the axes should reach {@link #halfWidth} nodes further than any position (absorbing
     *     layers do)
     */
    public NodeWeights at(Position position, List<Axis> axes) {
        NodeWeights weights = along(position.x(), axes.get(0));
        for (int a = 1; a < axes.size(); a++) {
            Axis axis = axes.get(a);
            weights = weights.times(along(position.along(a, axes.size()), axis), axis.count());
        }
        return weights;
    }

    /**
     * Weights in one dimension.
     *
     * @param coordinate where, in the unit of the axis
     * @param axis the nodes
     * @return weights of the nodes of the axis; those beyond its ends are left out
     */
    public NodeWeights along(double coordinate, Axis axis) {
        double steps = (coordinate - axis.origin()) / axis.step();
        double nearest = Math.rint(steps);
        if (Math.abs(steps - nearest) <= ON_NODE) {
            return inside(nearest, axis)
                    ? new NodeWeights(new int[] {(int) nearest}, new double[] {1})
                    : new NodeWeights(new int[0], new double[0]);
        }
        double first = Math.floor(steps) - halfWidth + 1;
        int[] nodes = new int[2 * halfWidth];
        double[] weights = new double[nodes.length];
        int count = 0;
        for (double node = first; node < first + nodes.length; node++) {
            if (inside(node, axis)) {
                nodes[count] = (int) node;
                weights[count++] = kernel(steps - node);
            }
        }
        return new NodeWeights(Arrays.copyOf(nodes, count), Arrays.copyOf(weights, count));
    }

    /** The value of the kernel at a distance in steps, not 0 and less than the half-width. */
    abstract double kernel(double distance);

    private static boolean inside(double node, Axis axis) {
        return node >= 0 && node < axis.count();
    }

    /** The modified Bessel function I₀ by its power series, Σ_j ((x/2)^j / j!)², all of whose terms are positive: to rounding for the arguments up to {@link #KAISER}. */
    private static double besselI0(double x) {
        double term = 1;
        double sum = 1;
        for (int j = 1; term > sum * 1e-17; j++) {
            double factor = x / (2 * j);
            term *= factor * factor;
            sum += term;
        }
        return sum;
    }
}
