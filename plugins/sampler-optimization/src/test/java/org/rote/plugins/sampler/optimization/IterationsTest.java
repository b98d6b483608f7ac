package org.rote.plugins.sampler.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rote.spi.Axis;
import org.rote.spi.Diagnostic.Conclusion;
import org.rote.spi.Element;
import org.rote.spi.Figure;
import org.rote.spi.Figure.Line;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Rule;
import org.rote.spi.Finding;
import org.rote.spi.Posterior;
import org.rote.spi.Space;
import org.rote.spi.Value;
import org.rote.testkit.TestCase;
import org.rote.testkit.TestSamplerContext;

class IterationsTest {

    private final Iterations diagnostic = new Iterations(4);

    /** A finished inversion in two stages of three and two iterations. */
    private static TestCase finished(Posterior posterior, Settings settings) {
        TestSamplerContext context = new TestSamplerContext(1);
        Inversion.estimate(settings.sampler(), posterior, context);
        TestCase subject = TestCase.of(posterior);
        for (Map.Entry<String, Value> array : context.arrays().entrySet()) {
            subject = subject.withArray(array.getKey(), array.getValue());
        }
        return subject;
    }

    private static TestCase arrivals() {
        Settings settings = Settings.ignored().from(0.05, 0.15).stages(Settings.below(1.5, 3), Settings.whole(2));
        return finished(Inversion.arrivals(), settings).withTruth(Arrivals.TRUTH);
    }

    private static Finding finding(Conclusion conclusion, String name) {
        return conclusion.findings().stream()
                .filter(finding -> finding.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsIterationsAndSaysWhyEachStageEnded() {
        Conclusion conclusion = arrivals().examinedBy(diagnostic);
        Finding iterations = finding(conclusion, "iterations");
        assertThat(iterations.value().values()).containsExactly(3, 2);
        assertThat(iterations.advice())
                .isEqualTo(
                        "by stage: 1 (below 1.5 Hz) ended because it came to its number of iterations; 2 (all frequencies)"
                                + " ended because it came to its number of iterations");
        assertThat(finding(conclusion, "evaluations").value().values()[0]).isGreaterThanOrEqualTo(7);
    }

    @Test
    void tellsMisfitAndErrorAtStartAndEstimate() {
        Conclusion conclusion = arrivals().examinedBy(diagnostic);
        double[] misfit = finding(conclusion, "misfit").value().values();
        assertThat(misfit[1]).isLessThan(misfit[0] / 10);
        double[] error = finding(conclusion, "error").value().values();
        assertThat(error[0]).isCloseTo(Math.sqrt(0.06 * 0.06 / 2), within(1e-12));
        assertThat(error[1]).isLessThan(error[0]);
        assertThat(finding(conclusion, "error").unit()).isEqualTo("s/m");
    }

    @Test
    void drawsAGapAndARuleBetweenStages() {
        Figure figure = arrivals().examinedBy(diagnostic).figures().get(0);
        assertThat(figure.caption()).contains("(below 1.5 Hz, then all frequencies)");
        assertThat(figure.panels()).hasSize(3);
        for (Panel panel : figure.panels()) {
            assertThat(panel.layers())
                    .anySatisfy(layer -> assertThat(layer).isInstanceOfSatisfying(Rule.class, rule -> {
                        assertThat(rule.vertical()).isTrue();
                        assertThat(rule.at()).isEqualTo(3);
                    }));
        }
        Line objective = (Line) figure.panels().get(0).layers().get(1);
        assertThat(objective.label()).isEqualTo("objective of the stage");
        assertThat(objective.x()).containsExactly(0, 1, 2, 3, 3, 3, 4, 5);
        assertThat(objective.y()[4]).isNaN();
        Line gradient = (Line) figure.panels().get(1).layers().get(1);
        assertThat(gradient.y()[0]).isEqualTo(1);
        assertThat(gradient.y()[5]).isEqualTo(1);
    }

    @Test
    void showsNoObjectiveBesideTheMisfitWhereItIsTheSame() {
        TestCase subject = finished(Inversion.arrivals(), Settings.ignored().from(0.1, 0.14));
        Figure figure = subject.examinedBy(diagnostic).figures().get(0);
        assertThat(figure.panels()).hasSize(2);
        List<String> labels = figure.panels().get(0).layers().stream()
                .map(Figure.Layer::label)
                .toList();
        assertThat(labels).containsExactly("", "noise level");
    }

    @Test
    void picturesStartAndEstimateAndSomeBetween() {
        Posterior posterior = Inversion.of(new Blur(3, 4), new double[12], new double[12]);
        double[] start = new double[12];
        java.util.Arrays.setAll(start, i -> 1 + i);
        TestCase subject = finished(posterior, Settings.ignored().from(start)).withTruth(new double[12]);
        Figure figure = subject.examinedBy(diagnostic).figures().get(1);
        assertThat(figure.name()).isEqualTo("iterates");
        assertThat(figure.panels()).hasSize(5);
        assertThat(figure.panels().get(0).title()).isEqualTo("truth");
        assertThat(figure.panels().get(1).title()).isEqualTo("start");
        Figure.Image first = (Figure.Image) figure.panels().get(1).layers().get(0);
        assertThat(first.field().values()).containsExactly(start);
    }

    @Test
    void picturesASectionOfAVolume() {
        Space volume = new Space(
                List.of(Axis.metres("x", 2, 10), Axis.metres("y", 3, 10), Axis.metres("z", 2, 10)),
                "porosity",
                "1",
                Element.FLOAT64);
        double[] start = new double[12];
        java.util.Arrays.setAll(start, i -> 1 + i);
        Posterior posterior = Inversion.of(new Blur(volume), new double[12], new double[12]);
        Figure figure = finished(posterior, Settings.ignored().from(start))
                .examinedBy(diagnostic)
                .figures()
                .get(1);
        assertThat(figure.title()).isEqualTo("Models on the way, x–z section at y = 10 m");
        Figure.Image first = (Figure.Image) figure.panels().get(0).layers().get(0);
        assertThat(first.field().values()).containsExactly(3, 4, 9, 10);
    }

    @Test
    void passesOverSamplersWithoutIterations() {
        assertThat(diagnostic.inapplicable(TestCase.of(Inversion.arrivals())))
                .contains("the sampler keeps no history of its iterations, as \"lbfgs\" does");
    }
}
