package org.rote.operators.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rote.operators.propagation.memory.Crew;

final class TilesTest {

    static int[][] grids() {
        return new int[][] {{16, 600_000}, {8, 9}, {200, 300}, {8, 4000, 9000}, {20, 40, 70}};
    }

    /** Shapes with the fastest axis first. */
    @ParameterizedTest
    @MethodSource("grids")
    void holdEveryRowAndAreNoMoreThanACrewCanCount(int[] shape) {
        double[] spacings = shape.length == 2 ? new double[] {10, 10} : new double[] {10, 10, 10};
        PaddedGrid grid = new PaddedGrid(shape, spacings, Differences.FOURTH, 5, false);

        Tiles tiles = new Tiles(grid);

        assertThat(tiles.count()).isBetween(1, Crew.MOST_BLOCKS);
        long rows = 0;
        for (int tile = 0; tile < tiles.count(); tile++) {
            Box box = tiles.box(tile);
            rows += (long) (box.to1() - box.from1()) * (box.to2() - box.from2());
        }
        assertThat(rows).isEqualTo((long) grid.count(1) * grid.count(2));
    }
}
