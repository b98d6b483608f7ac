package org.rote.plugins.diagnostic.verdict;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.rote.spi.Diagnostic.Conclusion;
import org.rote.spi.Distribution;
import org.rote.spi.Drawable;
import org.rote.spi.Draws;
import org.rote.spi.Likelihood;
import org.rote.spi.Posterior;
import org.rote.spi.Space;
import org.rote.testkit.AtomPrior;
import org.rote.testkit.DenseOperator;
import org.rote.testkit.InMemoryDataset;
import org.rote.testkit.TestCase;
import org.rote.testkit.WhiteNoise;

/**
 * A study whose truth is known: N training models of a population in 100 dimensions, two Gaussians of equal weight whose standard deviations fall as i^(−3/4), as those of fields do, 8 of the largest apart; data that say nothing, so that the posterior is the population; and samplers that go wrong in known ways.
 */
final class Planted {

    static final int DIMENSION = 100;
    private static final int DRAWS = 200;
    private static final int HELD_OUT = 400;
    private static final int DATA = 10;
    private static final double HALF_APART = 4;

    /** A typical distance between a model and the nearest of 200 others. */
    private static final double NEAR = 1.2;

    private final SplittableRandom random;
    private final double[][] training;

    Planted(int models, long seed) {
        random = new SplittableRandom(seed);
        training = population(models);
    }

    double[][] population(int count) {
        double[][] rows = new double[count][DIMENSION];
        for (double[] row : rows) {
            draw(random, row);
        }
        return rows;
    }

    private static void draw(RandomGenerator random, double[] out) {
        for (int i = 0; i < DIMENSION; i++) {
            out[i] = deviation(i) * random.nextGaussian();
        }
        out[0] += random.nextBoolean() ? HALF_APART : -HALF_APART;
    }

    private static double deviation(int i) {
        return Math.pow(i + 1, -0.75);
    }

    /** (a) Training models with noise of a tenth to a third of the distance at which others lie. */
    double[][] copies() {
        double[][] draws = new double[DRAWS][];
        for (int k = 0; k < DRAWS; k++) {
            double length = NEAR * random.nextDouble(0.1, 0.3);
            draws[k] = training[random.nextInt(training.length)].clone();
            for (int i = 0; i < DIMENSION; i++) {
                draws[k][i] += length * random.nextGaussian() / Math.sqrt(DIMENSION);
            }
        }
        return draws;
    }

    /** (b) The true posterior. */
    double[][] exact() {
        return population(DRAWS);
    }

    /** (c) Averages of three training models. */
    double[][] averages() {
        double[][] draws = new double[DRAWS][];
        for (int k = 0; k < DRAWS; k++) {
            int first = random.nextInt(training.length);
            int step = 1 + random.nextInt(training.length / 3);
            draws[k] = average(first, (first + step) % training.length, (first + 2 * step) % training.length);
        }
        return draws;
    }

    /** (d) Half as far from the mean, 0. */
    double[][] narrow() {
        double[][] draws = population(DRAWS);
        for (double[] draw : draws) {
            Arrays.setAll(draw, i -> draw[i] / 2);
        }
        return draws;
    }

    /** (e) One of both modes. */
    double[][] oneMode() {
        double[][] draws = population(DRAWS);
        for (double[] draw : draws) {
            draw[0] += draw[0] < 0 ? 2 * HALF_APART : 0;
        }
        return draws;
    }

    /** A narrow posterior rightly placed: truth and draws are alike around one centre. */
    double[][] cloud(double[] centre, int count, double width) {
        double[][] draws = new double[count][DIMENSION];
        for (double[] draw : draws) {
            Arrays.setAll(draw, i -> centre[i] + width * deviation(i) * random.nextGaussian());
        }
        return draws;
    }

    double[] average(int... models) {
        double[] average = new double[DIMENSION];
        for (int n : models) {
            for (int i = 0; i < DIMENSION; i++) {
                average[i] += training[n][i] / models.length;
            }
        }
        return average;
    }

    double[] training(int n) {
        return training[n].clone();
    }

    /** The study without a truth and other samplers. */
    TestCase study() {
        double[] data = new double[DATA];
        Arrays.setAll(data, i -> random.nextGaussian());
        return study(data);
    }

    TestCase study(double[] data) {
        Likelihood likelihood = new Likelihood(
                new DenseOperator(new double[data.length][DIMENSION]), new WhiteNoise(data.length, 1), data);
        return TestCase.of(new Posterior(new AtomPrior(training), likelihood));
    }

    /** With another sampler that has the true posterior. */
    TestCase besideTheExact(TestCase subject) {
        return subject.withSiblings(
                TestCase.of(subject.posterior()).named("exact").withSolution(new Exact()));
    }

    Conclusion judged(TestCase subject, double[][] draws) {
        return judged(subject, draws, Optional.of(new InMemoryDataset(Space.vector(DIMENSION), population(HELD_OUT))));
    }

    static Conclusion judged(TestCase subject, double[][] draws, Optional<InMemoryDataset> heldOut) {
        double[] flat = Arrays.stream(draws).flatMapToDouble(Arrays::stream).toArray();
        return subject.examinedBy(
                new Judgement(heldOut.map(set -> set), Optional.empty()), new Draws(draws.length, flat));
    }

    private static final class Exact implements Distribution, Drawable {

        @Override
        public Space space() {
            return Space.vector(DIMENSION);
        }

        @Override
        public void draw(RandomGenerator random, double[] out) {
            Planted.draw(random, out);
        }
    }
}
