package org.rote.plugins.diagnostic.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LogisticClassifierTest {

    private static final long SEED = 20261107;
    private static final int COUNT = 2000;

    private final SplittableRandom random = new SplittableRandom(SEED);

    /** Every second point of a sample of another shift and width, and how many fresh ones a trained classifier gets right. */
    private double accuracy(double shift, double width) {
        double[][] points = new double[2 * COUNT][];
        boolean[] labels = new boolean[2 * COUNT];
        for (int k = 0; k < 2 * COUNT; k++) {
            labels[k] = k % 2 == 0;
            points[k] = labels[k]
                    ? new double[] {shift + width * random.nextGaussian(), random.nextGaussian()}
                    : new double[] {random.nextGaussian(), random.nextGaussian()};
        }
        LogisticClassifier classifier = LogisticClassifier.trained(
                java.util.Arrays.copyOf(points, COUNT), java.util.Arrays.copyOf(labels, COUNT));
        long right = IntStream.range(COUNT, 2 * COUNT)
                .filter(k -> classifier.label(points[k]) == labels[k])
                .count();
        return (double) right / COUNT;
    }

    @Test
    void isAsGoodAsTheBestRuleWhereThatIsKnown() {
        // Φ(1) for a shift by two deviations; three standard errors are 0.025
        assertThat(accuracy(2, 1)).as("seed %d", SEED).isBetween(0.81, 0.87);
        // twice as wide: borders at ±1.36, ½ (2 Φ(1.36) − 1) + 1 − Φ(0.68) = 0.661
        assertThat(accuracy(0, 2)).as("seed %d", SEED).isBetween(0.63, 0.70);
    }

    @Test
    void guessesWhereThereIsNothingToTell() {
        assertThat(accuracy(0, 1)).as("seed %d", SEED).isBetween(0.465, 0.535);
    }

    @Test
    void separatesWhatIsApartWithoutRunningAway() {
        assertThat(accuracy(100, 1)).as("seed %d", SEED).isEqualTo(1);
    }
}
