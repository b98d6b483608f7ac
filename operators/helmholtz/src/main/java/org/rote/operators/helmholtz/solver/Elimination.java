package org.rote.operators.helmholtz.solver;

import org.rote.spi.NumericsException;

/** Eliminates fronts, one at a time; one for each thread. */
final class Elimination<A> {

    private final Dissection dissection;
    private final Kernels<A> kernels;
    private final A matrix;
    private final A panel;
    private final A block;
    private final A stack;

    Elimination(Dissection dissection, Kernels<A> kernels) {
        this.dissection = dissection;
        this.kernels = kernels;
        int order = dissection.largestOrder();
        int stride = 2 * columns(order);
        this.matrix = kernels.allocate((order + Kernels.TILE) * stride);
        this.panel = kernels.allocate((Front.PANEL + Kernels.TILE) * stride);
        this.block = kernels.allocate(Front.PANEL * 2 * pad(Front.PANEL));
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
     */
    void eliminate(Front front, double[][] planes, double tiny, A factors, A shared) {
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
        for (int k = 0; k < front.panels(); k++) {
            eliminatePanel(front, k, stride, tiny, factors);
        }
        kernels.extract(
                matrix, front.pivots, front.boundary.length, stride, front.shared ? shared : stack, 2 * front.matrixAt);
    }

    private void eliminatePanel(Front front, int k, int stride, double tiny, A factors) {
        int start = front.panelStart(k);
        int end = front.panelStart(k + 1);
        int width = end - start;
        int order = front.order();
        int tileLength = Front.tileLength(width);
        int inverseAt = front.panelAt[k];
        int at = inverseAt;
        invertDiagonal(front, start, width, stride, tiny);
        for (int i = 0; i < width; i += Kernels.TILE) {
            kernels.pack(block, i, 2 * pad(Front.PANEL), width, factors, at);
            at += tileLength;
        }
        int firstColumn = end & -kernels.lanes();
        for (int tile = 0; tile < Front.tiles(width); tile++) {
            kernels.multiply(
                    factors,
                    inverseAt + tile * tileLength,
                    width,
                    matrix,
                    start * stride,
                    panel,
                    tile * Kernels.TILE * stride,
                    stride,
                    firstColumn,
                    order + Kernels.TILE - 1,
                    false);
        }
        for (int i = end; i < order; i += Kernels.TILE) {
            kernels.pack(panel, i, stride, width, factors, at);
            kernels.multiply(
                    factors,
                    at,
                    width,
                    matrix,
                    start * stride,
                    matrix,
                    i * stride,
                    stride,
                    i & -kernels.lanes(),
                    order,
                    true);
            at += tileLength;
        }
    }

    private void invertDiagonal(Front front, int start, int width, int stride, double tiny) {
        int columns = pad(Front.PANEL);
        kernels.clear(block, 0, width * 2 * columns);
        kernels.symmetric(matrix, start * stride + start, stride, block, width, 2 * columns);
        int refused = kernels.invert(block, width, 2 * columns, tiny);
        if (refused >= 0) {
            int node = dissection.nodeOf(front.firstPivot + start + refused);
            throw new NumericsException(
                    "the matrix is singular or nearly so: a pivot at node (" + node / dissection.nz() + ", "
                            + node % dissection.nz() + ") is at most " + tiny
                            + " in modulus or not a number; the frequency may be a resonance of the grid (strengthen its absorbing layers), or the model is not finite");
        }
    }
}
