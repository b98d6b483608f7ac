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
    @CsvSource({"FOURTH, 300, 50", "FOURTH, 50, 550", "SIXTEENTH, 300, 50", "SIXTEENTH, 50, 550"})
    void sendsNextToNothingBackAtOtherOrders(Differences differences, double z, double toZ) {
        Position from = new Position(50, z);
        Position to = new Position(550, toZ);
        Position shift = new Position(FARTHER * 10, FARTHER * 10);
        Survey bounded = Survey.of(List.of(NODES, NODES), 10, 15, 1, new Shot(from, List.of(to)));
        int large = NODES + 2 * FARTHER;
        Survey free = Survey.of(List.of(large, large), 10, 15, 1, new Shot(from.plus(shift), List.of(to.plus(shift))));
        assertThat(reflected(bounded.withDifferences(differences), free.withDifferences(differences)))
                .isLessThan(REFLECTED);
    }

    /** In space: through the middle of the layers, and from corner to corner. */
    @ParameterizedTest
    @CsvSource({"FOURTH, 10, 140", "EIGHTH, 10, 140", "SIXTEENTH, 70, 70"})
    void sendsNextToNothingBackInSpace(Differences differences, double y, double toY) {
        Position from = new Position(20, y, 20);
        Position to = new Position(130, toY, 130);
        Position shift = new Position(200, 200, 200);
        Survey bounded = Survey.of(List.of(16, 16, 16), 10, 15, 0.24, new Shot(from, List.of(to)));
        Survey free = Survey.of(List.of(56, 56, 56), 10, 15, 0.24, new Shot(from.plus(shift), List.of(to.plus(shift))));
        assertThat(reflected(bounded.withDifferences(differences), free.withDifferences(differences)))
                .isLessThan(REFLECTED);
    }

    @ParameterizedTest
    @CsvSource({"300, 300, 550, 300", "300, 300, 550, 50", "50, 50, 550, 50", "50, 50, 50, 550", "50, 50, 100, 100"})
    void sendsNextToNothingBack(double fromX, double fromZ, double toX, double toZ) {
        Position from = new Position(fromX, fromZ);
        Position to = new Position(toX, toZ);
        double spacing = 10;
        Position shift = new Position(FARTHER * spacing, FARTHER * spacing);
        Survey bounded = Survey.of(List.of(NODES, NODES), spacing, 15, 1, new Shot(from, List.of(to)));
        int large = NODES + 2 * FARTHER;
        Survey free =
                Survey.of(List.of(large, large), spacing, 15, 1, new Shot(from.plus(shift), List.of(to.plus(shift))));
        assertThat(reflected(bounded, free)).isLessThan(REFLECTED);
    }

    private static double reflected(Survey boundedSurvey, Survey freeSurvey) {
        double[] bounded = boundedSurvey.data(VELOCITY);
        double[] free = freeSurvey.data(VELOCITY);
        double reflected = 0;
        double direct = 0;
        for (int i = 0; i < free.length; i++) {
            reflected = Math.max(reflected, Math.abs(bounded[i] - free[i]));
            direct = Math.max(direct, Math.abs(free[i]));
        }
        return reflected / direct;
    }
}
