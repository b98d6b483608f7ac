package org.rote.testkit;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.rote.spi.Components;
import org.rote.spi.Covariance;
import org.rote.spi.DifferentiableDensity;
import org.rote.spi.Drawable;
import org.rote.spi.NoisyScore;
import org.rote.spi.Prior;
import org.rote.spi.Space;

/**
 * A Gaussian mixture Σ_n w_n N(μ_n, C_n) that offers everything a prior can have except atoms, each by its formula, for tests of samplers and
 * diagnostics. Written for clarity, not for speed. Immutable.
 */
public final class MixturePrior implements Prior, Components, DifferentiableDensity, NoisyScore, Drawable {

    private final Space space;
    private final double[] weights;
    private final double[][] means;
    private final Covariance[] covariances;

    /**
     * Takes the components.
     *
     * @param weights w_n, positive; divided by their sum
     * @param means μ_n, all of one length
     * @param covariances C_n, as many as means
     */
    public MixturePrior(double[] weights, double[][] means, Covariance[] covariances) {
        if (weights.length != means.length || weights.length != covariances.length) {
            throw new IllegalArgumentException(
                    "weights=" + weights.length + ", means=" + means.length + ", covariances=" + covariances.length);
        }
        double sum = Arrays.stream(weights).sum();
        this.space = Space.vector(means[0].length);
        this.weights = Arrays.stream(weights).map(weight -> weight / sum).toArray();
        this.means = Arrays.stream(means).map(double[]::clone).toArray(double[][]::new);
        this.covariances = covariances.clone();
    }

    /**
     * One Gaussian.
     *
     * @param mean its mean
     * @param covariance its covariance
     * @return the prior
     */
    public static MixturePrior gaussian(double[] mean, Covariance covariance) {
        return new MixturePrior(new double[] {1}, new double[][] {mean}, new Covariance[] {covariance});
    }

    @Override
    public Space space() {
        return space;
    }

    @Override
    public int count() {
        return weights.length;
    }

    @Override
    public double logWeight(int n) {
        return Math.log(weights[n]);
    }

    @Override
    public void mean(int n, double[] out) {
        System.arraycopy(means[n], 0, out, 0, space.size());
    }

    @Override
    public Covariance covariance(int n) {
        return covariances[n];
    }

    @Override
    public double logDensity(double[] x) {
        return ClosedForm.logDensity(this, 0, space.size()).applyAsDouble(x);
    }

    @Override
    public void score(double[] x, double[] out) {
        System.arraycopy(score(x, covariances), 0, out, 0, out.length);
    }

    @Override
    public void scores(double[] states, int count, double sigma, double[] out) {
        int size = space.size();
        Covariance[] noisy = new Covariance[covariances.length];
        Arrays.setAll(noisy, n -> covariances[n].plusIsotropic(sigma * sigma));
        for (int k = 0; k < count; k++) {
            double[] state = Arrays.copyOfRange(states, k * size, (k + 1) * size);
            System.arraycopy(score(state, noisy), 0, out, k * size, size);
        }
    }

    /** Σ_n r_n C_n⁻¹ (μ_n − x), r_n the responsibility of component n for x. */
    private double[] score(double[] x, Covariance[] covariances) {
        double[] logs = new double[weights.length];
        Arrays.setAll(logs, n -> logWeight(n) + ClosedForm.logNormal(x, means[n], covariances[n]));
        double total = Vectors.logSumExp(logs);
        double[] sum = new double[x.length];
        double[] pull = new double[x.length];
        for (int n = 0; n < weights.length; n++) {
            covariances[n].solve(Vectors.minus(means[n], x), pull);
            sum = Vectors.plus(sum, Math.exp(logs[n] - total), pull);
        }
        return sum;
    }

    @Override
    public void draw(RandomGenerator random, double[] out) {
        int n = ClosedForm.choose(weights, random.nextDouble());
        covariances[n].root(Vectors.normal(random, covariances[n].rootSize()), out);
        for (int i = 0; i < space.size(); i++) {
            out[i] += means[n][i];
        }
    }
}
