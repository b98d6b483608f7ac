package org.rote.plugins.sampler.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rote.numerics.Covariances;
import org.rote.spi.Atoms;
import org.rote.spi.Chain;
import org.rote.spi.Draws;
import org.rote.spi.Likelihood;
import org.rote.spi.NumericsException;
import org.rote.spi.Posterior;
import org.rote.spi.Space;
import org.rote.testkit.AtomPrior;
import org.rote.testkit.DenseOperator;
import org.rote.testkit.KnownPosterior;
import org.rote.testkit.MixturePrior;
import org.rote.testkit.TestSamplerContext;
import org.rote.testkit.WhiteNoise;

/** The process of the posterior gives atoms their posterior weights. */
class OracleTest {

    private static final int DRAWS = 2000;
    private static final long SEED = 7;

    /** Eight atoms leave seven degrees of freedom; χ² exceeds this once in ten thousand. */
    private static final double CHI_SQUARED = 29.9;

    private static Posterior posterior() {
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] atoms = new double[8][];
        for (int n = 0; n < 8; n++) {
            atoms[n] = random.doubles(5, -1, 1).toArray();
        }
        double[][] rows = {
            random.doubles(5, -1, 1).toArray(), random.doubles(5, -1, 1).toArray()
        };
        return new Posterior(
                new AtomPrior(atoms),
                new Likelihood(new DenseOperator(rows), new WhiteNoise(2, 0.8), new double[] {0.3, -0.2}));
    }

    @ParameterizedTest
    @EnumSource
    void givesEveryAtomItsPosteriorWeight(Reversal process) {
        OracleSampler sampler =
                new OracleSampler(new OracleConfig(Runs.COSINE, process, Scaling.AUTOMATIC, Optional.of(500)));
        Draws draws = Runs.all(sampler, posterior(), new TestSamplerContext(DRAWS).withSeed(SEED));
        double[] counts = new double[8];
        for (double atom : draws.traces().get("atom")) {
            counts[(int) atom]++;
        }
        double chiSquared = 0;
        try (Chain chain = sampler.start(posterior(), new TestSamplerContext(0))) {
            Atoms solution =
                    chain.solution().orElseThrow().capability(Atoms.class).orElseThrow();
            for (int n = 0; n < 8; n++) {
                double expected = DRAWS * Math.exp(solution.logWeight(n));
                assertThat(expected).as("χ² needs five of each").isGreaterThan(5);
                chiSquared += (counts[n] - expected) * (counts[n] - expected) / expected;
            }
        }
        assertThat(chiSquared).as("seed %d", SEED).isLessThan(CHI_SQUARED);
    }

    @Test
    void leavesNoPathsAndEndsOnAtoms() {
        TestSamplerContext context = new TestSamplerContext(20).withSeed(SEED);
        OracleSampler sampler = new OracleSampler(
                new OracleConfig(Runs.COSINE, Reversal.DETERMINISTIC, Scaling.UNIFORM, Optional.empty()));
        Draws draws = Runs.all(sampler, posterior(), context);
        assertThat(context.arrays()).isEmpty();
        assertThat(draws.traces()).containsOnlyKeys("chain", "misfit", "atom");
        double[] atom = new double[5];
        Atoms atoms = posterior().prior().capability(Atoms.class).orElseThrow();
        for (int i = 0; i < 20; i++) {
            atoms.atom((int) draws.traces().get("atom")[i], atom);
            assertThat(draws.values()[5 * i]).isCloseTo(atom[0], within(1e-3));
        }
    }

    @Test
    void needsAtomsOrComponents() {
        OracleSampler sampler = new OracleSampler(
                new OracleConfig(Runs.COSINE, Reversal.DETERMINISTIC, Scaling.AUTOMATIC, Optional.empty()));
        Posterior bare = new Posterior(() -> Space.vector(5), posterior().likelihood());
        assertThat(sampler.requires().unmet(bare)).containsExactly("needs a prior with atoms or components; use dps");
    }

    @Test
    void needsGaussianNoiseWhereThePriorHasNoAtoms() {
        OracleSampler sampler = new OracleSampler(
                new OracleConfig(Runs.COSINE, Reversal.DETERMINISTIC, Scaling.AUTOMATIC, Optional.empty()));
        Posterior posterior = new Posterior(
                MixturePrior.gaussian(new double[] {0}, Covariances.isotropic(1, 1)),
                new Likelihood(new DenseOperator(new double[][] {{1}}), new DpsTest.Loose(), new double[1]));
        assertThatThrownBy(() -> sampler.start(posterior, new TestSamplerContext(1)))
                .isInstanceOf(NumericsException.class)
                .hasMessage(
                        "oracle-diffusion needs gaussian noise with a prior that has no atoms; give the noise a covariance,"
                                + " or use dps");
    }

    @Test
    void agreesWithTheMixtureWhereCovariancesAreMatrices() {
        int size = 40;
        double[] mean = new double[size];
        double[][] rows = new double[2][size];
        for (int k = 0; k < size; k++) {
            rows[k % 2][k] = 1;
        }
        KnownPosterior known = KnownPosterior.linear(
                "forty unknowns", MixturePrior.gaussian(mean, Covariances.isotropic(size, 1)), rows, 3, -2);
        OracleSampler sampler = new OracleSampler(
                new OracleConfig(Runs.COSINE, Reversal.DETERMINISTIC, Scaling.AUTOMATIC, Optional.empty()));
        Draws draws = Runs.all(sampler, known.posterior(), new TestSamplerContext(100).withSeed(SEED));
        double sum = 0;
        for (int i = 0; i < draws.values().length; i++) {
            sum += draws.values()[i] * (i % 2 == 0 ? 1 : -1);
        }
        // Each row sees twenty unknowns: their sum has the mean 20 / (20 + 0.25) of its datum; five standard errors of
        // 0.25 noise.
        assertThat(sum / 100).as("seed %d", SEED).isCloseTo(5 * 20 / 20.25, within(5 * Math.sqrt(2 * 0.25 / 100)));
    }
}
