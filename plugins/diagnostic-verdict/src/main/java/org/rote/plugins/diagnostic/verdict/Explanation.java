package org.rote.plugins.diagnostic.verdict;

import java.util.random.RandomGenerator;
import org.rote.spi.Likelihood;
import org.rote.spi.RunExecutor;
import org.rote.spi.Streams;

/**
 * Whether models explain the data: for each, the share of data drawn from it, noise and all, that it explains no better than those observed. Twice their mean is the probability that a right posterior explains its data no better, at most (Meng, 1994).
 *
 * @param misfit median over the models of 2 (log p(y | y) − log p(y | F(x))) over the number of data, the normalised squared residual where noise is Gaussian
 * @param probability p-value of "the data were made by a draw of this posterior"
 * @param best the least misfit
 * @param bestProbability share of drawn data that the model of the least misfit explains no better
 */
record Explanation(double misfit, double probability, double best, double bestProbability) {

    /** Data drawn, over all models; enough for p-values of half a false alarm. */
    private static final int SIMULATIONS = 999;

    boolean isMissing() {
        return probability <= Probabilities.FALSE_ALARMS;
    }

    boolean isMissingAtBest() {
        return bestProbability <= Probabilities.FALSE_ALARMS;
    }

    /**
     * Asks some models.
     *
     * @param likelihood what was observed, and how
     * @param models points of the posterior's space, at least one
     * @param streams for noise
     * @param executor for forward evaluations, one for each model
     * @return what came out
     */
    static Explanation of(Likelihood likelihood, double[][] models, Streams streams, RunExecutor executor) {
        double[] data = likelihood.data();
        double[] logs = new double[models.length];
        double[] shares = new double[models.length];
        int each = Math.max(1, SIMULATIONS / models.length);
        executor.forEach(models.length, k -> {
            double[] predicted = new double[data.length];
            likelihood.mapping().forward(models[k], predicted);
            logs[k] = likelihood.noise().logDensity(data, predicted);
            shares[k] = share(likelihood, predicted, logs[k], each, streams.random("noise", k));
        });
        double perfect = likelihood.noise().logDensity(data, data);
        double[] misfits = new double[models.length];
        int best = 0;
        double sum = 0;
        for (int k = 0; k < models.length; k++) {
            misfits[k] = 2 * (perfect - logs[k]) / data.length;
            best = logs[k] > logs[best] ? k : best;
            sum += shares[k];
        }
        int drawn = each * models.length;
        return new Explanation(
                Probabilities.median(misfits),
                Math.min(1, 2 * (sum * each + 1) / (drawn + 1)),
                misfits[best],
                bestShare(likelihood, models[best], logs[best], streams));
    }

    private static double bestShare(Likelihood likelihood, double[] model, double log, Streams streams) {
        double[] predicted = new double[likelihood.data().length];
        likelihood.mapping().forward(model, predicted);
        double share = share(likelihood, predicted, log, SIMULATIONS, streams.random("best", 0));
        return (share * SIMULATIONS + 1) / (SIMULATIONS + 1);
    }

    /** Of data drawn from a prediction, those that are no more probable than the observed ones. */
    private static double share(
            Likelihood likelihood, double[] predicted, double log, int number, RandomGenerator random) {
        double[] drawn = new double[predicted.length];
        int count = 0;
        for (int i = 0; i < number; i++) {
            likelihood.noise().draw(predicted, random, drawn);
            count += likelihood.noise().logDensity(drawn, predicted) <= log ? 1 : 0;
        }
        return (double) count / number;
    }
}
