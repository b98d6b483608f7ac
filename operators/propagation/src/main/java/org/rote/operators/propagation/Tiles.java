package org.rote.operators.propagation;

import java.util.ArrayList;
import java.util.List;
import org.rote.operators.propagation.memory.Crew;

/**
 * The grid in pieces that can be stepped side by side: what a piece reads of the others are fields of the step before alone. So no absorbing layer is cut across its axis, as its memories are read by their
 * neighbours along it. Pieces hold whole rows, few enough to stay in a core's cache.
 */
final class Tiles {

    /** Along axis 1: with those r on each side that are read too, some 100 KiB of a plane. */
    private static final int ROWS = 32;

    /** Along axis 2: more, as planes that are read at both sides of a cut are read twice. */
    private static final int PLANES = 64;

    private final List<Box> boxes;

    /** Cuts a grid. */
    Tiles(PaddedGrid grid) {
        List<Box> cut = new ArrayList<>();
        int[] along2 = cuts(grid, 2);
        int[] along1 = cuts(grid, 1);
        for (int i = 1; i < along2.length; i++) {
            for (int k = 1; k < along1.length; k++) {
                cut.add(new Box(0, grid.length(), along1[k - 1], along1[k], along2[i - 1], along2[i]));
            }
        }
        this.boxes = List.copyOf(cut);
    }

    private static int[] cuts(PaddedGrid grid, int axis) {
        int end = grid.count(axis);
        if (axis == grid.dimensions()) {
            return new int[] {0, end};
        }
        int margin = grid.cells() + grid.radius();
        int inner = end - 2 * margin;
        if (inner <= 0) {
            return new int[] {0, end};
        }
        int most = axis == 1 ? ROWS : PLANES;
        int pieces = Math.min((inner + most - 1) / most, mostPieces(grid));
        int[] cuts = new int[pieces + 3];
        for (int p = 0; p <= pieces; p++) {
            cuts[p + 1] = margin + (int) ((long) inner * p / pieces);
        }
        cuts[pieces + 2] = end;
        return cuts;
    }

    /** Along one axis, without those in layers: a step of all tiles must not have more than a crew can count. */
    private static int mostPieces(PaddedGrid grid) {
        return (grid.dimensions() == 2 ? Crew.MOST_BLOCKS : (int) Math.sqrt(Crew.MOST_BLOCKS)) - 2;
    }

    /** How many pieces. */
    int count() {
        return boxes.size();
    }

    Box box(int tile) {
        return boxes.get(tile);
    }

    /** The piece that holds a row. */
    int holding(int i1, int i2) {
        for (int tile = 0; tile < boxes.size(); tile++) {
            Box box = boxes.get(tile);
            if (i1 >= box.from1() && i1 < box.to1() && i2 >= box.from2() && i2 < box.to2()) {
                return tile;
            }
        }
        throw new IllegalArgumentException("no tile holds row (" + i1 + ", " + i2 + ")");
    }
}
