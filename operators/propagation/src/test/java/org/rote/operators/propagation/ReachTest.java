package org.rote.operators.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rote.operators.survey.Position;
import org.rote.operators.survey.Shot;

/** What steps leave out must not be heard: in the fastest medium there can be, and where the wave is slower than that. */
final class ReachTest {

    private static final int SAMPLES = 300;

    /** Relative to the largest value: sums of single precision over some hundred steps. */
    private static final double ROUNDING = 2e-6;

    private static final PaddedGrid GRID =
            new PaddedGrid(new int[] {150, 160}, new double[] {10, 10}, Differences.EIGHTH, 10, false);

    private static SmallShot shot(double velocity, boolean reach) {
        double[] model = new double[GRID.modelSize()];
        Arrays.fill(model, 1 / (velocity * velocity));
        model[0] = 1 / (SmallShot.FASTEST * SmallShot.FASTEST);
        Shot shot = new Shot(new Position(300, 200), List.of(new Position(905, 203), new Position(620, 20)));
        return new SmallShot(GRID, model, shot, SAMPLES, reach);
    }

    @ParameterizedTest
    @ValueSource(doubles = {SmallShot.FASTEST, SmallShot.FASTEST / 2})
    void leavesOutMuchThatIsNotHeard(double velocity) {
        SmallShot all = shot(velocity, false);
        SmallShot reached = shot(velocity, true);
        long worked = reached.waves.boxes().stream().mapToLong(Box::size).sum();
        assertThat(worked).isLessThan((SAMPLES - 1) * Box.all(GRID).size() * 6 / 10);

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
