package org.rote.testkit;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.rote.spi.Components;
import org.rote.spi.Covariance;
import org.rote.spi.DenoiserJacobian;
import org.rote.spi.DifferentiableDensity;
import org.rote.spi.Drawable;
import org.rote.spi.NoisyScore;
import org.rote.spi.Prior;
import org.rote.spi.Space;

/**
 * A Gaussian mixture Σ_n w_n N(μ_n, C_n) that offers everything a prior can have except atoms, each by its formula, for tests of samplers and
 * diagnostics. Written for clarity, not for speed. Immutable.
 */
public final class MixturePrior
        implements Prior, Components, DifferentiableDensity, NoisyScore, DenoiserJacobian, Drawable {

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
        Covariance[] noisy = noisy(sigma);
        for (int k = 0; k < count; k++) {
            double[] state = Arrays.copyOfRange(states, k * size, (k + 1) * size);
            System.arraycopy(score(state, noisy), 0, out, k * size, size);
        }
    }

    private Covariance[] noisy(double sigma) {
        return Arrays.stream(covariances)
                .map(covariance -> covariance.plusIsotropic(sigma * sigma))
                .toArray(Covariance[]::new);
    }

    /** Σ_n r_n s_n with s_n = C_n⁻¹ (μ_n − x), r_n the responsibility of component n for x. */
    private double[] score(double[] x, Covariance[] covariances) {
        double[] responsibilities = responsibilities(x, covariances);
        double[] sum = new double[x.length];
        for (int n = 0; n < weights.length; n++) {
            sum = Vectors.plus(sum, responsibilities[n], solved(covariances[n], Vectors.minus(means[n], x)));
        }
        return sum;
    }

    private double[] responsibilities(double[] x, Covariance[] covariances) {
        double[] logs = new double[weights.length];
        Arrays.setAll(logs, n -> logWeight(n) + ClosedForm.logNormal(x, means[n], covariances[n]));
        double total = Vectors.logSumExp(logs);
        return Arrays.stream(logs).map(log -> Math.exp(log - total)).toArray();
    }

    private static double[] solved(Covariance covariance, double[] v) {
        double[] out = new double[v.length];
        covariance.solve(v, out);
        return out;
    }

    @Override
    public void products(double[] states, double[] directions, int count, double sigma, double[] out) {
        int size = space.size();
        Covariance[] noisy = noisy(sigma);
        for (int k = 0; k < count; k++) {
            double[] state = Arrays.copyOfRange(states, k * size, (k + 1) * size);
            double[] v = Arrays.copyOfRange(directions, k * size, (k + 1) * size);
            double[] product = Vectors.plus(v, sigma * sigma, hessian(state, v, noisy));
            System.arraycopy(product, 0, out, k * size, size);
        }
    }

    /** ∇² log p v = Σ_n r_n (s_n (s_n·v) − C_n⁻¹ v) − s (s·v). */
    private double[] hessian(double[] x, double[] v, Covariance[] covariances) {
        double[] responsibilities = responsibilities(x, covariances);
        double[] score = score(x, covariances);
        double[] sum = Vectors.times(-Vectors.dot(score, v), score);
        for (int n = 0; n < weights.length; n++) {
            double[] pull = solved(covariances[n], Vectors.minus(means[n], x));
            sum = Vectors.plus(sum, responsibilities[n] * Vectors.dot(pull, v), pull);
            sum = Vectors.plus(sum, -responsibilities[n], solved(covariances[n], v));
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
