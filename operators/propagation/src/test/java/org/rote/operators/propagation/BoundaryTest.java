package org.rote.operators.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rote.operators.survey.Position;
import org.rote.operators.survey.Shot;

final class BoundaryTest {

    private static final double VELOCITY = 2000;

    /** What comes back, relative to the direct wave: 60 dB are asked for, -78 to -86 dB are measured. */
    private static final double REFLECTED = 2e-4;

    private static final int NODES = 61;
    private static final int FARTHER = 100;

    /** Layers of 20 nodes, at normal and at grazing incidence, against a grid so large that nothing comes back. */
    @ParameterizedTest
    @CsvSource({"300, 300, 550, 300", "300, 300, 550, 50", "50, 50, 550, 50", "50, 50, 50, 550", "50, 50, 100, 100"})
    void sendsNextToNothingBack(double fromX, double fromZ, double toX, double toZ) {
        Position from = new Position(fromX, fromZ);
        Position to = new Position(toX, toZ);
        double spacing = 10;
        Position shift = new Position(FARTHER * spacing, FARTHER * spacing);
        double[] bounded = Survey.of(List.of(NODES, NODES), spacing, 15, 1, new Shot(from, List.of(to)))
                .data(VELOCITY);
        int large = NODES + 2 * FARTHER;
        double[] free = Survey.of(
                        List.of(large, large), spacing, 15, 1, new Shot(from.plus(shift), List.of(to.plus(shift))))
                .data(VELOCITY);
        double reflected = 0;
        double direct = 0;
        for (int i = 0; i < free.length; i++) {
            reflected = Math.max(reflected, Math.abs(bounded[i] - free[i]));
            direct = Math.max(direct, Math.abs(free[i]));
        }
        assertThat(reflected / direct).isLessThan(REFLECTED);
    }
}
