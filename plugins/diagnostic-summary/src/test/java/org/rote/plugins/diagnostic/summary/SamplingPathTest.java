package org.rote.plugins.diagnostic.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rote.spi.Diagnostic.Conclusion;
import org.rote.spi.Draws;
import org.rote.spi.Figure.Band;
import org.rote.spi.Figure.Line;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Rule;
import org.rote.spi.Finding;
import org.rote.spi.Severity;
import org.rote.spi.Value;
import org.rote.testkit.KnownPosterior;
import org.rote.testkit.TestCase;

/** Quantiles over the chains that run, by hand. */
class SamplingPathTest {

    private static final double ROUNDING = 1e-12;
    private static final double NAN = Double.NaN;
    private static final TestCase BARE = TestCase.of(KnownPosterior.all().get(0).posterior());

    private static TestCase kept(int steps, int chains, double... misfit) {
        double[] noise = new double[steps];
        for (int step = 0; step < steps; step++) {
            noise[step] = steps - 1.0 - step;
        }
        return BARE.withArray("path-noise", Value.of(noise))
                .withArray("path-misfit", new Value(new int[] {steps, chains}, misfit));
    }

    private static Conclusion conclude(TestCase subject) {
        return subject.examinedBy(new SamplingPath(), new Draws(0, new double[0]));
    }

    @Test
    void drawsMedianAndBandOverTheChainsThatRun() {
        Conclusion conclusion = conclude(kept(2, 3, 30, 10, 20, 0.5, NAN, 1.5));
        assertThat(conclusion.figures()).hasSize(1);
        Panel panel = conclusion.figures().get(0).panels().get(0);
        assertThat(panel.y().logarithmic()).isTrue();
        Band band = (Band) panel.layers().get(0);
        assertThat(band.lower()).containsExactly(new double[] {12, 0.6}, within(ROUNDING));
        assertThat(band.upper()).containsExactly(new double[] {28, 1.4}, within(ROUNDING));
        Line median = (Line) panel.layers().get(1);
        assertThat(median.x()).containsExactly(1, 2);
        assertThat(median.y()).containsExactly(20, 1);
        assertThat(((Rule) panel.layers().get(2)).at()).isEqualTo(1);
        Line noise = (Line) conclusion.figures().get(0).panels().get(1).layers().get(0);
        assertThat(noise.y()).containsExactly(1, NAN); // no noise at the last step has no logarithm
    }

    @Test
    void findsTheFinalMisfitAndTheChainsThatStopped() {
        List<Finding> findings = conclude(kept(2, 3, 30, 10, 20, 0.5, NAN, 1.5)).findings();
        assertThat(findings).extracting(Finding::name).containsExactly("final-misfit", "stopped-chains");
        assertThat(findings.get(0).value()).isEqualTo(Value.of(1));
        assertThat(findings.get(0).severity()).isEqualTo(Severity.INFO);
        assertThat(findings.get(1).value()).isEqualTo(Value.of(1));
        assertThat(findings.get(1).severity()).isEqualTo(Severity.WARNING);
        Finding unexplained = conclude(kept(1, 2, 90, 110)).findings().get(0);
        assertThat(unexplained.value()).isEqualTo(Value.of(100));
        assertThat(unexplained.severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void hasNoFinalMisfitWhereEveryChainStopped() {
        List<Finding> findings = conclude(kept(2, 1, 3, NAN)).findings();
        assertThat(findings)
                .singleElement()
                .satisfies(stopped -> assertThat(stopped.value()).isEqualTo(Value.of(1)));
    }

    @Test
    void doesNotApplyWhereNothingWasKept() {
        assertThat(new SamplingPath().inapplicable(BARE))
                .contains("the sampler keeps no misfits step by step, as \"dps\" does");
    }

    @Test
    void saysWhichShapesDoNotFit() {
        TestCase subject = BARE.withArray("path-noise", Value.of(new double[] {2, 1}))
                .withArray("path-misfit", Value.of(new double[] {1, 2, 3}));
        assertThat(new SamplingPath().inapplicable(subject))
                .contains("the sampler kept path-noise of shape [2] and path-misfit of shape [3], expected [steps] and"
                        + " [steps, chains]");
    }
}
