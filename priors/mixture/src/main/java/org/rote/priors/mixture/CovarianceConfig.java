package org.rote.priors.mixture;

import java.util.List;
import org.rote.numerics.Correlation;
import org.rote.numerics.MeasuredValues;
import org.rote.spi.Checks;
import org.rote.spi.Dataset;
import org.rote.spi.Default;
import org.rote.spi.Doc;
import org.rote.spi.Part;

/**
 * The covariance C of a Gaussian, as a section of a manifest: {@code covariance: { type: isotropic, standard-deviation: 0.3 }}. Standard deviations are in the unit of the model.
 */
public sealed interface CovarianceConfig {

    /**
     * C = s² I.
     *
     * @param standardDeviation s
     */
    record Isotropic(
            @Doc("standard deviation of every unknown, with the unit of the model")
            String standardDeviation) implements CovarianceConfig {

        /** Checks that s is positive. */
        public Isotropic {
            requirePositive("standard-deviation", List.of(standardDeviation)).verify();
        }
    }

    /**
     * C = diag(s₁², …, s_d²).
     *
     * @param standardDeviations s, one for each unknown
     */
    record Diagonal(
            @Doc("standard deviation of each unknown, with the unit of the model")
            List<String> standardDeviations) implements CovarianceConfig {

        /** Copies the list and checks that every s is positive. */
        public Diagonal {
            standardDeviations = List.copyOf(standardDeviations);
            requirePositive("standard-deviations", standardDeviations).verify();
        }
    }

    /**
     * C written out.
     *
     * @param matrix C row by row
     * @param unit the unit whose square the entries have
     */
    record Full(
            @Doc("the covariance row by row") List<List<Double>> matrix,

            @Doc("the unit whose square the entries have") @Default("1")
            String unit)
            implements CovarianceConfig {

        /** Copies the rows and checks that they make a square. */
        public Full {
            matrix = matrix.stream().map(List::copyOf).toList();
            Checks checks = new Checks().notEmpty("matrix", matrix);
            for (int i = 0; i < matrix.size(); i++) {
                checks.that(
                        matrix.get(i).size() == matrix.size(),
                        "matrix[" + i + "]",
                        "has " + matrix.get(i).size() + " entries in a matrix of " + matrix.size() + " rows",
                        "give a square matrix");
            }
            checks.verify();
        }
    }

    /**
     * C = s² I + U Uᵀ.
     *
     * @param standardDeviation s
     * @param directions the columns of U, shaped like models: principal components times their standard deviations; behind a parameterization in its coordinates
     */
    record LowRank(
            @Doc("standard deviation that every unknown has by itself, with the unit of the model")
            String standardDeviation,

            @Doc("data set of directions, each as long as the standard deviation along it")
            Part<Dataset> directions)
            implements CovarianceConfig {

        /** Checks that s is positive. */
        public LowRank {
            requirePositive("standard-deviation", List.of(standardDeviation)).verify();
        }
    }

    /**
     * A stationary field, C = s² [(1 − ν) K + ν I]. K is a product over the axes of the model, exp(−|h|/ℓ) for an exponential kernel and exp(−h²/(2ℓ²)) for a Gaussian one, h the distance along the axis: so it is
     * a Kronecker product, and a field of 70 × 70 cells costs two eigendecompositions of 70 × 70 matrices. The exponential kernel falls off faster along the diagonals than along the axes.
     *
     * @param standardDeviation s
     * @param lengths ℓ, one for all axes or one for each, in the units of the axes
     * @param kernel the kind of correlation
     * @param nugget ν, the part of the variance that is independent from cell to cell; smooth kernels need some
     */
    record Correlated(
            @Doc("standard deviation of every unknown, with the unit of the model")
            String standardDeviation,

            @Doc("correlation length, one for all axes or one for each, with their unit")
            List<String> lengths,

            @Doc("how correlation falls off with distance") @Default("exponential")
            Correlation kernel,

            @Doc("part of the variance that is independent from cell to cell") @Default("1e-6")
            double nugget)
            implements CovarianceConfig {

        /** Copies the list and checks the ranges. */
        public Correlated {
            lengths = List.copyOf(lengths);
            Checks checks = requirePositive("standard-deviation", List.of(standardDeviation));
            MeasuredValues.requirePositive(checks, "lengths", lengths, "give a positive length");
            checks.notEmpty("lengths", lengths)
                    .that(
                            nugget >= 0 && nugget <= 1,
                            "nugget",
                            "must be between 0 and 1, got " + nugget,
                            "give a small fraction such as 1e-6")
                    .verify();
        }
    }

    private static Checks requirePositive(String key, List<String> deviations) {
        Checks checks = new Checks();
        MeasuredValues.requirePositive(checks, key, deviations, "give a positive standard deviation");
        return checks;
    }
}
