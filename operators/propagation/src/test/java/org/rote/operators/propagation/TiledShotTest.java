package org.rote.operators.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rote.operators.propagation.kernels.KernelProvider;
import org.rote.operators.survey.Position;
import org.rote.operators.survey.Shot;

final class TiledShotTest {

    private static final PaddedGrid GRID =
            new PaddedGrid(new int[] {20, 20}, new double[] {10, 10}, Differences.EIGHTH, 5, false);

    private static Shot shot(double x, double... receivers) {
        return new Shot(
                new Position(x, 30),
                Arrays.stream(receivers).mapToObj(r -> new Position(r, 15)).toList());
    }

    @Test
    void shotsWithTheSameReceiversShareTheirPoints() {
        List<PlacedShot> placed = PlacedShot.all(GRID, List.of(shot(10, 5, 35), shot(50, 5, 35), shot(90, 5, 36)));
        assertThat(placed.get(1).receivers()).isSameAs(placed.get(0).receivers());
        assertThat(placed.get(2).receivers().nodes())
                .isNotEmpty()
                .isNotSameAs(placed.get(0).receivers().nodes());

        List<TiledShot> tiled = TiledShot.all(SteppingSpace.of(GRID, KernelProvider.chosen()), placed);
        assertThat(tiled.get(1).feedingBack()).isSameAs(tiled.get(0).feedingBack());
        assertThat(tiled.get(2).feedingBack()).isNotSameAs(tiled.get(0).feedingBack());
        assertThat(tiled.get(1).feeding()).isNotSameAs(tiled.get(0).feeding());
    }
}
