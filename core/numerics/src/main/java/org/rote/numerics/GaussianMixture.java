package org.rote.numerics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.random.RandomGenerator;
import org.rote.spi.Atoms;
import org.rote.spi.Components;
import org.rote.spi.Covariance;
import org.rote.spi.DifferentiableDensity;
import org.rote.spi.Distribution;
import org.rote.spi.Drawable;
import org.rote.spi.NoisyScore;
import org.rote.spi.RunExecutor;
import org.rote.spi.Space;

/**
 * p(x) = Σ_n w_n N(x; μ_n, C_n) with everything that follows from it in closed form.
 *
 * <p>With r_n(x) ∝ w_n N(x; μ_n, C_n), Σ_n r_n = 1, the score is Σ_n r_n C_n⁻¹ (μ_n − x). Adding noise N(0, σ² I) gives the mixture with covariances C_n + σ² I ({@link
 * #convolved}), whose score is the noisy score. All sums are taken in logarithms.
 *
 * <p>Cost of one density or score: N solves with a covariance, and N means read; components that share a covariance object (the same reference) share its solve in the
 * score. Memory: nothing beside the components but N numbers; N + 2d for each state at work. Batches are spread over the executor, a state a task. Immutable; safe
 * to use from several threads at once.
 */
public final class GaussianMixture implements Distribution, Components, DifferentiableDensity, NoisyScore, Drawable {

    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    private final Space space;
    private final Components components;
    private final Weights weights;
    private final List<Covariance> covariances;
    private final int[] covarianceOf;
    private final int[][] members;
    private final RunExecutor executor;

    private GaussianMixture(
            Space space,
            Components components,
            Weights weights,
            List<Covariance> covariances,
            int[] covarianceOf,
            int[][] members,
            RunExecutor executor) {
        this.space = space;
        this.components = components;
        this.weights = weights;
        this.covariances = covariances;
        this.covarianceOf = covarianceOf;
        this.members = members;
        this.executor = executor;
    }

    /**
     * The mixture of given components.
     *
     * @param space where x lives
     * @param components weights, means, covariances; kept, so they must not change
     * @param executor for batches of states
     * @return the mixture
     * @throws IllegalArgumentException when a covariance is not of the size of the space
     */
    public static GaussianMixture of(Space space, Components components, RunExecutor executor) {
        int count = components.count();
        double[] logs = new double[count];
        Arrays.setAll(logs, components::logWeight);
        IdentityHashMap<Covariance, Integer> numbers = new IdentityHashMap<>();
        List<Covariance> distinct = new ArrayList<>();
        int[] covarianceOf = new int[count];
        for (int n = 0; n < count; n++) {
            Covariance covariance = components.covariance(n);
            if (covariance.size() != space.size()) {
                throw new IllegalArgumentException("covariance of component " + n + " is of size " + covariance.size()
                        + ", the space of size " + space.size());
            }
            covarianceOf[n] = numbers.computeIfAbsent(covariance, added -> {
                distinct.add(added);
                return distinct.size() - 1;
            });
        }
        int[][] members = members(covarianceOf, distinct.size());
        return new GaussianMixture(
                space, components, Weights.ofLogs(logs), List.copyOf(distinct), covarianceOf, members, executor);
    }

    private static int[][] members(int[] covarianceOf, int covariances) {
        int[][] members = new int[covariances][];
        int[] counts = new int[covariances];
        for (int c : covarianceOf) {
            counts[c]++;
        }
        Arrays.setAll(members, c -> new int[counts[c]]);
        for (int n = covarianceOf.length - 1; n >= 0; n--) {
            members[covarianceOf[n]][--counts[covarianceOf[n]]] = n;
        }
        return members;
    }

    /**
     * A finite distribution after noise N(0, v I) was added: a component at every atom.
     *
     * @param atoms the atoms; kept
     * @param space where x lives
     * @param variance v in squared model units, greater than 0
     * @param executor for batches of states
     * @return the mixture
     */
    public static GaussianMixture around(Atoms atoms, Space space, double variance, RunExecutor executor) {
        Covariance shared = Covariances.isotropic(space.size(), variance);
        Components components = new Components() {
            @Override
            public int count() {
                return atoms.count();
            }

            @Override
            public double logWeight(int n) {
                return atoms.logWeight(n);
            }

            @Override
            public void mean(int n, double[] out) {
                atoms.atom(n, out);
            }

            @Override
            public Covariance covariance(int n) {
                return shared;
            }
        };
        return of(space, components, executor);
    }

    /**
     * The distribution of x + ε, ε ~ N(0, v I).
     *
     * @param variance v in squared model units, at least 0
     * @return the mixture with the same weights and means and covariances C_n + v I
     */
    public GaussianMixture convolved(double variance) {
        List<Covariance> wider =
                covariances.stream().map(c -> c.plusIsotropic(variance)).toList();
        return new GaussianMixture(space, components, weights, wider, covarianceOf, members, executor);
    }

    @Override
    public Space space() {
        return space;
    }

    @Override
    public int count() {
        return weights.count();
    }

    @Override
    public double logWeight(int n) {
        return weights.log(n);
    }

    @Override
    public void mean(int n, double[] out) {
        components.mean(n, out);
    }

    @Override
    public Covariance covariance(int n) {
        return covariances.get(covarianceOf[n]);
    }

    @Override
    public double logDensity(double[] x) {
        return Weights.logSumExp(logTerms(x));
    }

    @Override
    public void score(double[] x, double[] out) {
        double[] responsibilities = logTerms(x);
        Weights.softmax(responsibilities);
        double[] solved = new double[x.length];
        Arrays.fill(out, 0, x.length, 0);
        for (int c = 0; c < covariances.size(); c++) {
            covariances.get(c).solve(pull(members[c], responsibilities, x), solved);
            for (int i = 0; i < solved.length; i++) {
                out[i] += solved[i];
            }
        }
    }

    /** Σ r_n (μ_n − x) over components that share a covariance. */
    private double[] pull(int[] sharers, double[] responsibilities, double[] x) {
        double[] mean = new double[x.length];
        double[] pull = new double[x.length];
        for (int n : sharers) {
            // not > 0: a NaN must come through
            if (responsibilities[n] != 0) {
                components.mean(n, mean);
                for (int i = 0; i < pull.length; i++) {
                    pull[i] += responsibilities[n] * (mean[i] - x[i]);
                }
            }
        }
        return pull;
    }

    /**
     * Scores of several states.
     *
     * @param states {@code count} states, one after another; not modified
     * @param count number of states
     * @param out receives {@code count} scores, one after another; overwritten
     */
    public void scores(double[] states, int count, double[] out) {
        int size = space.size();
        executor.forEach(count, i -> {
            double[] score = new double[size];
            score(Arrays.copyOfRange(states, i * size, (i + 1) * size), score);
            System.arraycopy(score, 0, out, i * size, size);
        });
    }

    @Override
    public void scores(double[] states, int count, double sigma, double[] out) {
        convolved(sigma * sigma).scores(states, count, out);
    }

    @Override
    public void draw(RandomGenerator random, double[] out) {
        int n = weights.draw(random);
        Covariance covariance = covariance(n);
        double[] z = new double[covariance.rootSize()];
        Arrays.setAll(z, i -> random.nextGaussian());
        double[] mean = new double[space.size()];
        components.mean(n, mean);
        covariance.root(z, out);
        for (int i = 0; i < mean.length; i++) {
            out[i] += mean[i];
        }
    }

    // log w_n + log N(x; μ_n, C_n)
    private double[] logTerms(double[] x) {
        int size = x.length;
        double[] constants = covariances.stream()
                .mapToDouble(c -> -0.5 * (c.logDeterminant() + size * LOG_TWO_PI))
                .toArray();
        double[] terms = new double[weights.count()];
        double[] residual = new double[size];
        double[] solved = new double[size];
        for (int n = 0; n < terms.length; n++) {
            components.mean(n, residual);
            for (int i = 0; i < size; i++) {
                residual[i] = x[i] - residual[i];
            }
            covariance(n).solve(residual, solved);
            double quadratic = 0;
            for (int i = 0; i < size; i++) {
                quadratic += residual[i] * solved[i];
            }
            terms[n] = weights.log(n) + constants[covarianceOf[n]] - 0.5 * quadratic;
        }
        return terms;
    }
}
