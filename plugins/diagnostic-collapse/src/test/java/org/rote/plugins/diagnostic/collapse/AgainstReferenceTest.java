package org.rote.plugins.diagnostic.collapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rote.numerics.Covariances;
import org.rote.numerics.Weights;
import org.rote.spi.Covariance;
import org.rote.spi.Diagnostic.Conclusion;
import org.rote.spi.Distribution;
import org.rote.spi.Drawable;
import org.rote.spi.Draws;
import org.rote.spi.Figure.Bars;
import org.rote.spi.Finding;
import org.rote.spi.Likelihood;
import org.rote.spi.Posterior;
import org.rote.spi.Severity;
import org.rote.testkit.AtomPrior;
import org.rote.testkit.DenseOperator;
import org.rote.testkit.MixturePrior;
import org.rote.testkit.TestCase;
import org.rote.testkit.WhiteNoise;

/** Draws whose faults are planted. */
class AgainstReferenceTest {

    private static final double ROUNDING = 1e-12;
    private static final long SEED = 20260321;
    private static final int COUNT = 2000;

    /** Of a ratio of spreads of 2000 draws the standard deviation is about 1/√(2 · 2000) for each; modes add to it. */
    private static final double SPREAD_TOLERANCE = 0.06;

    /** A chance result several times what is expected does not happen with 2000 draws. */
    private static final double CHANCE = 3;

    private static final double[][] MEANS = {{0, 0, 0}, {10, 0, 0}, {0, 10, 0}};
    private static final double[] WEIGHTS = {0.6, 0.3, 0.1};

    private static final MixturePrior REFERENCE = mixture(WEIGHTS);

    private static MixturePrior mixture(double[] weights) {
        Covariance unit = Covariances.isotropic(3, 1);
        return new MixturePrior(weights, MEANS, new Covariance[] {unit, unit, Covariances.isotropic(3, 1)});
    }

    private static TestCase beside(Distribution solution) {
        int size = solution.space().size();
        Likelihood likelihood =
                new Likelihood(new DenseOperator(new double[1][size]), new WhiteNoise(1, 1), new double[] {0});
        TestCase reference = TestCase.of(new Posterior(
                        MixturePrior.gaussian(new double[size], Covariances.isotropic(size, 1)), likelihood))
                .named("exact")
                .withSolution(solution);
        return TestCase.of(reference.posterior()).named("dps").withSiblings(reference);
    }

    private static Conclusion conclude(Distribution solution, double[] draws, int size) {
        return beside(solution)
                .examinedBy(
                        new AgainstReference(Optional.empty()),
                        new Draws(0, new double[0]),
                        new Draws(draws.length / size, draws));
    }

    private static Map<String, Finding> findings(Conclusion conclusion) {
        return conclusion.findings().stream().collect(Collectors.toMap(Finding::name, finding -> finding));
    }

    private static double value(Conclusion conclusion, String name) {
        return findings(conclusion).get(name).value().values()[0];
    }

    private static double[] draws(int count, int size, BiConsumer<SplittableRandom, double[]> sampler) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] draws = new double[count * size];
        double[] draw = new double[size];
        for (int k = 0; k < count; k++) {
            sampler.accept(random, draw);
            System.arraycopy(draw, 0, draws, k * size, size);
        }
        return draws;
    }

    private static double[] exact(Drawable drawable) {
        return draws(COUNT, 3, drawable::draw);
    }

    @Test
    void exactDrawsShowWhatChanceDoes() {
        Conclusion conclusion = conclude(REFERENCE, exact(REFERENCE), 3);
        double floor = value(conclusion, "mode-weight-floor");
        assertThat(floor).isBetween(0.005, 0.02);
        assertThat(value(conclusion, "mode-weight-error")).as("seed %d", SEED).isLessThan(CHANCE * floor);
        assertThat(value(conclusion, "sliced-wasserstein"))
                .as("seed %d", SEED)
                .isLessThan(CHANCE * value(conclusion, "sliced-wasserstein-null"));
        assertThat(value(conclusion, "spread-over-reference"))
                .as("seed %d", SEED)
                .isCloseTo(1, within(SPREAD_TOLERANCE));
        assertThat(findings(conclusion).get("mode-weight-error").severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void overlappingComponentsCountByTheirShare() {
        Covariance broad = Covariances.isotropic(3, 100);
        MixturePrior overlapping = new MixturePrior(WEIGHTS, MEANS, new Covariance[] {broad, broad, broad});
        Conclusion conclusion = conclude(overlapping, exact(overlapping), 3);
        assertThat(value(conclusion, "mode-weight-error"))
                .as("seed %d", SEED)
                .isLessThan(CHANCE * value(conclusion, "mode-weight-floor"));
    }

    @Test
    void aDroppedModeIsMissed() {
        // what is left of the weights 0.6, 0.1 without the mode of 0.3
        Conclusion conclusion = conclude(REFERENCE, exact(mixture(new double[] {0.6, 0, 0.1})), 3);
        assertThat(value(conclusion, "mode-weight-error")).as("seed %d", SEED).isCloseTo(0.3, within(0.03));
        Finding error = findings(conclusion).get("mode-weight-error");
        assertThat(error.severity()).isEqualTo(Severity.WARNING);
        assertThat(error.threshold().orElseThrow())
                .isCloseTo(0.1 + value(conclusion, "mode-weight-floor"), within(ROUNDING));
        assertThat(error.advice())
                .isEqualTo("total variation between the weights of the modes in the draws and in \"exact\"; an exact"
                        + " sampler shows about the floor, above the threshold a tenth of the mass more than chance explains"
                        + " is at the wrong models");
        assertThat(value(conclusion, "sliced-wasserstein"))
                .as("seed %d", SEED)
                .isGreaterThan(5 * value(conclusion, "sliced-wasserstein-null"));
        Bars reference =
                (Bars) conclusion.figures().get(0).panels().get(0).layers().get(0);
        Bars found = (Bars) conclusion.figures().get(0).panels().get(0).layers().get(1);
        assertThat(reference.categories()).containsExactly("1", "2", "3");
        assertThat(reference.heights()).containsExactly(new double[] {0.6, 0.3, 0.1}, within(ROUNDING));
        assertThat(found.heights()[1]).isLessThan(1e-6);
    }

    @Test
    void halfTheSpreadIsHalf() {
        MixturePrior single = MixturePrior.gaussian(new double[3], Covariances.isotropic(3, 1));
        double[] half = exact(single);
        for (int i = 0; i < half.length; i++) {
            half[i] /= 2;
        }
        Conclusion conclusion = conclude(single, half, 3);
        assertThat(value(conclusion, "spread-over-reference"))
                .as("seed %d", SEED)
                .isCloseTo(0.5, within(SPREAD_TOLERANCE));
        // W₂ between N(0, 1/4) and N(0, 1) is 1/2, over the reference's standard deviation of 1
        assertThat(value(conclusion, "sliced-wasserstein"))
                .as("seed %d", SEED)
                .isCloseTo(0.5, within(SPREAD_TOLERANCE));
        assertThat(value(conclusion, "mode-weight-error")).isZero();
    }

    @Test
    void drawsBelongToTheNearestAtom() {
        AtomPrior atoms = new AtomPrior(new double[][] {{0}, {1}, {5}});
        Conclusion conclusion = conclude(atoms, new double[] {0.1, -0.2, 0.9, 7}, 1);
        // shares ½, ¼, ¼ beside ⅓ each
        assertThat(value(conclusion, "mode-weight-error")).isCloseTo(1.0 / 6, within(ROUNDING));
    }

    @Test
    void theSpreadOfAtomsIsExact() {
        // weights ¾, ¼ at 0 and 4: variance 3; draws 0, 4: variance 8
        AtomPrior atoms = new AtomPrior(new double[] {3, 1}, new double[][] {{0}, {4}});
        assertThat(value(conclude(atoms, new double[] {0, 4}, 1), "spread-over-reference"))
                .isCloseTo(Math.sqrt(8.0 / 3), within(ROUNDING));
    }

    @Test
    void aSingleModelIsMeasuredByThePrior() {
        AtomPrior atom = new AtomPrior(new double[][] {{0, 0}});
        Conclusion conclusion = conclude(atom, new double[] {3, 0, 0, 3, -3, 0, 0, -3}, 2);
        assertThat(findings(conclusion)).doesNotContainKey("spread-over-reference");
        Finding distance = findings(conclusion).get("sliced-wasserstein");
        assertThat(distance.advice())
                .contains("over the standard deviation of the prior, as the reference is a single model");
        // projections of ±3 have mean square 4.5; the prior's standard deviation is 1, of four draws of it anything
        // from a half to 2
        assertThat(distance.value().values()[0]).isBetween(Math.sqrt(4.5) / 2, Math.sqrt(4.5) * 2);
        assertThat(value(conclusion, "sliced-wasserstein-null")).isZero();
    }

    @Test
    void theFloorIsTheMeanOverAllOutcomes() {
        // two draws with weights ¼, ¾: errors ¼, ¼, ¾ with probabilities 9/16, 6/16, 1/16
        Weights weights = Weights.ofLogs(new double[] {Math.log(0.25), Math.log(0.75)});
        assertThat(MonteCarloFloor.expected(weights, 2)).isCloseTo(4.5 / 16, within(ROUNDING));
        assertThat(MonteCarloFloor.expected(Weights.ofLogs(new double[] {0, Double.NEGATIVE_INFINITY}), 7))
                .isZero();
    }

    @Test
    void saysWhatIsMissing() {
        TestCase alone = TestCase.of(beside(REFERENCE).posterior()).named("dps");
        assertThat(new AgainstReference(Optional.empty()).inapplicable(alone))
                .contains(
                        "no other sampler of the study gives atoms or components of this posterior in closed form; add"
                                + " one, such as \"reweighting\", \"linearized-mixture\" or \"oracle-diffusion\"");
        assertThat(new AgainstReference(Optional.of("dps")).inapplicable(alone))
                .contains("this is the reference itself");
        assertThat(new AgainstReference(Optional.of("other")).inapplicable(beside(REFERENCE)))
                .contains("the study has no case of the sampler \"other\" on this posterior, there are: exact");
        assertThat(new AgainstReference(Optional.of("dps"))
                        .inapplicable(alone.named("x").withSiblings(alone)))
                .contains("the sampler \"dps\" gives no atoms or components in closed form");
        assertThat(new AgainstReference(Optional.of("exact")).inapplicable(beside(REFERENCE)))
                .isEmpty();
    }

    @Test
    void concludesNothingFromNoDraws() {
        assertThat(conclude(REFERENCE, new double[0], 3).findings()).isEmpty();
    }
}
