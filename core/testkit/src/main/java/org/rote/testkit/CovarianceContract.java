package org.rote.testkit;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.rote.spi.Covariance;

/**
 * What every {@link Covariance} must do. Checked: outputs overwritten, inputs untouched, the same bits each time and from two threads; symmetric and
 * positive; solve undoes apply; C + v I; and, up to dimension 64, root rootᵀ = C and the determinant, by writing the matrix out. All of it again for C + v I.
 */
public abstract class CovarianceContract extends SeededContract<Covariance> {

    /** {@link #tolerance} where C is well conditioned: some thousand roundings of 1e-16, times a condition number of up to a thousand. */
    public static final double WELL_CONDITIONED = 1e-10;

    private static final int ROUNDS = 8;

    /** For subclasses. */
    protected CovarianceContract() {}

    /**
     * Builds the covariance under test.
     *
     * @return the covariance
     */
    protected abstract Covariance covariance();

    @Override
    final Covariance build() {
        return covariance();
    }

    /**
     * How much, relative to the norms, results may be off.
     *
     * @return {@link #WELL_CONDITIONED}, or more where C is nearly singular
     */
    protected double tolerance() {
        return WELL_CONDITIONED;
    }

    @Test
    void overwritesOutputsAndLeavesInputsAlone() {
        both().forEach(CovarianceChecks::overwritesOutputsAndLeavesInputsAlone);
    }

    @Test
    void isSymmetricAndPositive() {
        both().forEach(CovarianceChecks::isSymmetricAndPositive);
    }

    @Test
    void solveUndoesApply() {
        both().forEach(CovarianceChecks::solveUndoesApply);
    }

    @Test
    void plusIsotropicAddsToTheDiagonal() {
        both().forEach(CovarianceChecks::plusIsotropicAddsToTheDiagonal);
    }

    @Test
    void rootTimesItsTransposeIsTheCovariance() {
        assumeSmall();
        both().forEach(CovarianceChecks::rootTimesItsTransposeIsTheCovariance);
    }

    @Test
    void logDeterminantIsThatOfTheColumns() {
        assumeSmall();
        both().forEach(CovarianceChecks::logDeterminantIsThatOfTheColumns);
    }

    @Test
    void givesTheSameBitsWhenTwoThreadsWorkAtOnce() {
        Covariance covariance = subject();
        double[] u = Vectors.normal(random("u"), covariance.size());
        double[] v = Vectors.normal(random("v"), covariance.size());
        double[] ofU = everything(covariance, u);
        double[] ofV = everything(covariance, v);
        for (int round = 0; round < ROUNDS; round++) {
            List<double[]> results = Together.run(() -> everything(covariance, u), () -> everything(covariance, v));
            compare.sameBits("two threads at once, first", ofU, results.get(0));
            compare.sameBits("two threads at once, second", ofV, results.get(1));
        }
    }

    private List<CovarianceChecks> both() {
        Covariance covariance = subject();
        RandomGenerator random = random("vectors");
        double[] v = Vectors.normal(random, covariance.size());
        double[] cv = new double[v.length];
        covariance.apply(v, cv);
        double variance = 0.3 * Vectors.norm(cv) / Vectors.norm(v);
        return List.of(
                new CovarianceChecks(covariance, "C", tolerance(), random, compare),
                new CovarianceChecks(
                        covariance.plusIsotropic(variance), "C + " + variance + " I", tolerance(), random, compare));
    }

    private void assumeSmall() {
        Assumptions.assumeTrue(CovarianceChecks.writesOut(subject()), "only for small dimensions");
    }

    private static double[] everything(Covariance covariance, double[] v) {
        double[] applied = Vectors.poisoned(covariance.size());
        double[] solved = Vectors.poisoned(covariance.size());
        double[] rooted = Vectors.poisoned(covariance.size());
        double[] z = new double[covariance.rootSize()];
        System.arraycopy(v, 0, z, 0, v.length);
        covariance.apply(v, applied);
        covariance.solve(v, solved);
        covariance.root(z, rooted);
        return DoubleStream.concat(
                        DoubleStream.concat(DoubleStream.of(applied), DoubleStream.of(solved)), DoubleStream.of(rooted))
                .toArray();
    }
}
