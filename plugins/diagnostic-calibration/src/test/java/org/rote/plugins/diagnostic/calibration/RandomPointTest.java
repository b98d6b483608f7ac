package org.rote.plugins.diagnostic.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Draws N(0, s²) in d dimensions and truths N(0, 1). */
final class RandomPointTest {

    private static final long SEED = 20261126;
    private static final int DRAWS = 200;
    private static final int TRIALS = 1000;

    private final SplittableRandom random = new SplittableRandom(SEED);

    private double[] point(int dimension, double deviation) {
        return IntStream.range(0, dimension)
                .mapToDouble(i -> deviation * random.nextGaussian())
                .toArray();
    }

    private double[] ranks(int dimension, double deviation) {
        Quantities.Group group = new Quantities.Group("coordinates", 0, dimension);
        return IntStream.range(0, TRIALS)
                .mapToDouble(t -> {
                    List<double[]> rows = new ArrayList<>();
                    for (int k = 0; k < DRAWS; k++) {
                        rows.add(point(dimension, deviation));
                    }
                    return RandomPoint.rank(rows, point(dimension, 1), group, random);
                })
                .toArray();
    }

    @Test
    void isUniformWhereDrawsAreOfTheDistributionOfTheTruth() {
        UniformBand band = new UniformBand(TRIALS);
        assertThat(band.probability(ranks(1, 1))).as("seed %d", SEED).isGreaterThan(0.001);
        assertThat(band.probability(ranks(20, 1))).isGreaterThan(0.001);
    }

    /** The mean rank is the probability that a draw is nearer to the point than the truth. */
    @Test
    void hasTheMeanOfTheIntegralOnALine() {
        double deviation = 0.5;
        double mean = Arrays.stream(ranks(1, deviation)).average().orElseThrow();
        // a uniform rank has the standard deviation 0.29, the mean of 1000 of them 0.009
        assertThat(mean).as("seed %d", SEED).isCloseTo(nearer(deviation), Offset.offset(0.04));
    }

    /** P(|x − r| < |t − r|) with r and x of deviation s and t of 1, by quadrature over r and t. */
    private static double nearer(double s) {
        double sum = 0;
        double weights = 0;
        for (double r = -6 * s; r <= 6 * s; r += 0.02 * s) {
            for (double t = -6; t <= 6; t += 0.02) {
                double weight = Math.exp(-0.5 * (r / s) * (r / s) - 0.5 * t * t);
                double reach = Math.abs(t - r);
                sum += weight * (normal((r + reach) / s) - normal((r - reach) / s));
                weights += weight;
            }
        }
        return sum / weights;
    }

    /** Φ by Simpson's rule from 0. */
    private static double normal(double x) {
        double to = Math.max(-8, Math.min(8, x));
        int steps = 40;
        double h = to / steps;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double u = i * h;
            sum += (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2) * Math.exp(-0.5 * u * u);
        }
        return 0.5 + sum * h / 3 / Math.sqrt(2 * Math.PI);
    }

    @Test
    void seesAWrongWidthTheMoreUnknownsThereAre() {
        double[] narrow = ranks(20, 0.5);
        assertThat(Arrays.stream(narrow).average().orElseThrow())
                .as("seed %d", SEED)
                .isGreaterThan(0.98);
        assertThat(Arrays.stream(ranks(20, 2)).average().orElseThrow()).isLessThan(0.1);
    }
}
