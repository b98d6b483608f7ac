package org.rote.plugins.diagnostic.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rote.numerics.Covariances;
import org.rote.spi.Atoms;
import org.rote.spi.Axis;
import org.rote.spi.Diagnostic.Conclusion;
import org.rote.spi.Diagnostic.Examination;
import org.rote.spi.Draws;
import org.rote.spi.Element;
import org.rote.spi.Figure;
import org.rote.spi.Figure.Image;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Finding;
import org.rote.spi.Likelihood;
import org.rote.spi.LinearOperator;
import org.rote.spi.Posterior;
import org.rote.spi.Prior;
import org.rote.spi.Severity;
import org.rote.spi.Space;
import org.rote.testkit.MixturePrior;
import org.rote.testkit.TestCase;
import org.rote.testkit.WhiteNoise;

/** Findings and pictures of fields on few cells, by hand. */
class PosteriorSummaryTest {

    private static final double ROUNDING = 1e-12;
    private static final long SEED = 3;

    @Test
    void runningMomentsAreThoseOfTwoPasses() {
        SplittableRandom random = new SplittableRandom(SEED);
        int count = 1001;
        double[] values =
                random.doubles(3L * count, 1e6, 1e6 + 1).toArray(); // where sums of squares would lose all digits
        RunningMoments moments = new RunningMoments(3);
        moments.accept(new Draws(400, Arrays.copyOf(values, 1200)));
        moments.accept(new Draws(0, new double[0]));
        moments.accept(new Draws(601, Arrays.copyOfRange(values, 1200, 3003)));
        assertThat(moments.count()).isEqualTo(count);
        for (int i = 0; i < 3; i++) {
            int component = i;
            double[] one = new double[count];
            Arrays.setAll(one, k -> values[3 * k + component]);
            double mean = Arrays.stream(one).map(x -> x - 1e6).average().orElseThrow() + 1e6;
            double squares =
                    Arrays.stream(one).map(x -> (x - mean) * (x - mean)).sum();
            assertThat(moments.mean()[i]).as("seed %d", SEED).isCloseTo(mean, within(1e-8));
            assertThat(moments.standardDeviation()[i])
                    .as("seed %d", SEED)
                    .isCloseTo(Math.sqrt(squares / (count - 1)), within(1e-8));
        }
    }

    @Test
    void findingsAreThoseByHand() {
        // draws (0,0,0,0) and (2,2,2,2): mean 1, standard deviation √2; their sum is 4, the datum 5, the noise 0.5
        TestCase subject = subject(plane(), new double[] {5}).withTruth(1, 1, 1, 5);
        Conclusion conclusion = conclude(subject, 0, 0, 0, 0, 2, 2, 2, 2);
        Map<String, Finding> findings =
                conclusion.findings().stream().collect(Collectors.toMap(Finding::name, finding -> finding));
        assertThat(value(findings, "misfit")).isCloseTo(4, within(ROUNDING));
        assertThat(findings.get("misfit").threshold().orElseThrow()).isCloseTo(1 + 3 * Math.sqrt(2), within(ROUNDING));
        assertThat(findings.get("misfit").severity()).isEqualTo(Severity.INFO);
        assertThat(value(findings, "spread")).isCloseTo(Math.sqrt(2), within(ROUNDING));
        assertThat(value(findings, "error")).isCloseTo(2, within(ROUNDING));
        assertThat(value(findings, "spread-over-error")).isCloseTo(Math.sqrt(0.5), within(ROUNDING));
        assertThat(value(findings, "covered")).isEqualTo(0.75);
        assertThat(value(findings, "distance-to-training")).isCloseTo(1, within(ROUNDING)); // to (2,2,2,2), not to 9
        assertThat(findings.get("error").unit()).isEqualTo("m/s");
        assertThat(subject.arrays().get("mean").shape()).containsExactly(2, 2);
        assertThat(subject.arrays().get("standard-deviation").values())
                .containsExactly(
                        new double[] {Math.sqrt(2), Math.sqrt(2), Math.sqrt(2), Math.sqrt(2)}, within(ROUNDING));
    }

    @Test
    void warnsOfDataThatAreNotExplained() {
        Finding misfit = conclude(subject(plane(), new double[] {30}), 0, 0, 0, 0, 0, 0, 0, 0)
                .findings()
                .get(0);
        assertThat(misfit.name()).isEqualTo("misfit");
        assertThat(misfit.severity()).isEqualTo(Severity.WARNING);
        assertThat(misfit.advice())
                .isEqualTo(
                        "squared residual of the posterior mean over the noise variance, a mean over the data; about 1 is"
                                + " expected, above the threshold prior and noise level do not explain the data");
    }

    @Test
    void fieldsOnAPlaneAreImages() {
        Conclusion conclusion =
                conclude(subject(plane(), new double[] {5}).withTruth(1, 1, 1, 5), 0, 0, 0, 0, 2, 2, 2, 2);
        assertThat(conclusion.figures()).extracting(Figure::name).containsExactly("summary", "draws", "nearest");
        assertThat(titles(conclusion.figures().get(0)))
                .containsExactly("truth", "posterior mean", "posterior standard deviation", "mean − truth");
        assertThat(titles(conclusion.figures().get(1))).containsExactly("truth", "draw 1", "draw 2");
        assertThat(titles(conclusion.figures().get(2)))
                .containsExactly("posterior mean", "nearest training model", "mean − nearest");
        Panel panel = conclusion.figures().get(0).panels().get(0);
        assertThat(panel.y().downwards()).isTrue();
        assertThat(panel.x().label()).isEqualTo("x");
    }

    @Test
    void fieldsAlongALineAreACurveWithItsBand() {
        Space line = new Space(List.of(Axis.metres("z", 4, 5)), "velocity", "m/s", Element.FLOAT64);
        Conclusion conclusion = conclude(subject(line, new double[] {5}).withTruth(1, 1, 1, 5), 0, 0, 0, 0, 2, 2, 2, 2);
        assertThat(conclusion.figures()).singleElement().satisfies(figure -> {
            assertThat(figure.panels()).hasSize(1);
            assertThat(figure.panels().get(0).layers())
                    .extracting(Figure.Layer::label)
                    .containsExactly(
                            "mean ± 2 standard deviations", "posterior mean", "nearest training model", "truth");
        });
    }

    @Test
    void oneDrawTellsNoSpread() {
        Conclusion conclusion = conclude(subject(plane(), new double[] {5}).withTruth(1, 1, 1, 1), 1, 1, 1, 1);
        assertThat(conclusion.findings())
                .extracting(Finding::name)
                .containsExactly("misfit", "error", "distance-to-training");
        assertThat(conclude(subject(plane(), new double[] {5})).findings()).isEmpty();
    }

    @Test
    void oneDrawIsCalledTheEstimate() {
        TestCase subject = subject(plane(), new double[] {5}).withTruth(1, 1, 1, 1);
        List<Figure> figures = conclude(subject, 1, 1, 1, 2).figures();
        assertThat(figures).extracting(Figure::name).containsExactly("estimate", "nearest");
        assertThat(titles(figures.get(0))).containsExactly("truth", "estimate", "estimate − truth");
        assertThat(titles(figures.get(1))).containsExactly("estimate", "nearest training model", "estimate − nearest");
        assertThat(subject.arrays()).containsOnlyKeys("mean");
        assertThat(conclude(subject, 1, 1, 1, 2).findings())
                .hasSize(3)
                .allSatisfy(finding ->
                        assertThat(finding.advice()).contains("estimate").doesNotContain("mean of", "posterior mean"));
    }

    @Test
    void roundingIsNotStretchedToFullColour() {
        TestCase subject = subject(plane(), new double[] {5}).withTruth(0, 1, 2, 3);
        Image difference = (Image) conclude(subject, 0, 1, 2, 3 + 1e-6)
                .figures()
                .get(0)
                .panels()
                .get(2)
                .layers()
                .get(0);
        assertThat(difference.to().orElseThrow()).isCloseTo(3e-4, within(1e-9));
        assertThat(difference.from().orElseThrow()).isEqualTo(-difference.to().orElseThrow());
    }

    @Test
    void constantFieldsThatMeetTheTruthAreCovered() {
        Conclusion conclusion =
                conclude(subject(plane(), new double[] {5}).withTruth(1, 1, 1, 1), 1, 1, 1, 1, 1, 1, 1, 1);
        assertThat(conclusion.findings())
                .extracting(Finding::name)
                .containsExactly("misfit", "spread", "error", "covered", "distance-to-training");
        assertThat(conclusion.findings().get(3).value().values()).containsExactly(1);
    }

    @Test
    void complexFieldsHaveNumbersButNoPictures() {
        Space complex = new Space(List.of(Axis.index("x", 2)), "value", "1", Element.COMPLEX128);
        TestCase pairs = subject(complex, new double[] {5});
        assertThat(conclude(pairs, 0, 0, 0, 0, 2, 2, 2, 2).figures()).isEmpty();
        assertThat(pairs.arrays().get("mean").shape()).containsExactly(2, 2);
    }

    @Test
    void volumesAreSectionsOnOneColourScale() {
        Space volume = new Space(
                List.of(Axis.metres("x", 2, 10), Axis.metres("y", 1, 20), Axis.metres("z", 2, 5)),
                "velocity",
                "m/s",
                Element.FLOAT64);
        List<Figure> figures = conclude(subject(volume, new double[] {5}).withTruth(1, 2, 3, 7), 0, 0, 0, 0, 2, 2, 2, 6)
                .figures();
        assertThat(figures)
                .extracting(Figure::name)
                .containsExactly(
                        "summary-x-z",
                        "summary-y-z",
                        "summary-x-y",
                        "draws-x-z",
                        "draws-y-z",
                        "draws-x-y",
                        "nearest-x-z",
                        "nearest-y-z",
                        "nearest-x-y");
        assertThat(figures.get(0).title()).isEqualTo("Posterior mean and spread, x–z section at y = 0 m");
        assertThat(figures.get(2).title()).isEqualTo("Posterior mean and spread, x–y section at z = 5 m");
        for (Figure figure : figures.subList(0, 3)) {
            assertThat(titles(figure))
                    .containsExactly("truth", "posterior mean", "posterior standard deviation", "mean − truth");
        }
        assertThat(image(figures.get(1), 0).field().values()).containsExactly(3, 7);
        assertThat(image(figures.get(2), 0).field().values()).containsExactly(2, 7);
        // the truth is at most 7 and the spread at most that of the last cell, seen in the section or not
        assertThat(figures.subList(0, 6))
                .extracting(figure -> image(figure, 0).to().orElseThrow())
                .containsOnly(7.0);
        assertThat(figures.subList(0, 3))
                .extracting(figure -> image(figure, 2).to().orElseThrow())
                .containsOnly(Math.sqrt(18));
        assertThat(figures.get(0).panels().get(0).y().downwards()).isTrue();
        assertThat(figures.get(2).panels().get(0).y().downwards()).isFalse();
    }

    private static Image image(Figure figure, int panel) {
        return (Image) figure.panels().get(panel).layers().get(0);
    }

    @Test
    void priorsWithoutExamplesHaveNoNearest() {
        Prior gaussian = MixturePrior.gaussian(new double[4], Covariances.isotropic(4, 1));
        Conclusion conclusion = conclude(
                TestCase.of(new Posterior(
                        gaussian, new Likelihood(new Total(plane()), new WhiteNoise(1, 0.5), new double[] {5}))),
                0,
                0,
                0,
                0,
                2,
                2,
                2,
                2);
        assertThat(conclusion.findings()).extracting(Finding::name).containsExactly("misfit", "spread");
        assertThat(conclusion.figures()).extracting(Figure::name).containsExactly("summary", "draws");
    }

    @Test
    void leavesFewUnknownsToDensities() {
        Space pair = Space.vector(2);
        Prior prior = MixturePrior.gaussian(new double[2], Covariances.isotropic(2, 1));
        Likelihood likelihood = new Likelihood(new Total(pair), new WhiteNoise(1, 1), new double[] {0});
        assertThat(new PosteriorSummary().inapplicable(TestCase.of(new Posterior(prior, likelihood))))
                .contains("one or two unknowns are shown by \"densities\"");
        assertThat(new Densities().inapplicable(subject(plane(), new double[] {5})))
                .contains("pictures of a density need one or two unknowns, the model has 4");
    }

    private static double value(Map<String, Finding> findings, String name) {
        return findings.get(name).value().values()[0];
    }

    private static List<String> titles(Figure figure) {
        return figure.panels().stream().map(Panel::title).toList();
    }

    private static Conclusion conclude(TestCase subject, double... draws) {
        assertThat(new PosteriorSummary().inapplicable(subject)).isEmpty();
        Examination examination = new PosteriorSummary().examine(subject);
        examination.accept(new Draws(draws.length / 4, draws));
        return examination.conclude();
    }

    private static Space plane() {
        return new Space(List.of(Axis.metres("x", 2, 10), Axis.metres("z", 2, 5)), "velocity", "m/s", Element.FLOAT64);
    }

    /** Four unknowns under two training models, seen by their sum. */
    private static TestCase subject(Space space, double[] data) {
        return TestCase.of(
                new Posterior(new Models(space), new Likelihood(new Total(space), new WhiteNoise(1, 0.5), data)));
    }

    /** (9, 9, 9, 9) and (2, 2, 2, 2). */
    private record Models(Space space) implements Prior, Atoms {
        @Override
        public int count() {
            return 2;
        }

        @Override
        public void atom(int n, double[] out) {
            Arrays.fill(out, n == 0 ? 9 : 2);
        }

        @Override
        public double logWeight(int n) {
            return -Math.log(2);
        }

        @Override
        public String identity() {
            return "two constant fields";
        }
    }

    /** The sum of all unknowns. */
    private record Total(Space domain) implements LinearOperator {
        @Override
        public Space range() {
            return Space.vector(1);
        }

        @Override
        public void apply(double[] dx, double[] out) {
            out[0] = Arrays.stream(dx).sum();
        }

        @Override
        public void applyAdjoint(double[] dy, double[] out) {
            Arrays.fill(out, dy[0]);
        }
    }
}
