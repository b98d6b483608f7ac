package org.rote.plugins.diagnostic.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rote.numerics.Covariances;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Axis;
import org.rote.spi.Compositions;
import org.rote.spi.Diagnostic.Conclusion;
import org.rote.spi.Draws;
import org.rote.spi.Element;
import org.rote.spi.Figure;
import org.rote.spi.Figure.Image;
import org.rote.spi.Finding;
import org.rote.spi.Likelihood;
import org.rote.spi.LinearOperator;
import org.rote.spi.Linearization;
import org.rote.spi.Parameterization;
import org.rote.spi.Posterior;
import org.rote.spi.Space;
import org.rote.testkit.MixturePrior;
import org.rote.testkit.TestCase;
import org.rote.testkit.WhiteNoise;

/** Behind a parameterization everything is told of models, and pictures show velocity. */
class MappedSummaryTest {

    private static final double ROUNDING = 1e-9;

    /** One coordinate, four cells of squared slowness: m = x² in each. */
    private record Squared(Space range) implements Parameterization {
        @Override
        public Space domain() {
            return Space.vector(1);
        }

        @Override
        public void forward(double[] x, double[] out) {
            Arrays.fill(out, x[0] * x[0]);
        }

        @Override
        public Linearization linearize(double[] x) {
            throw new UnsupportedOperationException("not asked for in these tests");
        }
    }

    /** The first cell. */
    private record First(Space domain) implements LinearOperator {
        @Override
        public Space range() {
            return Space.vector(1);
        }

        @Override
        public void apply(double[] dx, double[] out) {
            out[0] = dx[0];
        }

        @Override
        public void applyAdjoint(double[] dy, double[] out) {
            Arrays.fill(out, 0);
            out[0] = dy[0];
        }
    }

    private static final Space MODELS = WaveSpeed.SQUARED_SLOWNESS.in(
            new Space(List.of(Axis.metres("x", 2, 10), Axis.metres("z", 2, 5)), "value", "1", Element.FLOAT64));

    private static TestCase subject(Optional<double[]> trueModel) {
        Squared squared = new Squared(MODELS);
        Likelihood likelihood = new Likelihood(
                Compositions.compose(new First(MODELS), squared), new WhiteNoise(1, 1), new double[] {4});
        return TestCase.of(
                        new Posterior(MixturePrior.gaussian(new double[] {0}, Covariances.isotropic(1, 1)), likelihood))
                .behind(squared, trueModel);
    }

    @Test
    void findingsAreThoseOfTheModels() {
        // coordinates 1, 3: models 1, 9 with mean 5 and standard deviation √32, not the model of the mean, 4
        TestCase subject = subject(Optional.of(new double[] {5, 5, 5, 9}));
        Conclusion conclusion = subject.examinedBy(new PosteriorSummary(), new Draws(2, new double[] {1, 3}));
        Map<String, Finding> findings =
                conclusion.findings().stream().collect(Collectors.toMap(Finding::name, finding -> finding));
        assertThat(value(findings, "spread")).isCloseTo(Math.sqrt(32), within(ROUNDING));
        assertThat(findings.get("spread").unit()).isEqualTo("s^2/m^2");
        assertThat(value(findings, "error")).isCloseTo(2, within(ROUNDING)); // rms of (0, 0, 0, 4)
        assertThat(value(findings, "covered")).isEqualTo(1);
        assertThat(value(findings, "misfit")).isCloseTo(0, within(ROUNDING)); // of the mean coordinate 2
        assertThat(subject.arrays().get("mean").shape()).containsExactly(2, 2);
        assertThat(subject.arrays().get("mean").values()).containsExactly(5, 5, 5, 5);
    }

    @Test
    void picturesShowVelocity() {
        Conclusion conclusion = subject(Optional.of(new double[] {4, 4, 4, 4}))
                .examinedBy(new PosteriorSummary(), new Draws(2, new double[] {1, 3}));
        Figure summary = conclusion.figures().get(0);
        Image truth = (Image) summary.panels().get(0).layers().get(0);
        assertThat(truth.label()).isEqualTo("velocity");
        assertThat(truth.unit()).isEqualTo("m/s");
        assertThat(truth.field().values()).containsOnly(0.5); // 1/√4
        Image spread = (Image) summary.panels().get(2).layers().get(0);
        // ½ v³ times √32 at v = 1/√5
        assertThat(spread.field().values()[0]).isCloseTo(Math.sqrt(32) / (2 * Math.pow(5, 1.5)), within(ROUNDING));
    }

    @Test
    void slownessIsShownAsVelocityToFirstOrder() {
        FieldSummary given = new FieldSummary(
                WaveSpeed.SLOWNESS.in(MODELS),
                Optional.empty(),
                new double[] {0.5, 0.5, 0.5, -0.1},
                Optional.of(new double[] {0.1, 0.1, 0.1, 0.1}),
                List.of(),
                Optional.empty());
        FieldSummary shown = given.pictured();
        assertThat(shown.mean()).containsExactly(2, 2, 2, Double.NaN);
        assertThat(shown.deviation().orElseThrow()[0]).isCloseTo(0.4, within(ROUNDING)); // v² · 0.1
        assertThat(FieldFigures.of(given)).singleElement().satisfies(figure -> {
            Image mean = (Image) figure.panels().get(0).layers().get(0);
            assertThat(mean.to()).isEqualTo(OptionalDouble.of(2)); // what has no velocity sets no scale
        });
        FieldSummary other = new FieldSummary(
                MODELS, Optional.empty(), new double[4], Optional.empty(), List.of(), Optional.empty());
        assertThat(WaveSpeed.VELOCITY.in(MODELS)).isEqualTo(other.pictured().space());
    }

    private static double value(Map<String, Finding> findings, String name) {
        return findings.get(name).value().values()[0];
    }
}
