package org.rote.testkit;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.rote.spi.Atoms;
import org.rote.spi.Components;

/** Holds atoms and components against what they are made of: weights, finite numbers, a hash, covariances. */
record SupportChecks(int size, double tolerance, Compare compare) {

    private static final int COVARIANCES = 4;

    void weightsOfAtomsSumToOneAndAtomsAreFinite(Atoms atoms) {
        compare.holds(atoms.count() >= 1, "no atoms");
        verifyWeights("atoms", ClosedForm.weights(atoms));
        for (int n = 0; n < atoms.count(); n++) {
            double[] atom = Vectors.poisoned(size);
            atoms.atom(n, atom);
            compare.finite("atom " + n, atom);
        }
    }

    void identityOfAtomsIsTheirHash(Atoms atoms) {
        String expected = AtomPrior.identity(atoms, size);
        compare.holds(
                atoms.identity().equals(expected),
                "identity() is " + atoms.identity() + ", the SHA-256 of the atoms as little-endian doubles is "
                        + expected);
    }

    void weightsOfComponentsSumToOneAndMeansAreFinite(Components components) {
        compare.holds(components.count() >= 1, "no components");
        verifyWeights("components", ClosedForm.weights(components));
        for (int n = 0; n < components.count(); n++) {
            double[] mean = Vectors.poisoned(size);
            components.mean(n, mean);
            compare.finite("mean of component " + n, mean);
        }
    }

    void covariancesOfComponentsAreCovariances(Components components, RandomGenerator random) {
        for (int n = 0; n < Math.min(components.count(), COVARIANCES); n++) {
            CovarianceChecks checks = new CovarianceChecks(
                    components.covariance(n),
                    "covariance(" + n + ")",
                    CovarianceContract.WELL_CONDITIONED,
                    random,
                    compare);
            checks.overwritesOutputsAndLeavesInputsAlone();
            checks.isSymmetricAndPositive();
            checks.solveUndoesApply();
            checks.plusIsotropicAddsToTheDiagonal();
            if (CovarianceChecks.writesOut(components.covariance(n))) {
                checks.rootTimesItsTransposeIsTheCovariance();
                checks.logDeterminantIsThatOfTheColumns();
            }
        }
    }

    private void verifyWeights(String what, double[] weights) {
        for (int n = 0; n < weights.length; n++) {
            compare.holds(weights[n] >= 0, what + ": weight " + n + " is " + weights[n]);
        }
        compare.close("sum of the weights of " + what, 1, Arrays.stream(weights).sum(), tolerance);
    }
}
