package org.rote.numerics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.rote.spi.Components;
import org.rote.spi.Covariance;
import org.rote.spi.RunExecutor;

/** Sums over components of any covariances, one solve a component. Components that share a covariance object share its solve in the score. */
final class ComponentSums implements MixtureSums {

    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    private final Components means;
    private final Weights weights;
    private final List<Covariance> covariances;
    private final double[] constants;
    private final int[] covarianceOf;
    private final int[][] members;
    private final RunExecutor executor;
    private volatile Optional<Convolved> latest = Optional.empty();

    private record Convolved(double variance, ComponentSums sums) {}

    private ComponentSums(
            Components means,
            Weights weights,
            List<Covariance> covariances,
            int[] covarianceOf,
            int[][] members,
            RunExecutor executor) {
        this.means = means;
        this.weights = weights;
        this.covariances = covariances;
        this.constants = covariances.stream()
                .mapToDouble(c -> -0.5 * (c.logDeterminant() + c.size() * LOG_TWO_PI))
                .toArray();
        this.covarianceOf = covarianceOf;
        this.members = members;
        this.executor = executor;
    }

    static ComponentSums of(Components components, Weights weights, RunExecutor executor) {
        IdentityHashMap<Covariance, Integer> numbers = new IdentityHashMap<>();
        List<Covariance> distinct = new ArrayList<>();
        int[] covarianceOf = new int[components.count()];
        for (int n = 0; n < covarianceOf.length; n++) {
            covarianceOf[n] = numbers.computeIfAbsent(components.covariance(n), added -> {
                distinct.add(added);
                return distinct.size() - 1;
            });
        }
        int[][] members = members(covarianceOf, distinct.size());
        return new ComponentSums(components, weights, List.copyOf(distinct), covarianceOf, members, executor);
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

    @Override
    public Covariance covariance(int n) {
        return covariances.get(covarianceOf[n]);
    }

    /** The last answer is kept: a reverse process asks for many products at one noise level. */
    @Override
    public ComponentSums convolved(double variance) {
        Optional<Convolved> known = latest;
        if (known.isPresent() && known.get().variance() == variance) {
            return known.get().sums();
        }
        List<Covariance> wider =
                covariances.stream().map(c -> c.plusIsotropic(variance)).toList();
        ComponentSums sums = new ComponentSums(means, weights, wider, covarianceOf, members, executor);
        latest = Optional.of(new Convolved(variance, sums));
        return sums;
    }

    @Override
    public double logDensity(double[] x) {
        return Weights.logSumExp(logTerms(x));
    }

    @Override
    public void scores(double[] states, int count, double[] out) {
        int size = covariances.get(0).size();
        executor.forEach(count, i -> {
            double[] x = Arrays.copyOfRange(states, i * size, (i + 1) * size);
            System.arraycopy(score(x, responsibilities(x)), 0, out, i * size, size);
        });
    }

    @Override
    public void denoiserJacobian(double variance, double[] states, double[] directions, int count, double[] out) {
        ComponentSums noisy = convolved(variance);
        int size = covariances.get(0).size();
        executor.forEach(count, i -> {
            double[] x = Arrays.copyOfRange(states, i * size, (i + 1) * size);
            double[] v = Arrays.copyOfRange(directions, i * size, (i + 1) * size);
            System.arraycopy(denoiserJacobian(variance, noisy, x, v), 0, out, i * size, size);
        });
    }

    /**
     * Σ_n r_n [C_n K_n⁻¹ v + σ² (s_n − s) ((s_n − s)·v)] with K_n = C_n + σ² I, s_n = K_n⁻¹ (μ_n − x) and the score s = Σ_n r_n s_n: the covariance of x₀ within components and between them, over σ². No
     * term cancels another.
     */
    private double[] denoiserJacobian(double variance, ComponentSums noisy, double[] x, double[] v) {
        double[] responsibilities = noisy.responsibilities(x);
        double[] score = noisy.score(x, responsibilities);
        double[] product = new double[x.length];
        double[] solved = new double[x.length];
        double[] within = new double[x.length];
        double[] pull = new double[x.length];
        for (int c = 0; c < members.length; c++) {
            double share = 0;
            for (int n : members[c]) {
                share += responsibilities[n];
                if (responsibilities[n] != 0) {
                    means.mean(n, pull);
                    Vectors.add(pull, -1, x);
                    noisy.covariances.get(c).solve(pull, solved);
                    Vectors.add(solved, -1, score);
                    Vectors.add(product, variance * responsibilities[n] * Vectors.dot(solved, v), solved);
                }
            }
            noisy.covariances.get(c).solve(v, solved);
            covariances.get(c).apply(solved, within);
            Vectors.add(product, share, within);
        }
        return product;
    }

    private double[] responsibilities(double[] x) {
        double[] responsibilities = logTerms(x);
        Weights.softmax(responsibilities);
        return responsibilities;
    }

    private double[] score(double[] x, double[] responsibilities) {
        double[] score = new double[x.length];
        double[] solved = new double[x.length];
        for (int c = 0; c < members.length; c++) {
            covariances.get(c).solve(pull(members[c], responsibilities, x), solved);
            Vectors.add(score, solved);
        }
        return score;
    }

    /** Σ r_n (μ_n − x) over components that share a covariance. */
    private double[] pull(int[] sharers, double[] responsibilities, double[] x) {
        double[] mean = new double[x.length];
        double[] pull = new double[x.length];
        for (int n : sharers) {
            // not > 0: a NaN must come through
            if (responsibilities[n] != 0) {
                means.mean(n, mean);
                for (int i = 0; i < pull.length; i++) {
                    pull[i] += responsibilities[n] * (mean[i] - x[i]);
                }
            }
        }
        return pull;
    }

    // log w_n + log N(x; μ_n, C_n)
    private double[] logTerms(double[] x) {
        double[] terms = new double[weights.count()];
        double[] residual = new double[x.length];
        double[] solved = new double[x.length];
        for (int n = 0; n < terms.length; n++) {
            means.mean(n, residual);
            Vectors.add(residual, -1, x);
            covariance(n).solve(residual, solved);
            terms[n] = weights.log(n) + constants[covarianceOf[n]] - 0.5 * Vectors.dot(residual, solved);
        }
        return terms;
    }
}
