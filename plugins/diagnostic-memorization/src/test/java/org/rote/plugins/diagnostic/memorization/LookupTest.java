package org.rote.plugins.diagnostic.memorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rote.spi.Atoms;
import org.rote.spi.Distribution;
import org.rote.spi.Evidence;
import org.rote.spi.Finding;
import org.rote.spi.Likelihood;
import org.rote.spi.Posterior;
import org.rote.spi.Severity;
import org.rote.spi.Space;
import org.rote.testkit.AtomPrior;
import org.rote.testkit.DenseOperator;
import org.rote.testkit.TestCase;
import org.rote.testkit.WhiteNoise;

/** One datum that is the sum of two unknowns, with noise of standard deviation 0.5. */
final class LookupTest {

    private static final double ROUNDING = 1e-12;
    private static final double NOISE = 0.5;

    private static Map<String, Finding> findings(double datum, double[]... models) {
        Likelihood likelihood = new Likelihood(
                new DenseOperator(new double[][] {{1, 1}}), new WhiteNoise(1, NOISE), new double[] {datum});
        TestCase subject = TestCase.of(new Posterior(new AtomPrior(models), likelihood));
        return subject.examinedBy(new Lookup()).findings().stream()
                .collect(Collectors.toMap(Finding::name, finding -> finding));
    }

    private static double value(Map<String, Finding> findings, String name) {
        return findings.get(name).value().values()[0];
    }

    @Test
    void weighsTrainingModelsByTheirLikelihood() {
        Map<String, Finding> findings = findings(1, new double[] {0.5, 0.5}, new double[] {0, 0}, new double[] {1, 1});
        double w = Math.exp(-2);
        double[] weights = {1 / (1 + 2 * w), w / (1 + 2 * w), w / (1 + 2 * w)};
        double squares = weights[0] * weights[0] + 2 * weights[1] * weights[1];
        double entropy = -weights[0] * Math.log(weights[0]) - 2 * weights[1] * Math.log(weights[1]);
        assertThat(value(findings, "ess")).isCloseTo(1 / squares, within(ROUNDING));
        assertThat(value(findings, "effective-models")).isCloseTo(Math.exp(entropy), within(ROUNDING));
        assertThat(value(findings, "largest-weight")).isCloseTo(weights[0], within(ROUNDING));
        assertThat(value(findings, "misfit-floor")).isCloseTo(0, within(ROUNDING));
        assertThat(value(findings, "log-likelihood-deviation")).isCloseTo(Math.sqrt(4 / 3.0), within(ROUNDING));
        assertThat(value(findings, "decades-of-models-needed")).isCloseTo(2 / (3 * Math.log(10)), within(ROUNDING));
    }

    @Test
    void takesEquallyLikelyModelsForMoreThanALookup() {
        Map<String, Finding> findings = findings(1, new double[] {0.5, 0.5}, new double[] {1, 0}, new double[] {0, 1});
        assertThat(value(findings, "effective-models")).isCloseTo(3, within(ROUNDING));
        assertThat(findings.get("effective-models").severity()).isEqualTo(Severity.INFO);
        assertThat(findings.get("misfit-floor").severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void warnsOfALookupAndOfDataThatNoTrainingModelExplains() {
        Map<String, Finding> findings = findings(10, new double[] {4, 3}, new double[] {0, 0});
        assertThat(value(findings, "misfit-floor")).isCloseTo(36, within(1e-10));
        assertThat(findings.get("misfit-floor").severity()).isEqualTo(Severity.WARNING);
        assertThat(findings.get("effective-models").severity()).isEqualTo(Severity.WARNING);
        assertThat(findings.get("effective-models").advice()).endsWith(": it is a lookup");
        assertThat(findings).doesNotContainKey("pareto-shape");
    }

    @Test
    void takesLikelihoodsFromASiblingThatWeighedTheModelsAlready() {
        double[][] models = {{0.5, 0.5}, {0, 0}, {1, 1}};
        AtomPrior prior = new AtomPrior(models);
        Posterior posterior = new Posterior(
                prior,
                new Likelihood(
                        new DenseOperator(new double[][] {{Double.NaN, 1}}), new WhiteNoise(1, NOISE), new double[] {1
                        }));
        // what the sibling says: log p(y|x_n) = -1 for each, p(y) = 1/e; the operator itself would give no number
        TestCase weighed = TestCase.of(posterior).withSolution(new Weighed(prior));
        Map<String, Finding> findings =
                TestCase.of(posterior).withSiblings(weighed).examinedBy(new Lookup()).findings().stream()
                        .collect(Collectors.toMap(Finding::name, finding -> finding));
        assertThat(value(findings, "effective-models")).isCloseTo(3, within(ROUNDING));
        double largest = new WhiteNoise(1, NOISE).logDensity(new double[] {1}, new double[] {1});
        assertThat(value(findings, "misfit-floor")).isCloseTo(2 * (largest + 1), within(ROUNDING));
    }

    /** Equal posterior weights, and an evidence of exp(-1). */
    private record Weighed(AtomPrior atoms) implements Distribution, Evidence {

        @Override
        public Space space() {
            return atoms.space();
        }

        @Override
        public double logEvidence() {
            return -1;
        }

        @Override
        public <C> Optional<C> capability(Class<C> type) {
            return type == Atoms.class ? Optional.of(type.cast(atoms)) : Distribution.super.capability(type);
        }
    }
}
