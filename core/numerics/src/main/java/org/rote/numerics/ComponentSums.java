package org.rote.numerics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
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

    @Override
    public MixtureSums convolved(double variance) {
        List<Covariance> wider =
                covariances.stream().map(c -> c.plusIsotropic(variance)).toList();
        return new ComponentSums(means, weights, wider, covarianceOf, members, executor);
    }

    @Override
    public double logDensity(double[] x) {
        return Weights.logSumExp(logTerms(x));
    }

    @Override
    public void scores(double[] states, int count, double[] out) {
        executor.forEach(count, i -> {
            int size = states.length / count;
            double[] x = Arrays.copyOfRange(states, i * size, (i + 1) * size);
            System.arraycopy(score(x), 0, out, i * size, size);
        });
    }

    private double[] score(double[] x) {
        double[] responsibilities = logTerms(x);
        Weights.softmax(responsibilities);
        double[] score = new double[x.length];
        double[] solved = new double[x.length];
        for (int c = 0; c < members.length; c++) {
            covariances.get(c).solve(pull(members[c], responsibilities, x), solved);
            for (int i = 0; i < solved.length; i++) {
                score[i] += solved[i];
            }
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
            for (int i = 0; i < x.length; i++) {
                residual[i] = x[i] - residual[i];
            }
            covariance(n).solve(residual, solved);
            double quadratic = 0;
            for (int i = 0; i < x.length; i++) {
                quadratic += residual[i] * solved[i];
            }
            terms[n] = weights.log(n) + constants[covarianceOf[n]] - 0.5 * quadratic;
        }
        return terms;
    }
}
