package org.rote.plugins.diagnostic.memorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rote.spi.Diagnostic.Conclusion;
import org.rote.spi.Draws;
import org.rote.spi.Figure;
import org.rote.spi.Figure.Layer;
import org.rote.spi.Figure.Line;
import org.rote.spi.Finding;
import org.rote.spi.Likelihood;
import org.rote.spi.Posterior;
import org.rote.spi.Space;
import org.rote.testkit.AtomPrior;
import org.rote.testkit.DenseOperator;
import org.rote.testkit.InMemoryDataset;
import org.rote.testkit.TestCase;
import org.rote.testkit.WhiteNoise;

final class AttributionTest {

    private static final long SEED = 20260626;
    private static final int DIMENSION = 30;
    private static final int MODELS = 60;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final double[][] training = normal(MODELS);

    private double[][] normal(int count) {
        double[][] rows = new double[count][DIMENSION];
        for (double[] row : rows) {
            for (int i = 0; i < DIMENSION; i++) {
                row[i] = random.nextGaussian();
            }
        }
        return rows;
    }

    private Map<String, Finding> findings(double[] draws) {
        return conclusion(draws).findings().stream().collect(Collectors.toMap(Finding::name, finding -> finding));
    }

    private Conclusion conclusion(double[] draws) {
        Likelihood likelihood =
                new Likelihood(new DenseOperator(new double[1][DIMENSION]), new WhiteNoise(1, 1), new double[] {0});
        TestCase subject = TestCase.of(new Posterior(new AtomPrior(training), likelihood));
        Attribution diagnostic = new Attribution(
                new AttributionConfig(Optional.empty(), 50, View.MODEL, false, 100),
                Optional.of(new InMemoryDataset(Space.vector(DIMENSION), normal(80))));
        return subject.examinedBy(diagnostic, new Draws(draws.length / DIMENSION, draws));
    }

    private static double value(Map<String, Finding> findings, String name) {
        return findings.get(name).value().values()[0];
    }

    /** 12 draws near model 7 and 4 near model 20: the entropy of (3/4, 1/4). */
    @Test
    void countsDrawsByTheModelTheyAreNearestTo() {
        double[] draws = new double[16 * DIMENSION];
        for (int k = 0; k < 16; k++) {
            for (int i = 0; i < DIMENSION; i++) {
                draws[k * DIMENSION + i] = training[k < 12 ? 7 : 20][i] + 0.01 * random.nextGaussian();
            }
        }
        Map<String, Finding> findings = findings(draws);
        double entropy = -0.75 * Math.log(0.75) - 0.25 * Math.log(0.25);
        assertThat(value(findings, "attributed-models")).isCloseTo(Math.exp(entropy), within(1e-12));
        assertThat(value(findings, "hull-ratio")).as("seed %d", SEED).isGreaterThan(0.8);
    }

    @Test
    void tellsAveragesOfTrainingModelsFromHeldOutModels() {
        double[] draws = new double[40 * DIMENSION];
        for (int k = 0; k < 40; k++) {
            for (int i = 0; i < DIMENSION; i++) {
                draws[k * DIMENSION + i] = (training[k][i] + training[k + 1][i] + training[k + 2][i]) / 3;
            }
        }
        Map<String, Finding> findings = findings(draws);
        assertThat(value(findings, "hull-ratio")).as("seed %d", SEED).isLessThan(0.2);
        assertThat(value(findings, "hull-ratio-held-out")).as("seed %d", SEED).isGreaterThan(0.5);
    }

    @Test
    void saysWhereTrainingModelsLieWhenEachIsLeftOut() {
        double[] draws = Arrays.copyOf(training[0], DIMENSION);
        double leftOut = value(findings(draws), "hull-ratio-left-out");
        assertThat(leftOut).as("seed %d", SEED).isCloseTo(value(findings(draws), "hull-ratio-held-out"), within(0.1));
    }

    /** 3 draws at model 7 and 1 at model 20. */
    @Test
    void showsTheModelsThatDrawsAreNearestToBesideTheirMean() {
        double[] draws = new double[4 * DIMENSION];
        for (int k = 0; k < 4; k++) {
            System.arraycopy(training[k < 3 ? 7 : 20], 0, draws, k * DIMENSION, DIMENSION);
        }
        Figure figure = conclusion(draws).figures().stream()
                .filter(one -> one.name().equals("carriers"))
                .findFirst()
                .orElseThrow();
        List<Layer> lines = figure.panels().get(0).layers();

        assertThat(lines)
                .extracting(Layer::label)
                .containsExactly("mean of the draws", "model 7: 75 %", "model 20: 25 %");
        assertThat(((Line) lines.get(0)).y()[3])
                .isCloseTo(0.75 * training[7][3] + 0.25 * training[20][3], within(1e-14));
        assertThat(((Line) lines.get(1)).y()).containsExactly(training[7]);
    }

    @Test
    void showsHullsOfDrawsBesideThoseOfModelsThatNothingMemorized() {
        Figure figure = conclusion(Arrays.copyOf(training[0], DIMENSION)).figures().stream()
                .filter(one -> one.name().equals("hull"))
                .findFirst()
                .orElseThrow();

        assertThat(figure.panels().get(0).layers())
                .extracting(Layer::label)
                .containsExactly("draws", "held-out models", "left-out models");
    }
}
