package org.rote.plugins.diagnostic.memorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rote.plugins.diagnostic.memorization.NearestNeighboursConfig.Of;
import org.rote.spi.Diagnostic.Conclusion;
import org.rote.spi.Draws;
import org.rote.spi.Finding;
import org.rote.spi.Likelihood;
import org.rote.spi.Posterior;
import org.rote.spi.Severity;
import org.rote.spi.Space;
import org.rote.testkit.AtomPrior;
import org.rote.testkit.DenseOperator;
import org.rote.testkit.InMemoryDataset;
import org.rote.testkit.TestCase;
import org.rote.testkit.WhiteNoise;

/** Samplers whose behaviour is known. */
final class NearestNeighboursTest {

    private static final long SEED = 20260623;
    private static final int DIMENSION = 20;
    private static final int MODELS = 100;
    private static final int DRAWS = 400;

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

    private static double[] flat(double[][] rows) {
        return java.util.Arrays.stream(rows)
                .flatMapToDouble(java.util.Arrays::stream)
                .toArray();
    }

    private TestCase subject() {
        Likelihood likelihood =
                new Likelihood(new DenseOperator(new double[1][DIMENSION]), new WhiteNoise(1, 1), new double[] {0});
        return TestCase.of(new Posterior(new AtomPrior(training), likelihood));
    }

    private static NearestNeighboursConfig config(Of of) {
        return new NearestNeighboursConfig(of, Optional.empty(), 50, View.MODEL, false, 500, List.of(0.2));
    }

    private Conclusion conclude(double[][] draws, boolean heldOut) {
        NearestNeighbours diagnostic = new NearestNeighbours(
                config(Of.POSTERIOR),
                heldOut ? Optional.of(new InMemoryDataset(Space.vector(DIMENSION), normal(300))) : Optional.empty());
        return subject().examinedBy(diagnostic, new Draws(draws.length, flat(draws)));
    }

    private static Map<String, Finding> findings(Conclusion conclusion) {
        return conclusion.findings().stream().collect(Collectors.toMap(Finding::name, finding -> finding));
    }

    @Test
    void warnsOfCopiesWithSmallNoise() {
        double[][] draws = normal(DRAWS);
        for (int k = 0; k < DRAWS; k++) {
            for (int i = 0; i < DIMENSION; i++) {
                draws[k][i] = training[k % MODELS][i] + 0.2 * draws[k][i];
            }
        }
        Map<String, Finding> findings = findings(conclude(draws, true));
        for (Measure measure : Measure.values()) {
            Finding excess = findings.get(measure.key() + "-excess");
            assertThat(excess.severity()).as("%s, seed %d", measure, SEED).isEqualTo(Severity.WARNING);
            assertThat(excess.value().isScalar()).isTrue();
            double[] interval =
                    findings.get(measure.key() + "-excess-interval").value().values();
            assertThat(interval).hasSize(2).isSorted();
            assertThat(interval[0])
                    .isGreaterThan(0.5)
                    .isLessThanOrEqualTo(excess.value().values()[0]);
            assertThat(findings.get(measure.key() + "-auc").value().values()[0]).isGreaterThan(0.99);
        }
    }

    @Test
    void findsNothingInFreshDrawsOfThePopulation() {
        Map<String, Finding> findings = findings(conclude(normal(DRAWS), true));
        for (Measure measure : Measure.values()) {
            assertThat(findings.get(measure.key() + "-excess").severity())
                    .as("%s, seed %d", measure, SEED)
                    .isEqualTo(Severity.INFO);
            assertThat(findings.get(measure.key() + "-auc").value().values()[0]).isBetween(0.43, 0.57);
        }
        assertThat(findings).doesNotContainKey("held-out");
    }

    @Test
    void saysWhatCannotBeToldWithoutHeldOutModels() {
        Conclusion conclusion = conclude(normal(DRAWS), false);
        assertThat(findings(conclusion).get("held-out").advice())
                .contains("whether fresh models of the same population would come as close cannot be told");
        assertThat(findings(conclusion).get("ratio-to-mean-excess").advice()).contains("left-out models");
    }

    @Test
    void countsDrawsOfAnEmpiricalPriorAsCopies() {
        TestCase subject = subject();
        Conclusion conclusion = subject.examinedBy(new NearestNeighbours(config(Of.PRIOR), Optional.empty()));
        for (Measure measure : Measure.values()) {
            assertThat(findings(conclusion).get(measure.key() + "-rate").value().values()[0])
                    .isEqualTo(1);
        }
        assertThat(subject.arrays().get("ratio-to-mean").values()).hasSize(500).containsOnly(0);
    }
}
