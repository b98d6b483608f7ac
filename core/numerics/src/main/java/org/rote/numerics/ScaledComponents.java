package org.rote.numerics;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.OptionalDouble;
import java.util.Set;
import org.rote.spi.Components;
import org.rote.spi.Covariance;
import org.rote.spi.NumericsException;

/** Components in other {@link Coordinates}: means (μ − c)/s, covariances S⁻¹ C S⁻¹. Components that share a covariance still do. Means are kept: they may be expensive to ask for. */
final class ScaledComponents implements Components {

    /** Numbers in all covariances that must become matrices: 128 MiB. */
    private static final long LARGEST = 1L << 24;

    /** Side of the largest matrix: its eigenvectors take some seconds. */
    private static final int LARGEST_SIDE = 1500;

    private final Components components;
    private final Coordinates coordinates;
    private final double[][] means;
    private final Covariance[] scaled;

    ScaledComponents(Components components, Coordinates coordinates) {
        requireFit(components);
        this.components = components;
        this.coordinates = coordinates;
        this.means = new double[components.count()][coordinates.size()];
        for (int n = 0; n < means.length; n++) {
            components.mean(n, means[n]);
            coordinates.fromModel(means[n], means[n]);
        }
        this.scaled = new Covariance[components.count()];
        IdentityHashMap<Covariance, Covariance> known = new IdentityHashMap<>();
        Arrays.setAll(scaled, n -> known.computeIfAbsent(components.covariance(n), this::scale));
    }

    static boolean fits(Components components) {
        Set<Covariance> matrices = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int n = 0; n < components.count(); n++) {
            if (isFull(components.covariance(n))) {
                matrices.add(components.covariance(n));
                long side = components.covariance(n).size();
                if (side > LARGEST_SIDE || side * side * matrices.size() > LARGEST) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void requireFit(Components components) {
        if (!fits(components)) {
            throw new NumericsException(
                    "other coordinates need the covariances of "
                            + components.count() + " components as matrices of side "
                            + components.covariance(0).size()
                            + ", which are made up to side " + LARGEST_SIDE
                            + " and 128 MiB in all; use fewer unknowns or components, for example by a parameterization, or one scale for all");
        }
    }

    private static boolean isFull(Covariance covariance) {
        return !(covariance instanceof DiagonalCovariance || covariance instanceof IsotropicCovariance);
    }

    /** sum += factor · diag(C). */
    static void addDiagonal(Covariance covariance, double factor, double[] sum) {
        OptionalDouble isotropic = Covariances.isotropicVariance(covariance);
        double[] unit = new double[sum.length];
        double[] column = new double[sum.length];
        if (covariance instanceof DiagonalCovariance) {
            Arrays.fill(unit, 1);
            covariance.apply(unit, column);
            Vectors.add(sum, factor, column);
            return;
        }
        for (int k = 0; k < sum.length; k++) {
            if (isotropic.isPresent()) {
                sum[k] += factor * isotropic.getAsDouble();
            } else {
                unit[k] = 1;
                covariance.apply(unit, column);
                sum[k] += factor * column[k];
                unit[k] = 0;
            }
        }
    }

    private Covariance scale(Covariance covariance) {
        int size = covariance.size();
        OptionalDouble isotropic = Covariances.isotropicVariance(covariance);
        if (isotropic.isPresent() && coordinates.isUniform()) {
            double scale = coordinates.scale(0);
            return Covariances.isotropic(size, isotropic.getAsDouble() / scale / scale);
        }
        if (!isFull(covariance)) {
            double[] variances = new double[size];
            addDiagonal(covariance, 1, variances);
            Arrays.setAll(variances, k -> variances[k] / coordinates.scale(k) / coordinates.scale(k));
            return Covariances.diagonal(variances);
        }
        double[] matrix = Covariances.toMatrix(covariance);
        Arrays.setAll(matrix, k -> matrix[k] / coordinates.scale(k / size) / coordinates.scale(k % size));
        double[] symmetric = new double[matrix.length];
        Arrays.setAll(symmetric, k -> 0.5 * (matrix[k] + matrix[k % size * size + k / size]));
        return Covariances.dense(size, symmetric);
    }

    @Override
    public int count() {
        return components.count();
    }

    @Override
    public double logWeight(int n) {
        return components.logWeight(n);
    }

    @Override
    public void mean(int n, double[] out) {
        System.arraycopy(means[n], 0, out, 0, out.length);
    }

    @Override
    public Covariance covariance(int n) {
        return scaled[n];
    }
}
