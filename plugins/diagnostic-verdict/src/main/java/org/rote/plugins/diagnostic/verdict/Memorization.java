package org.rote.plugins.diagnostic.verdict;

import static org.rote.plugins.diagnostic.verdict.Probabilities.FALSE_ALARMS;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * Whether draws owe more to training models than models that were never seen do. Scores are those of {@link TrainingModels}, tests those of {@link Probabilities}.
 *
 * <ul>
 *   <li><b>copies</b>: a quarter of the draws is closer to single training models than the null;
 *   <li><b>averages</b>: a quarter of the draws is nearer to the hull of the training set than the null, and than the null would be if it were moved to the mean of the draws and narrowed to their spread, as a narrow cloud near the middle of the training set is always near its hull;
 *   <li><b>not copies</b>: nine in ten draws are further from single training models than loose copies, training models with a third of the distance added at which a model of the null lies, in the directions in which training models differ;
 *   <li><b>truth</b>: where it is known, copies or averages also when compared with the null moved to the truth and narrowed to the draws' spread. A right posterior around a truth that is itself close to training models is not memorized.
 * </ul>
 *
 * @param nulls how many points the null has
 * @param copyProbability p-value of "no copies"; 0 where a quarter of the draws equals training models to six digits and nothing else does
 * @param looseProbability p-value of "loose copies"
 * @param averageProbability p-value of "no averages", the larger one of both comparisons
 * @param nearHull whether the first of both comparisons alone would say averages
 * @param inside share of draws that lie in the hull
 * @param truthProbability p-value of what stands out, beside the truth; empty where nothing stands out or no truth is known
 * @param closeness median score of the draws
 * @param nullCloseness median score of the null
 * @param looseCloseness median score of loose copies
 * @param hullRatio median score of the draws
 * @param nullHullRatio median score of the null
 */
record Memorization(
        int nulls,
        double copyProbability,
        double looseProbability,
        double averageProbability,
        boolean nearHull,
        double inside,
        OptionalDouble truthProbability,
        double closeness,
        double nullCloseness,
        double looseCloseness,
        double hullRatio,
        double nullHullRatio) {

    /** The share of draws that must stand out. */
    static final double STANDING_OUT = 0.25;

    /** The share of draws that must be no copies. */
    private static final double CLEAR = 0.9;

    /** Of the typical distance to the nearest training model: the same third that tells copies in Yoon et al. (2023). */
    private static final double LOOSE = 1 / 3.0;

    private static final int LOOSE_COPIES = 400;

    /** Points that hull ratios are taken of: they cost the most. */
    private static final int MOST_IN_HULL = 200;

    boolean isCopied() {
        return copyProbability <= FALSE_ALARMS;
    }

    boolean isAveraged() {
        return averageProbability <= FALSE_ALARMS;
    }

    /** Whether a right posterior around this truth would look the same. */
    boolean isExcused() {
        return truthProbability.isPresent() && truthProbability.getAsDouble() > FALSE_ALARMS;
    }

    boolean isMemorized() {
        return (isCopied() || isAveraged()) && !isExcused();
    }

    /** Whether averages of training models, of which one draw in ten is one, would look like this. */
    boolean isInside() {
        return inside > 1 - CLEAR;
    }

    /** Whether memorized draws, all or one in ten of them, might look like this. */
    boolean isPossible() {
        return isCopied()
                || nearHull
                || looseProbability > FALSE_ALARMS
                || isInside()
                || nulls < Probabilities.leastNulls(STANDING_OUT);
    }

    /**
     * Carries out the tests.
     *
     * @param training at least three models
     * @param heldOut the null, or empty for training models each left out
     * @param draws at least one
     * @param truth the truth, if known
     * @param random for loose copies
     * @return what came out
     */
    static Memorization of(
            TrainingModels training,
            Optional<double[][]> heldOut,
            double[][] draws,
            Optional<double[]> truth,
            RandomGenerator random) {
        int leftOut = Math.min(training.count(), LOOSE_COPIES);
        double[][] nulls = heldOut.orElseGet(() -> first(training, leftOut));
        double[] nullCloseness = heldOut.map(training::closeness).orElseGet(() -> training.closenessOfOthers(leftOut));
        double[] nullHull = heldOut.map(training::hullRatios).orElseGet(() -> training.hullRatiosOfOthers(leftOut));
        double[] closeness = training.closeness(draws);
        double[][] some = Points.spread(draws, MOST_IN_HULL);
        double[] hull = training.hullRatios(some);
        double[] loose = training.closeness(looseCopies(training, nulls, random));

        double copy = areSame(closeness, nullCloseness) ? 0 : standsOut(closeness, nullCloseness);
        double near = standsOut(hull, nullHull);
        double alike = near > FALSE_ALARMS
                ? near
                : standsOut(hull, training.hullRatios(Points.moved(nulls, Points.mean(draws), draws)));
        OptionalDouble besideTruth = OptionalDouble.empty();
        boolean isCopied = copy <= FALSE_ALARMS;
        if (truth.isPresent() && (isCopied || Math.max(near, alike) <= FALSE_ALARMS)) {
            double[][] around = Points.moved(nulls, truth.get(), draws);
            besideTruth = OptionalDouble.of(
                    isCopied
                            ? standsOut(closeness, training.closeness(around))
                            : standsOut(hull, training.hullRatios(around)));
        }
        return new Memorization(
                nulls.length,
                copy,
                Probabilities.merged(Probabilities.high(closeness, loose), CLEAR),
                Math.max(near, alike),
                near <= FALSE_ALARMS,
                Arrays.stream(hull).filter(ratio -> ratio == 0).count() / (double) hull.length,
                besideTruth,
                Probabilities.median(closeness),
                Probabilities.median(nullCloseness),
                Probabilities.median(loose),
                Probabilities.median(hull),
                Probabilities.median(nullHull));
    }

    private static double[][] first(TrainingModels training, int count) {
        double[][] models = new double[count][];
        Arrays.setAll(models, training::model);
        return models;
    }

    private static double standsOut(double[] scores, double[] nulls) {
        return Probabilities.merged(Probabilities.low(scores, nulls), STANDING_OUT);
    }

    private static boolean areSame(double[] scores, double[] nulls) {
        return Arrays.stream(scores).filter(score -> score == 0).count() >= STANDING_OUT * scores.length
                && Arrays.stream(nulls).noneMatch(score -> score == 0);
    }

    private static double[][] looseCopies(TrainingModels training, double[][] nulls, RandomGenerator random) {
        double length = LOOSE * Probabilities.median(training.distances(nulls));
        double[][] copies = new double[LOOSE_COPIES][];
        for (int k = 0; k < copies.length; k++) {
            double[] copy = training.model(random.nextInt(training.count())).clone();
            double[] one = training.model(random.nextInt(training.count()));
            double[] other = training.model(random.nextInt(training.count()));
            double apart = Points.distance(one, other);
            for (int i = 0; i < copy.length && apart > 0; i++) {
                copy[i] += length * (one[i] - other[i]) / apart;
            }
            copies[k] = copy;
        }
        return copies;
    }
}
