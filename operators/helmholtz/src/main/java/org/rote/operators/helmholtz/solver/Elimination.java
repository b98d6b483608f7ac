package org.rote.operators.helmholtz.solver;

import java.util.Arrays;
import org.rote.spi.NumericsException;

/** Eliminates fronts, one at a time; one for each thread. */
final class Elimination<A> {

    /** Of the block that is inverted, in which rounding is felt most: it is in double precision whatever the factors have. */
    private static final int BLOCK_STRIDE = 2 * Front.PANEL;

    private final Dissection dissection;
    private final FieldLoops loops;
    private final Kernels<A> kernels;
    private final A matrix;
    private final A panel;
    private final double[] block;
    private final A stack;

    Elimination(Dissection dissection, Kernels<A> kernels, FieldLoops loops) {
        this.dissection = dissection;
        this.kernels = kernels;
        this.loops = loops;
        int order = dissection.largestOrder();
        int stride = 2 * columns(order);
        this.matrix = kernels.allocate((order + Kernels.TILE) * stride);
        this.panel = kernels.allocate((Front.PANEL + Kernels.TILE) * stride);
        this.block = new double[Front.PANEL * BLOCK_STRIDE];
        this.stack = kernels.allocate(2 * dissection.stackLength());
    }

    private int pad(int count) {
        return count + kernels.lanes() - 1 & -kernels.lanes();
    }

    /** Padded columns of a front. Tiles may begin at any column, and rows a power of two apart would fall on each other in the cache. */
    private int columns(int order) {
        int columns = pad(order + Kernels.TILE - 1);
        return columns % 256 == 0 ? columns + kernels.lanes() : columns;
    }

    /**
     * Eliminates the pivots of a front.
     *
     * @param planes of the {@link StencilMatrix}
     * @param tiny pivots of this modulus or less are refused
     * @param factors where the front's factors go
     * @param shared what tasks leave to one another
     * @return largest modulus of a real or imaginary part in the blocks that were inverted
     */
    double eliminate(Front front, double[][] planes, double tiny, A factors, A shared) {
        int order = front.order();
        int stride = 2 * columns(order);
        kernels.clear(matrix, 0, order * stride);
        kernels.assemble(front, planes, matrix, stride);
        for (Front child : front.children) {
            kernels.extend(
                    child.shared ? shared : stack,
                    2 * child.matrixAt,
                    child.boundary.length,
                    child.runs,
                    matrix,
                    stride);
        }
        double largest = 0;
        for (int k = 0; k < front.panels(); k++) {
            largest = Math.max(largest, eliminatePanel(front, k, stride, tiny, factors));
        }
        kernels.extract(
                matrix, front.pivots, front.boundary.length, stride, front.shared ? shared : stack, 2 * front.matrixAt);
        return largest;
    }

    private double eliminatePanel(Front front, int k, int stride, double tiny, A factors) {
        int start = front.panelStart[k];
        int end = front.panelStart[k + 1];
        int width = end - start;
        int order = front.order();
        int tileLength = Front.tileLength(width);
        int inverseAt = front.panelAt[k];
        double largest = invertDiagonal(front, start, width, stride, tiny);
        kernels.packSymmetric(block, width, BLOCK_STRIDE, factors, inverseAt);
        int at = inverseAt + Front.tiles(width) * tileLength;
        int firstColumn = end & -kernels.lanes();
        kernels.clear(panel, 0, Front.tiles(width) * Kernels.TILE * stride);
        for (int tile = 0; tile < Front.tiles(width); tile++) {
            kernels.multiplyAdd(
                    factors,
                    inverseAt + tile * tileLength,
                    width,
                    matrix,
                    start * stride,
                    panel,
                    tile * Kernels.TILE * stride,
                    stride,
                    firstColumn,
                    order + Kernels.TILE - 1);
        }
        for (int i = end; i < order; i += Kernels.TILE) {
            kernels.packNegative(panel, i, stride, width, factors, at);
            kernels.multiplyAdd(
                    factors,
                    at,
                    width,
                    matrix,
                    start * stride,
                    matrix,
                    i * stride,
                    stride,
                    i & -kernels.lanes(),
                    order);
            at += tileLength;
        }
        return largest;
    }

    private double invertDiagonal(Front front, int start, int width, int stride, double tiny) {
        Arrays.fill(block, 0, width * BLOCK_STRIDE, 0);
        double largest = kernels.symmetric(matrix, start * stride + start, stride, block, width, BLOCK_STRIDE);
        int refused = loops.invert(block, width, BLOCK_STRIDE, tiny);
        if (refused >= 0) {
            int node = dissection.nodeOf(front.firstPivot + start + refused);
            throw new NumericsException(
                    "the matrix is singular or nearly so: a pivot at node (" + node / dissection.nz() + ", "
                            + node % dissection.nz() + ") is at most " + tiny
                            + " in modulus or not a number; the frequency may be a resonance of the grid (strengthen its absorbing layers), or the model is not finite");
        }
        return largest;
    }
}
