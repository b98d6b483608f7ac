package org.rote.operators.cuda.waves;

import org.rote.operators.cuda.device.Device;
import org.rote.operators.cuda.device.Device.Extent;
import org.rote.operators.propagation.PaddedGrid;
import org.rote.spi.ResourceException;

/** Blocks that the launches of a step take on a grid, and how many of them a card admits. */
final class Launches {

    /** Threads of a block in two and in three dimensions: compact, so that most of what they read beside their nodes is read by others of the block too. */
    private static final Extent PLANE = new Extent(32, 8, 1);

    private static final Extent SPACE = new Extent(32, 4, 4);

    private Launches() {}

    /** Threads of a block, each at a node. */
    static Extent nodes(PaddedGrid grid) {
        return grid.dimensions() == 2 ? PLANE : SPACE;
    }

    /** As many blocks as have so many threads. */
    static int blocks(int count, int threads) {
        return (int) ((count + threads - 1L) / threads);
    }

    /**
     * How many shots can be stepped together.
     *
     * @return at least 1
     * @throws ResourceException where the card does not admit the blocks of a single shot
     */
    static int shots(PaddedGrid grid, Device card) {
        Extent most = card.mostBlocks();
        Extent nodes = nodes(grid);
        long along = (long) most.y() * nodes.y();
        long behind = (long) most.z() * nodes.z();
        requireAdmitted(grid, 1, along, card);
        // At a free surface, nodes are mirrored in blocks of one row.
        requireAdmitted(grid, 2, grid.freeSurface() ? Math.min(behind, most.y()) : behind, card);
        // Blocks of shots lie behind one another, and those in layers along y.
        int stepped = most.z() / blocks(grid.count(2), nodes.z());
        return Math.min(stepped, grid.freeSurface() ? most.y() / grid.count(2) : most.y());
    }

    private static void requireAdmitted(PaddedGrid grid, int axis, long most, Device card) {
        if (grid.count(axis) > most) {
            // Depth comes first, and x last.
            String name = axis == grid.dimensions() - 1 ? "x" : "y";
            throw new ResourceException(
                    grid.count(axis) + " nodes along " + name + ", layers included, take more blocks than "
                            + card.describe() + " admits in a launch, which has room for " + most
                            + "\n  fix  take at most " + (most - 2L * grid.cells()) + " nodes along " + name
                            + " beside the layers, or take the type without \"-cuda\", which computes the same on the processor");
        }
    }
}
