package org.rote.plugins.diagnostic.collapse;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rote.numerics.Weights;
import org.rote.spi.Atoms;
import org.rote.spi.Components;
import org.rote.spi.Covariance;
import org.rote.spi.Distribution;

/**
 * The modes of a closed form, and how much of a point belongs to each.
 *
 * <p>Of components that is the responsibility r_n ∝ w_n N(x; μ_n, C_n), one or nearly so for the one where they do not overlap. Its mean over exact draws is w_n also where they do overlap,
 * which the share of draws whose largest responsibility is that of n is not. Of atoms it is 1 for the nearest.
 *
 * <p>Cost of a point: N scalar products, and a solve for each covariance object. Memory: N fields.
 */
interface ReferenceModes {

    /** The modes' own weights. */
    Weights weights();

    /** How much of a point belongs to each mode; sums to 1. */
    double[] shares(double[] point);

    /** The rms standard deviation of the whole, where it can be told exactly. */
    OptionalDouble spread();

    /** The modes of a distribution that has atoms or components; empty for others. */
    static Optional<ReferenceModes> of(Distribution solution) {
        int size = solution.space().size();
        Optional<Weights> weights = PosteriorWeights.of(solution);
        Optional<ReferenceModes> atoms =
                solution.capability(Atoms.class).map(found -> new Nearest(found, size, weights.orElseThrow()));
        return atoms.isPresent()
                ? atoms
                : solution.capability(Components.class)
                        .map(found -> new Responsible(found, size, weights.orElseThrow()));
    }

    /** Each point belongs to the nearest atom. */
    final class Nearest implements ReferenceModes {
        private final double[][] atoms;
        private final Weights weights;

        Nearest(Atoms given, int size, Weights weights) {
            this.weights = weights;
            this.atoms = new double[given.count()][size];
            for (int n = 0; n < atoms.length; n++) {
                given.atom(n, atoms[n]);
            }
        }

        @Override
        public Weights weights() {
            return weights;
        }

        /** √(Σ w |x − x̄|² / d). */
        @Override
        public OptionalDouble spread() {
            double[] mean = new double[atoms[0].length];
            for (int n = 0; n < atoms.length; n++) {
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += weights.at(n) * atoms[n][i];
                }
            }
            double squares = 0;
            for (int n = 0; n < atoms.length; n++) {
                for (int i = 0; i < mean.length; i++) {
                    squares += weights.at(n) * (atoms[n][i] - mean[i]) * (atoms[n][i] - mean[i]);
                }
            }
            return OptionalDouble.of(Math.sqrt(squares / mean.length));
        }

        @Override
        public double[] shares(double[] point) {
            int best = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int n = 0; n < atoms.length; n++) {
                double squared = 0;
                for (int i = 0; i < point.length && squared < least; i++) {
                    squared += (point[i] - atoms[n][i]) * (point[i] - atoms[n][i]);
                }
                if (squared < least) {
                    least = squared;
                    best = n;
                }
            }
            double[] shares = new double[atoms.length];
            shares[best] = 1;
            return shares;
        }
    }

    /**
     * Each point belongs to components by their responsibility. With everything measured from the first mean, (x − μ)ᵀ C⁻¹ (x − μ) is xᵀ C⁻¹ x − 2 xᵀ s + μᵀ s with s = C⁻¹ μ, so that
     * components with one covariance share the solve of the point.
     */
    final class Responsible implements ReferenceModes {
        private final Weights weights;
        private final double[] origin;
        private final double[][] solved;
        private final double[] constants;
        private final Covariance[] covariances;
        private final int[] groups;

        Responsible(Components given, int size, Weights weights) {
            int count = given.count();
            this.weights = weights;
            this.origin = new double[size];
            this.solved = new double[count][size];
            this.constants = new double[count];
            this.groups = new int[count];
            given.mean(0, origin);
            IdentityHashMap<Covariance, Integer> numbers = new IdentityHashMap<>();
            Covariance[] distinct = new Covariance[count];
            double[] mean = new double[size];
            for (int n = 0; n < count; n++) {
                Covariance covariance = given.covariance(n);
                groups[n] = numbers.computeIfAbsent(covariance, one -> numbers.size());
                distinct[groups[n]] = covariance;
                given.mean(n, mean);
                subtractOrigin(mean);
                covariance.solve(mean, solved[n]);
                constants[n] = weights.log(n) - 0.5 * covariance.logDeterminant() - 0.5 * dot(mean, solved[n]);
            }
            this.covariances = Arrays.copyOf(distinct, numbers.size());
        }

        @Override
        public Weights weights() {
            return weights;
        }

        /** Would need every diagonal of every covariance. */
        @Override
        public OptionalDouble spread() {
            return OptionalDouble.empty();
        }

        @Override
        public double[] shares(double[] point) {
            double[] x = point.clone();
            subtractOrigin(x);
            double[] squares = new double[covariances.length];
            double[] whitened = new double[x.length];
            for (int group = 0; group < squares.length; group++) {
                covariances[group].solve(x, whitened);
                squares[group] = dot(x, whitened);
            }
            double[] logs = new double[solved.length];
            Arrays.setAll(logs, n -> constants[n] - 0.5 * squares[groups[n]] + dot(x, solved[n]));
            return Weights.ofLogs(logs).toArray();
        }

        private void subtractOrigin(double[] values) {
            for (int i = 0; i < values.length; i++) {
                values[i] -= origin[i];
            }
        }

        private static double dot(double[] a, double[] b) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += a[i] * b[i];
            }
            return sum;
        }
    }
}
