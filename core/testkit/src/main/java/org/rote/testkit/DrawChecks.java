package org.rote.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.rote.spi.DifferentiableDensity;
import org.rote.spi.Drawable;

/** Holds averages over draws from a prior against what they must be. */
final class DrawChecks {

    private static final int DRAWS = 4000;
    // Draws are kept while they are looked at from several sides: 160 MB.
    private static final int KEPT_NUMBERS = 20_000_000;
    private static final int DIRECTIONS = 6;
    // of means and variances that are sums of up to some ten thousand numbers
    private static final double ROUNDING = 1e-9;

    private final List<double[]> draws;
    private final PriorSamples known;
    private final double[] centre;
    private final RandomGenerator random;
    private final Compare compare;

    DrawChecks(Drawable prior, PriorSamples known, RandomGenerator random, Compare compare) {
        this.known = known;
        this.centre = known.mean();
        this.random = random;
        this.compare = compare;
        this.draws = Stream.generate(() -> draw(prior, random))
                .limit(Math.min(DRAWS, KEPT_NUMBERS / centre.length))
                .toList();
    }

    private double[] draw(Drawable prior, RandomGenerator random) {
        double[] out = Vectors.poisoned(centre.length);
        prior.draw(random, out);
        return out;
    }

    void haveTheMeanAndTheVariancesOfTheClosedForm() {
        for (double[] v : directions()) {
            Average mean = new Average();
            Average variance = new Average();
            for (double[] x : draws) {
                double deviation = Vectors.dot(v, Vectors.minus(x, centre));
                mean.add(deviation);
                variance.add(deviation * deviation);
            }
            double rounding = ROUNDING * Vectors.scale(centre);
            mean.verify("draws along a direction, less the mean of the closed form", 0, rounding, compare);
            variance.verify("variance of draws along a direction", known.variance(v), rounding, compare);
        }
    }

    /** By integration by parts, E[s(x)] = 0 and E[(v·s(x)) (v·(x − c))] = −‖v‖² for draws from the density with score s. */
    void haveTheScoreOfTheDensity(DifferentiableDensity density) {
        double[] score = new double[centre.length];
        for (double[] v : directions()) {
            Average slope = new Average();
            Average product = new Average();
            for (double[] x : draws) {
                density.score(x, score);
                slope.add(Vectors.dot(v, score));
                product.add(Vectors.dot(v, score) * Vectors.dot(v, Vectors.minus(x, centre)));
            }
            slope.verify("v·score(x)", 0, 0, compare);
            product.verify("(v·score(x)) (v·(x − c)), which is −1 for draws from the density", -1, 0, compare);
        }
    }

    /** Unit vectors: random ones, and the first coordinates. */
    private List<double[]> directions() {
        List<double[]> directions = new ArrayList<>();
        for (int k = 0; k < DIRECTIONS; k++) {
            double[] v = Vectors.normal(random, centre.length);
            directions.add(Vectors.times(1 / Vectors.norm(v), v));
            double[] unit = new double[centre.length];
            unit[k % centre.length] = 1;
            directions.add(unit);
        }
        return directions;
    }
}
