package org.rote.operators.helmholtz.solver;

/** Forward and backward substitution in one front at a time, for all right-hand sides together; one for each thread. */
final class Substitution<A> {

    private final Kernels<A> kernels;
    /** Length of a row: twice the padded number of right-hand sides. */
    private final int stride;

    private final A rows;
    private final A block;
    private final A stack;

    Substitution(Dissection dissection, Kernels<A> kernels, int width) {
        this.kernels = kernels;
        this.stride = 2 * width;
        this.rows = kernels.allocate((dissection.largestOrder() + Kernels.TILE) * stride);
        this.block = kernels.allocate((Front.PANEL + Kernels.TILE) * stride);
        this.stack = kernels.allocate(dissection.stackRows() * stride);
    }

    /**
     * From b to L⁻¹ b.
     *
     * @param active fronts whose subtree holds an entry of b
     * @param vectors rows in the order of elimination; those of the pivots are replaced
     * @param shared what tasks leave to one another
     */
    void forward(Front front, boolean[] active, A factors, A vectors, A shared) {
        int order = front.order();
        System.arraycopy(vectors, front.firstPivot * stride, rows, 0, front.pivots * stride);
        kernels.clear(rows, front.pivots * stride, (order + Kernels.TILE) * stride);
        for (Front child : front.children) {
            if (active[child.number]) {
                kernels.extendRows(child.shared ? shared : stack, child.rowsAt * stride, child.runs, rows, stride);
            }
        }
        for (int k = 0; k < front.panels(); k++) {
            int start = front.panelStart[k];
            int end = front.panelStart[k + 1];
            int tileLength = Front.tileLength(end - start);
            int at = front.panelAt[k] + Front.tiles(end - start) * tileLength;
            for (int i = end; i < order; i += Kernels.TILE) {
                kernels.multiplyAdd(
                        factors, at, end - start, rows, start * stride, rows, i * stride, stride, 0, stride / 2);
                at += tileLength;
            }
        }
        System.arraycopy(rows, 0, vectors, front.firstPivot * stride, front.pivots * stride);
        System.arraycopy(
                rows,
                front.pivots * stride,
                front.shared ? shared : stack,
                front.rowsAt * stride,
                front.boundary.length * stride);
    }

    /**
     * From L⁻¹ b to x = L⁻ᵀ D⁻¹ L⁻¹ b.
     *
     * @param active fronts whose subtree holds an entry of b; in the others L⁻¹ b is zero, whatever the vectors hold
     * @param vectors rows in the order of elimination: those of the boundary hold x, those of the pivots will
     */
    void backward(Front front, boolean[] active, A factors, A vectors) {
        int order = front.order();
        int width = stride / 2;
        boolean any = active[front.number];
        System.arraycopy(vectors, front.firstPivot * stride, rows, 0, front.pivots * stride);
        for (int i = 0; i < front.boundary.length; i++) {
            System.arraycopy(vectors, front.boundary[i] * stride, rows, (front.pivots + i) * stride, stride);
        }
        for (int k = front.panels() - 1; k >= 0; k--) {
            int start = front.panelStart[k];
            int end = front.panelStart[k + 1];
            int depth = end - start;
            int tileLength = Front.tileLength(depth);
            int at = front.panelAt[k];
            int below = at + Front.tiles(depth) * tileLength;
            kernels.clear(block, 0, Front.tiles(depth) * Kernels.TILE * stride);
            for (int tile = 0; tile < Front.tiles(depth); tile++) {
                int to = tile * Kernels.TILE * stride;
                if (any) {
                    kernels.multiplyAdd(factors, at, depth, rows, start * stride, block, to, stride, 0, width);
                }
                kernels.multiplyTransposedAdd(
                        factors,
                        below + tile * 2 * Kernels.TILE * Kernels.TILE,
                        tileLength,
                        order - end,
                        rows,
                        end * stride,
                        block,
                        to,
                        stride,
                        width);
                at += tileLength;
            }
            System.arraycopy(block, 0, rows, start * stride, depth * stride);
        }
        System.arraycopy(rows, 0, vectors, front.firstPivot * stride, front.pivots * stride);
    }
}
