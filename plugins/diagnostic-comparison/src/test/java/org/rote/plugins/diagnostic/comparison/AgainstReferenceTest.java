package org.rote.plugins.diagnostic.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rote.numerics.Covariances;
import org.rote.spi.Covariance;
import org.rote.spi.Diagnostic.Conclusion;
import org.rote.spi.Distribution;
import org.rote.spi.Drawable;
import org.rote.spi.Draws;
import org.rote.spi.Figure.Bars;
import org.rote.spi.Figure.Role;
import org.rote.spi.Finding;
import org.rote.spi.Likelihood;
import org.rote.spi.Posterior;
import org.rote.spi.Prior;
import org.rote.spi.RunExecutor;
import org.rote.spi.Severity;
import org.rote.testkit.AtomPrior;
import org.rote.testkit.DenseOperator;
import org.rote.testkit.MixturePrior;
import org.rote.testkit.TestCase;
import org.rote.testkit.ThreadedExecutor;
import org.rote.testkit.WhiteNoise;

/** Draws whose faults are known, beside a reference in closed form. */
class AgainstReferenceTest {

    private static final AgainstReference DEFAULT = new AgainstReference(Optional.empty());
    private static final int DRAWS = 2000;
    private static final double ROUNDING = 1e-12;

    /** Three models of which the last weighs a fifth. */
    private static final AtomPrior ATOMS =
            new AtomPrior(new double[] {5, 3, 2}, new double[][] {{0, 0}, {3, 0}, {0, 4}});

    /** Two components that overlap, and one far away. */
    private static final MixturePrior MIXTURE = mixture(
            new double[] {4, 4, 2},
            new double[][] {{0, 0}, {0.5, 0}, {5, 5}},
            Covariances.isotropic(2, 1),
            Covariances.diagonal(new double[] {0.25, 2}),
            Covariances.isotropic(2, 0.5));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void exactDrawsAreWithinTheFloorAndTheNull(long seed) {
        for (Distribution reference : new Distribution[] {ATOMS, MIXTURE}) {
            Map<String, Finding> findings = findings(subject(reference), exact(reference, seed));
            String which = reference.getClass().getSimpleName() + ", seed " + seed;
            assertThat(findings.values()).as(which).allMatch(finding -> finding.severity() == Severity.INFO);
            // of the error of exact draws, about 0.01, three standard deviations
            assertThat(value(findings, "mode-weight-error"))
                    .as(which)
                    .isCloseTo(value(findings, "mode-weight-floor"), within(0.03));
            assertThat(value(findings, "sliced-wasserstein"))
                    .as(which)
                    .isBetween(
                            0.2 * value(findings, "sliced-wasserstein-null"),
                            3 * value(findings, "sliced-wasserstein-null"));
            // four standard deviations of the spread of 2000 draws
            assertThat(value(findings, "spread-over-reference")).as(which).isCloseTo(1, within(0.06));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aDroppedModeIsItsWeight(long seed) {
        AtomPrior without = new AtomPrior(new double[] {5, 3}, new double[][] {{0, 0}, {3, 0}});
        assertDropped(ATOMS, exact(without, seed), seed);
        MixturePrior overlapping = mixture(
                new double[] {1, 1},
                new double[][] {{0, 0}, {0.5, 0}},
                Covariances.isotropic(2, 1),
                Covariances.diagonal(new double[] {0.25, 2}));
        assertDropped(MIXTURE, exact(overlapping, seed), seed);
    }

    private static void assertDropped(Distribution reference, Draws draws, long seed) {
        Map<String, Finding> findings = findings(subject(reference), draws);
        // besides the weight 0.2 the modes that are left have their own chance, about 0.01
        assertThat(value(findings, "mode-weight-error")).as("seed %d", seed).isCloseTo(0.2, within(0.03));
        assertThat(findings.get("mode-weight-error").severity())
                .as("seed %d", seed)
                .isEqualTo(Severity.WARNING);
        assertThat(findings.get("sliced-wasserstein").severity())
                .as("seed %d", seed)
                .isEqualTo(Severity.WARNING);
        assertThat(findings.get("mode-weight-error").advice())
                .isEqualTo("total variation between the shares of the draws in the modes of \"exact\" and its weights:"
                        + " the share of draws in a wrong mode; above the threshold chance does not explain it");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void halfTheSpreadIsHalfAStandardDeviationAway(long seed) {
        MixturePrior wide = MixturePrior.gaussian(new double[5], Covariances.isotropic(5, 4));
        MixturePrior narrow = MixturePrior.gaussian(new double[5], Covariances.isotropic(5, 1));
        Map<String, Finding> findings = findings(subject(wide), exact(narrow, seed));
        // standard deviation of a variance of 10 000 numbers: 0.014 of it; distances of 2000 draws: 0.03 standard
        // deviations
        assertThat(value(findings, "spread-over-reference")).as("seed %d", seed).isCloseTo(0.5, within(0.02));
        assertThat(value(findings, "sliced-wasserstein")).as("seed %d", seed).isCloseTo(0.5, within(0.05));
        assertThat(findings.get("sliced-wasserstein").severity()).isEqualTo(Severity.WARNING);
        assertThat(value(findings, "mode-weight-error")).isZero();
        assertThat(value(findings, "mode-weight-floor")).isZero();
    }

    @Test
    void aShiftIsItsRootMeanSquare() {
        long seed = 7;
        MixturePrior reference = MixturePrior.gaussian(new double[1], Covariances.isotropic(1, 4));
        Draws exact = exact(reference, seed);
        Draws shifted = new Draws(
                exact.count(), Arrays.stream(exact.values()).map(x -> x + 6).toArray());
        Map<String, Finding> findings = findings(subject(reference), shifted);
        assertThat(value(findings, "sliced-wasserstein")).as("seed %d", seed).isCloseTo(3, within(0.1));
    }

    @Test
    void aReferenceThatIsOneModelIsMeasuredByTheTrainingModels() {
        AtomPrior collapsed = new AtomPrior(new double[] {1, 0, 0}, new double[][] {{0, 0}, {3, 0}, {0, 4}});
        TestCase subject = TestCase.of(posterior(ATOMS))
                .named("dps")
                .withSiblings(TestCase.of(posterior(ATOMS)).named("exact").withSolution(collapsed));
        Map<String, Finding> right = findings(subject, new Draws(2, new double[4]));
        assertThat(value(right, "sliced-wasserstein")).isZero();
        assertThat(value(right, "spread-beside-one-model")).isZero();
        assertThat(right.values()).allMatch(finding -> finding.severity() == Severity.INFO);
        // half the draws at (3, 0): rms deviation √(4.5/2) of two, and the training models' by hand
        double training = Math.sqrt((0.3 * 9 + 0.2 * 16 - 0.9 * 0.9 - 0.8 * 0.8) / 2);
        Map<String, Finding> wrong = findings(subject, new Draws(2, new double[] {0, 0, 3, 0}));
        assertThat(value(wrong, "spread-beside-one-model")).isCloseTo(Math.sqrt(2.25) / training, within(ROUNDING));
        assertThat(value(wrong, "mode-weight-error")).isCloseTo(0.5, within(ROUNDING));
        assertThat(wrong.get("sliced-wasserstein").severity()).isEqualTo(Severity.WARNING);
        assertThat(wrong).doesNotContainKey("spread-over-reference");
    }

    @Test
    void oneAtomWithoutTrainingModelsIsMeasuredInUnitsOfTheModel() {
        AtomPrior one = new AtomPrior(new double[] {2});
        Prior gaussian = MixturePrior.gaussian(new double[1], Covariances.isotropic(1, 1));
        TestCase subject = TestCase.of(posterior(gaussian))
                .named("dps")
                .withSiblings(TestCase.of(posterior(gaussian)).named("exact").withSolution(one));
        Map<String, Finding> findings = findings(subject, new Draws(2, new double[] {5, 5}));
        assertThat(value(findings, "sliced-wasserstein")).isCloseTo(3, within(ROUNDING));
        assertThat(value(findings, "spread-beside-one-model")).isZero();
    }

    @Test
    void copiesOfOneModelShareItsDraws() {
        AtomPrior copies = new AtomPrior(new double[] {1, 3, 4}, new double[][] {{1}, {1}, {5}});
        TestCase subject = subject(copies);
        Map<String, Finding> findings = findings(subject, new Draws(2, new double[] {1.1, 4.9}));
        assertThat(value(findings, "mode-weight-error")).isCloseTo(0, within(ROUNDING));
        assertThat(subject.arrays().get("mode-weights").values())
                .containsExactly(new double[] {0.125, 0.375, 0.5}, within(ROUNDING));
        AtomPrior weightless = new AtomPrior(new double[] {0, 0, 1}, new double[][] {{1}, {1}, {5}});
        assertThat(value(findings(subject(weightless), new Draws(1, new double[] {1})), "mode-weight-error"))
                .isCloseTo(1, within(ROUNDING));
    }

    @Test
    void batchesAndThreadsDoNotMatter() {
        Draws draws = exact(MIXTURE, 9);
        Map<String, Finding> whole = findings(subject(MIXTURE), draws);
        Map<String, Finding> parts =
                findings(subject(MIXTURE), part(draws, 0, 777), new Draws(0, new double[0]), part(draws, 777, DRAWS));
        whole.forEach((name, finding) -> assertThat(parts.get(name).value().values())
                .as(name)
                .containsExactly(finding.value().values(), within(ROUNDING)));
        RunExecutor threads = new ThreadedExecutor(3);
        assertThat(findings(subject(MIXTURE).withExecutor(threads), draws)).isEqualTo(whole);
    }

    @Test
    void chartsTheLeadingModesOfBoth() {
        double[] weights = IntStream.rangeClosed(1, 40).mapToDouble(n -> n).toArray();
        double[][] models =
                IntStream.rangeClosed(1, 40).mapToObj(n -> new double[] {n}).toArray(double[][]::new);
        Conclusion conclusion =
                subject(new AtomPrior(weights, models)).examinedBy(DEFAULT, new Draws(1, new double[] {2}));
        assertThat(conclusion.figures()).singleElement().satisfies(figure -> {
            assertThat(figure.caption())
                    .isEqualTo("Weight of each mode of the reference and the share of the draws that belong to it,"
                            + " the leading 12 of 40, heaviest in the reference first.");
            Bars reference = (Bars) figure.panels().get(0).layers().get(0);
            Bars drawn = (Bars) figure.panels().get(0).layers().get(1);
            assertThat(reference.categories())
                    .hasSize(12)
                    .startsWith("40", "39")
                    .endsWith("30", "2");
            assertThat(reference.role()).isEqualTo(Role.EXACT);
            assertThat(reference.label()).isEqualTo("exact (weights)");
            assertThat(drawn.role()).isEqualTo(Role.APPROXIMATE);
            assertThat(drawn.label()).isEqualTo("dps (draws)");
            assertThat(drawn.heights()[11]).isEqualTo(1);
        });
        assertThat(conclusion.findings())
                .extracting(Finding::name)
                .containsExactly(
                        "mode-weight-error", "mode-weight-floor", "sliced-wasserstein", "sliced-wasserstein-null");
    }

    @Test
    void noDrawsTellNothing() {
        Conclusion conclusion = subject(ATOMS).examinedBy(DEFAULT);
        assertThat(conclusion.findings()).isEmpty();
        assertThat(conclusion.figures()).isEmpty();
    }

    @Test
    void comparesWithTheSamplerThatIsNamed() {
        TestCase first = TestCase.of(posterior(ATOMS))
                .named("first")
                .withSolution(new AtomPrior(new double[] {1, 1, 1}, new double[][] {{0, 0}, {3, 0}, {0, 4}}));
        TestCase second = TestCase.of(posterior(ATOMS)).named("second").withSolution(ATOMS);
        TestCase unsolved = TestCase.of(posterior(ATOMS)).named("unsolved");
        TestCase subject = unsolved.named("dps").withSiblings(unsolved, first, second);
        Draws draws = new Draws(3, new double[] {0, 0, 3, 0, 0, 4});
        assertThat(value(findings(subject, draws), "mode-weight-error")).isCloseTo(0, within(ROUNDING));
        Conclusion named = subject.examinedBy(new AgainstReference(Optional.of("second")), draws);
        assertThat(named.findings().get(0).value().values()[0]).isCloseTo(1.0 / 6, within(ROUNDING));
        assertThat(new AgainstReference(Optional.of("dps")).inapplicable(subject))
                .contains("this is the reference, the others are compared with it");
        assertThat(new AgainstReference(Optional.of("third")).inapplicable(subject))
                .contains(
                        "no sampler \"third\" works on this posterior beside \"dps\": there is \"unsolved\", \"first\","
                                + " \"second\"");
        assertThat(new AgainstReference(Optional.of("third")).inapplicable(unsolved))
                .contains("no sampler \"third\" works on this posterior beside \"unsolved\": there is no other");
        assertThat(new AgainstReference(Optional.of("unsolved")).inapplicable(subject))
                .contains("the reference \"unsolved\" gives no atoms or components in closed form");
        assertThat(DEFAULT.inapplicable(unsolved))
                .contains("no other sampler works on this posterior, so there is nothing to compare with");
        assertThat(DEFAULT.inapplicable(subject.withSiblings(unsolved)))
                .contains("no other sampler on this posterior gives atoms or components in closed form: there are"
                        + " \"unsolved\"");
    }

    @Test
    void thinningKeepsEvenlySpacedOnes() {
        Thinned thinned = new Thinned(4);
        int[] batches = {3, 1, 0, 6, 7};
        int next = 0;
        for (int batch : batches) {
            int from = next;
            thinned.accept(batch, k -> new double[] {from + k}, RunExecutor.SERIAL);
            next += batch;
        }
        assertThat(Arrays.stream(thinned.kept()).mapToDouble(kept -> kept[0]).toArray())
                .containsExactly(0, 8, 16);
    }

    private static MixturePrior mixture(double[] weights, double[][] means, Covariance... covariances) {
        return new MixturePrior(weights, means, covariances);
    }

    /** A case of a sampler without a closed form, beside one called "exact" that has it. */
    private static TestCase subject(Distribution reference) {
        Posterior posterior = posterior((Prior) reference);
        return TestCase.of(posterior)
                .named("dps")
                .withSiblings(TestCase.of(posterior).named("exact").withSolution(reference));
    }

    private static Posterior posterior(Prior prior) {
        double[] row = new double[prior.space().size()];
        return new Posterior(
                prior, new Likelihood(new DenseOperator(new double[][] {row}), new WhiteNoise(1, 1), new double[] {0}));
    }

    private static Draws exact(Distribution reference, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        Drawable drawable = reference.capability(Drawable.class).orElseThrow();
        int size = reference.space().size();
        double[] values = new double[DRAWS * size];
        double[] draw = new double[size];
        for (int k = 0; k < DRAWS; k++) {
            drawable.draw(random, draw);
            System.arraycopy(draw, 0, values, k * size, size);
        }
        return new Draws(DRAWS, values);
    }

    private static Draws part(Draws draws, int from, int to) {
        int size = draws.values().length / draws.count();
        return new Draws(to - from, Arrays.copyOfRange(draws.values(), from * size, to * size));
    }

    private static Map<String, Finding> findings(TestCase subject, Draws... draws) {
        return subject.examinedBy(DEFAULT, draws).findings().stream()
                .collect(Collectors.toMap(Finding::name, finding -> finding));
    }

    private static double value(Map<String, Finding> findings, String name) {
        return findings.get(name).value().values()[0];
    }
}
