package org.rote.operators.propagation;

import org.rote.operators.propagation.kernels.LayerRows;
import org.rote.operators.propagation.kernels.Rows;
import org.rote.spi.InvalidInputException;

/**
 * How fields lie in memory: the nodes of the model, absorbing layers around them, and r zeros around those for the differences to read.
 *
 * <p>Axes are numbered from the fastest: 0 is depth, 1 and 2 are y and x of three dimensions, and 1 is x of two, which are three with one node, no layer and no zeros along axis 2. A row is all nodes of one
 * place along axes 1 and 2, and what fills it up to a multiple of 16: whole vectors are faster than single nodes, and where c is 0 a field stays 0. Rows begin a multiple of 16 floats apart that is no multiple of 128, so that neighbouring rows do not fall into the same lines of a cache.
 *
 * <p>With a free surface there is no layer above; the field above node 0 of axis 0 is the negative mirror image of the field below it, and lies in the padding.
 */
public final class PaddedGrid {

    private static final int BAD_MULTIPLE = 128;
    static final int MOST = Integer.MAX_VALUE - 8;

    private final int dimensions;
    private final Differences differences;
    private final boolean freeSurface;
    private final double[] spacings;
    private final int[] modelCounts;
    private final int[] counts;
    private final int[] before;
    private final int cells;
    private final int length;
    private final int[] strides;
    private final int start;
    private final int size;

    /**
     * Lays out a grid.
     *
     * @param modelCounts nodes of the model along each axis, fastest first; 2 or 3
     * @param spacings in m, likewise
     * @param differences in space
     * @param cells thickness of the absorbing layers
     * @param freeSurface whether the first node of axis 0 is a free surface
     * @throws InvalidInputException where a field would not fit into an array
     */
    PaddedGrid(int[] modelCounts, double[] spacings, Differences differences, int cells, boolean freeSurface) {
        this.dimensions = modelCounts.length;
        this.differences = differences;
        this.freeSurface = freeSurface;
        this.cells = cells;
        this.spacings = spacings.clone();
        this.modelCounts = new int[] {modelCounts[0], modelCounts[1], dimensions == 3 ? modelCounts[2] : 1};
        this.before = new int[] {freeSurface ? 0 : cells, cells, dimensions == 3 ? cells : 0};
        double nodes = 1;
        for (int axis = 0; axis < dimensions; axis++) {
            nodes *= (double) this.modelCounts[axis] + before[axis] + cells;
        }
        // Before anything is counted in whole numbers, which wrap.
        requireRoom(nodes);
        this.counts = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            counts[axis] = this.modelCounts[axis] + before[axis] + (axis < dimensions ? cells : 0);
        }
        int radius = radius();
        this.length = Rows.upToLine(counts[0]);
        long row = padded(length + 2L * radius);
        long plane = row * (counts[1] + 2L * radius);
        if (dimensions == 3) {
            plane = padded(plane);
        }
        long total = Rows.FIRST + plane * (counts[2] + (dimensions == 3 ? 2L * radius : 0));
        requireRoom((double) total);
        this.strides = new int[] {1, (int) row, (int) plane};
        this.start = Rows.FIRST + radius * (int) row + (dimensions == 3 ? radius * (int) plane : 0);
        this.size = (int) total;
    }

    private void requireRoom(double nodes) {
        if (nodes > MOST) {
            throw new InvalidInputException(
                    "grid.shape",
                    "a grid of " + (dimensions == 3 ? modelCounts[2] + " × " : "")
                            + modelCounts[1] + " × " + modelCounts[0] + " nodes, " + Figures.text(nodes) + " with "
                            + cells
                            + " cells of absorbing layers and what differences need, is larger than one array can be, "
                            + MOST,
                    "take fewer nodes, or larger cells");
        }
    }

    /** The grid of settings, which give axes slowest first. */
    static PaddedGrid of(PropagationSettings settings) {
        int dimensions = settings.grid().dimensions();
        int[] counts = new int[dimensions];
        double[] spacings = new double[dimensions];
        for (int axis = 0; axis < dimensions; axis++) {
            counts[axis] = settings.grid().shape().get(dimensions - 1 - axis);
            spacings[axis] = settings.grid().spacing(dimensions - 1 - axis);
        }
        return new PaddedGrid(
                counts,
                spacings,
                settings.differences(),
                settings.boundary().cells(),
                settings.boundary().top() == Boundary.Top.FREE_SURFACE);
    }

    private static long padded(long length) {
        long lines = (length + Rows.LINE - 1) / Rows.LINE * Rows.LINE;
        return lines % BAD_MULTIPLE == 0 ? lines + Rows.LINE : lines;
    }

    /** 2 or 3. */
    public int dimensions() {
        return dimensions;
    }

    /** In space. */
    public Differences differences() {
        return differences;
    }

    /** How many nodes further differences reach, those in layers included. */
    public int radius() {
        return Math.max(differences.radius(), LayerRows.RADIUS);
    }

    /** Whether the field is 0 at the first nodes along depth. */
    public boolean freeSurface() {
        return freeSurface;
    }

    /** Thickness of the absorbing layers. */
    public int cells() {
        return cells;
    }

    /** In m. */
    public double spacing(int axis) {
        return spacings[axis];
    }

    /** Nodes along an axis, those of the layers included; 1 along axis 2 of two dimensions. */
    public int count(int axis) {
        return counts[axis];
    }

    /** Length of a row: the nodes along axis 0 and what fills it up. */
    public int length() {
        return length;
    }

    /** Nodes of the model along an axis. */
    int modelCount(int axis) {
        return modelCounts[axis];
    }

    /** Nodes of the layer in front of the first node of the model. */
    int before(int axis) {
        return before[axis];
    }

    /** How far apart neighbours along an axis lie. */
    public int stride(int axis) {
        return strides[axis];
    }

    /** Length of an array that holds a field. */
    public int size() {
        return size;
    }

    /** Where the row of a place along axes 1 and 2 begins, at the first node of axis 0. */
    public int row(int i1, int i2) {
        return start + i1 * strides[1] + i2 * strides[2];
    }

    /** Where along an axis the node of an index lies. */
    public int coordinate(int index, int axis) {
        int inPlane = (index - start) % strides[2];
        return switch (axis) {
            case 0 -> inPlane % strides[1];
            case 1 -> inPlane / strides[1];
            default -> (index - start) / strides[2];
        };
    }

    /** The node of the model whose value a node of the grid takes: itself, or the nearest at the edge. */
    private int nearest(int axis, int i) {
        return Math.max(0, Math.min(modelCounts[axis] - 1, i - before[axis]));
    }

    /** Nodes of the model. */
    int modelSize() {
        return modelCounts[0] * modelCounts[1] * modelCounts[2];
    }

    private int modelRow(int i1, int i2) {
        return (nearest(2, i2) * modelCounts[1] + nearest(1, i1)) * modelCounts[0];
    }

    /**
     * Brings a model, or a change of one, onto the grid; the layers take the values at the edge.
     *
     * @param model x slowest, depth fastest
     * @param field takes it; what is no node is left alone
     */
    public void extend(double[] model, float[] field) {
        for (int i2 = 0; i2 < counts[2]; i2++) {
            for (int i1 = 0; i1 < counts[1]; i1++) {
                int from = modelRow(i1, i2);
                int to = row(i1, i2);
                for (int i0 = 0; i0 < counts[0]; i0++) {
                    field[to + i0] = (float) model[from + nearest(0, i0)];
                }
            }
        }
    }

    /**
     * The transpose of {@link #extend}: adds up what the layers hold at the edge they took their values from.
     *
     * @param field over the grid
     * @param factor of all values
     * @param model to add to
     */
    public void fold(float[] field, double factor, double[] model) {
        for (int i2 = 0; i2 < counts[2]; i2++) {
            for (int i1 = 0; i1 < counts[1]; i1++) {
                int to = modelRow(i1, i2);
                int from = row(i1, i2);
                for (int i0 = 0; i0 < counts[0]; i0++) {
                    model[to + nearest(0, i0)] += factor * field[from + i0];
                }
            }
        }
    }
}
