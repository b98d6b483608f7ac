package org.rote.plugins.diagnostic.memorization;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.rote.numerics.MemorizedScore;
import org.rote.numerics.TrainingModels;
import org.rote.spi.RunExecutor;

/**
 * The excess entropy of a training set by Monte Carlo, whatever its distribution is. A training model with noise, X = x_n + σ z, is told from the others by its own bell: with r its responsibility for X,
 *
 * <pre>
 *   log (1 − r)/r = log 1/N Σ_{m≠n} N(X; x_m, σ² I) − log 1/N N(X; x_n, σ² I)
 * </pre>
 *
 * <p>is d f with the entropy of the population estimated from the other training models; the collapse is where the own bell outweighs all others. The median over n and z is taken, as a mean would be one of the few that double precision cannot hold.
 */
final class NoisyModels {

    private final TrainingModels models;
    private final MemorizedScore score;
    private final int size;
    private final int[] chosen;
    private final double[] normals;

    /**
     * Draws the noise, which is the same at every level.
     *
     * @param models at least three
     * @param size numbers in one model
     * @param states how many noisy models
     */
    NoisyModels(TrainingModels models, int size, int states, RandomGenerator random, RunExecutor executor) {
        this.models = models;
        double[] logWeights = new double[models.count()];
        Arrays.setAll(logWeights, models::logWeight);
        this.score = new MemorizedScore(models.matrix(), logWeights, executor);
        this.size = size;
        this.chosen = new int[states];
        Arrays.setAll(chosen, k -> (int) ((long) k * models.count() / states));
        this.normals = new double[Math.multiplyExact(states, size)];
        Arrays.setAll(normals, i -> random.nextGaussian());
    }

    /** f d / log N at a noise level; −∞ where the others are nothing beside the own bell. */
    double excess(double sigma) {
        double[] states = new double[normals.length];
        double[] model = new double[size];
        for (int k = 0; k < chosen.length; k++) {
            models.atom(chosen[k], model);
            for (int i = 0; i < size; i++) {
                states[k * size + i] = model[i] + sigma * normals[k * size + i];
            }
        }
        int count = models.count();
        double[] responsibilities = new double[Math.multiplyExact(chosen.length, count)];
        score.responsibilities(states, chosen.length, sigma, responsibilities);
        double[] odds = new double[chosen.length];
        Arrays.setAll(odds, k -> logOdds(responsibilities, k * count, chosen[k]));
        Arrays.sort(odds);
        return (odds[(odds.length - 1) / 2] + odds[odds.length / 2]) / 2 / Math.log(count);
    }

    private double logOdds(double[] responsibilities, int at, int own) {
        double others = 0;
        for (int n = 0; n < models.count(); n++) {
            others += n == own ? 0 : responsibilities[at + n];
        }
        return Math.log(others) - Math.log(responsibilities[at + own]);
    }
}
