package org.rote.operators.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rote.operators.survey.Position;
import org.rote.operators.survey.Shot;

/** What steps leave out must not be heard: in the fastest medium there can be, and where the wave is slower than that. */
final class ReachTest {

    private static final int SAMPLES = 300;

    /** Part of all nodes at all steps. */
    private static final double WORKED = 0.6;

    /** Relative to the largest value: sums of single precision over some hundred steps. */
    private static final double ROUNDING = 2e-6;

    private static final Shot IN_PLANE =
            new Shot(new Position(300, 200), List.of(new Position(905, 203), new Position(620, 20)));

    /** Steps of 1.5 ms at 3 000 m/s are stable on it, as on grids of 10 m in planes. */
    private static final PaddedGrid SPACE =
            new PaddedGrid(new int[] {24, 20, 110}, new double[] {11, 11, 11}, Differences.EIGHTH, 4, false);

    private static final Shot IN_SPACE =
            new Shot(new Position(80, 110, 120), List.of(new Position(490.5, 83, 103), new Position(420, 120, 20)));

    private static PaddedGrid plane(Differences differences) {
        return new PaddedGrid(new int[] {150, 160}, new double[] {10, 10}, differences, 10, false);
    }

    private static SmallShot shot(PaddedGrid grid, Shot shot, int samples, double velocity, boolean reach) {
        double[] model = new double[grid.modelSize()];
        Arrays.fill(model, 1 / (velocity * velocity));
        model[0] = 1 / (SmallShot.FASTEST * SmallShot.FASTEST);
        return new SmallShot(grid, model, shot, samples, reach);
    }

    @ParameterizedTest
    @CsvSource({"FOURTH, 3000", "FOURTH, 1500", "EIGHTH, 3000", "EIGHTH, 1500", "SIXTEENTH, 3000", "SIXTEENTH, 1500"})
    void leavesOutMuchThatIsNotHeard(Differences differences, double velocity) {
        leavesOutMuchThatIsNotHeard(plane(differences), IN_PLANE, SAMPLES, velocity);
    }

    @ParameterizedTest
    @CsvSource({"3000, 150", "2000, 200"})
    void leavesOutMuchThatIsNotHeardInSpace(double velocity, int samples) {
        leavesOutMuchThatIsNotHeard(SPACE, IN_SPACE, samples, velocity);
    }

    private static void leavesOutMuchThatIsNotHeard(PaddedGrid grid, Shot shot, int samples, double velocity) {
        SmallShot all = shot(grid, shot, samples, velocity, false);
        SmallShot reached = shot(grid, shot, samples, velocity, true);
        long worked = reached.waves.boxes().stream().mapToLong(Box::size).sum();
        assertThat((double) worked / ((samples - 1) * Box.all(grid).size())).isLessThan(WORKED);

        float[] traces = all.forward();
        assertThat(difference(traces, reached.forward())).isLessThan(ROUNDING);

        double[] gradient = all.gradient(all.background(), traces);
        double[] less = reached.gradient(reached.background(), traces);
        double worst = 0;
        double largest = 0;
        for (int i = 0; i < gradient.length; i++) {
            worst = Math.max(worst, Math.abs(gradient[i] - less[i]));
            largest = Math.max(largest, Math.abs(gradient[i]));
        }
        assertThat(worst / largest).isLessThan(ROUNDING);
    }

    private static double difference(float[] expected, float[] actual) {
        double worst = 0;
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            worst = Math.max(worst, Math.abs(expected[i] - actual[i]));
            largest = Math.max(largest, Math.abs(expected[i]));
        }
        return worst / largest;
    }
}
