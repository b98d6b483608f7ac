package org.rote.testkit;

import java.util.random.RandomGenerator;
import org.rote.spi.Covariance;

/** What a covariance must do, as checks that {@link CovarianceContract} and {@link PriorContract} share. */
final class CovarianceChecks {

    /** Up to this dimension the matrix is written out, column by column. */
    private static final int WRITTEN_OUT = 64;

    private static final int VECTORS = 4;

    private final Covariance covariance;
    private final String name;
    private final double tolerance;
    private final RandomGenerator random;
    private final Compare compare;

    CovarianceChecks(Covariance covariance, String name, double tolerance, RandomGenerator random, Compare compare) {
        this.covariance = covariance;
        this.name = name;
        this.tolerance = tolerance;
        this.random = random;
        this.compare = compare;
    }

    static boolean writesOut(Covariance covariance) {
        return covariance.size() <= WRITTEN_OUT;
    }

    void overwritesOutputsAndLeavesInputsAlone() {
        double[] v = Vectors.normal(random, covariance.size());
        double[] z = Vectors.normal(random, covariance.rootSize());
        double[] vBefore = v.clone();
        double[] zBefore = z.clone();
        compare.finite(name + ".apply", apply(v));
        compare.finite(name + ".solve", solve(v));
        compare.finite(name + ".root", root(z));
        compare.sameBits(name + ".apply or .solve changed its input", vBefore, v);
        compare.sameBits(name + ".root changed its input", zBefore, z);
        compare.sameBits(name + ".apply, a second time", apply(v), apply(v));
        compare.sameBits(name + ".solve, a second time", solve(v), solve(v));
        compare.sameBits(name + ".root, a second time", root(z), root(z));
    }

    void isSymmetricAndPositive() {
        for (int k = 0; k < VECTORS; k++) {
            double[] u = Vectors.normal(random, covariance.size());
            double[] v = Vectors.normal(random, covariance.size());
            double[] cu = apply(u);
            compare.close(
                    name + " is not symmetric: ⟨C u, v⟩ and ⟨u, C v⟩",
                    Vectors.dot(cu, v),
                    Vectors.dot(u, apply(v)),
                    tolerance * Vectors.norm(cu) * Vectors.norm(v));
            compare.holds(
                    Vectors.dot(u, cu) > 0,
                    name + " is not positive: ⟨u, C u⟩ is " + Vectors.dot(u, cu) + " for some u");
        }
    }

    void solveUndoesApply() {
        for (int k = 0; k < VECTORS; k++) {
            double[] v = Vectors.normal(random, covariance.size());
            compare.close(name + ".apply of .solve", v, apply(solve(v)), tolerance, Vectors.norm(v));
        }
    }

    void plusIsotropicAddsToTheDiagonal() {
        double[] v = Vectors.normal(random, covariance.size());
        double[] cv = apply(v);
        double variance = 0.7 * Math.abs(Vectors.dot(v, cv)) / Vectors.dot(v, v);
        double[] sum = Vectors.poisoned(covariance.size());
        covariance.plusIsotropic(variance).apply(v, sum);
        compare.close(
                name + ".plusIsotropic(" + variance + ").apply",
                Vectors.plus(cv, variance, v),
                sum,
                tolerance,
                Vectors.norm(cv));
        covariance.plusIsotropic(0).apply(v, sum);
        compare.close(name + ".plusIsotropic(0).apply", cv, sum, tolerance, Vectors.norm(cv));
    }

    /** R Rᵀ = C, column by column. */
    void rootTimesItsTransposeIsTheCovariance() {
        int size = covariance.size();
        double[][] product = new double[size][size];
        for (int k = 0; k < covariance.rootSize(); k++) {
            double[] column = root(unit(covariance.rootSize(), k));
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    product[i][j] += column[i] * column[j];
                }
            }
        }
        double[][] columns = columns();
        for (int j = 0; j < size; j++) {
            compare.close(
                    name + ": column " + j + " of root rootᵀ and of the covariance",
                    columns[j],
                    product[j],
                    tolerance,
                    norm(columns));
        }
    }

    void logDeterminantIsThatOfTheColumns() {
        double expected = new Cholesky(columns()).logDeterminant();
        compare.close(
                name + ".logDeterminant and that of its columns",
                expected,
                covariance.logDeterminant(),
                tolerance * Math.max(covariance.size(), Math.abs(expected)));
    }

    private double[][] columns() {
        double[][] columns = new double[covariance.size()][];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = apply(unit(columns.length, j));
        }
        return columns;
    }

    private static double norm(double[][] columns) {
        double squares = 0;
        for (double[] column : columns) {
            squares += Vectors.dot(column, column);
        }
        return Math.sqrt(squares);
    }

    private static double[] unit(int size, int index) {
        double[] unit = new double[size];
        unit[index] = 1;
        return unit;
    }

    private double[] apply(double[] v) {
        double[] out = Vectors.poisoned(covariance.size());
        covariance.apply(v, out);
        return out;
    }

    private double[] solve(double[] v) {
        double[] out = Vectors.poisoned(covariance.size());
        covariance.solve(v, out);
        return out;
    }

    private double[] root(double[] z) {
        double[] out = Vectors.poisoned(covariance.size());
        covariance.root(z, out);
        return out;
    }
}
