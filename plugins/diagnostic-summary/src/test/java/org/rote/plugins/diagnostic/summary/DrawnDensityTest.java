package org.rote.plugins.diagnostic.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.rote.numerics.Covariances;
import org.rote.spi.Axis;
import org.rote.spi.Draws;
import org.rote.spi.Figure;
import org.rote.spi.Figure.Contours;
import org.rote.spi.Figure.Layer;
import org.rote.spi.Figure.Line;
import org.rote.spi.Likelihood;
import org.rote.spi.Posterior;
import org.rote.testkit.DenseOperator;
import org.rote.testkit.MixturePrior;
import org.rote.testkit.TestCase;
import org.rote.testkit.WhiteNoise;

/** Estimates of a density whose draws are known. */
class DrawnDensityTest {

    private static final long SEED = 11;
    private static final double ROUNDING = 1e-12;

    /** The density at a point from 20 000 draws has an error of a few per cent. */
    private static final double ESTIMATED = 0.06;

    private static DrawnDensity of(int size, double... values) {
        DrawnDensity density = new DrawnDensity(size);
        int half = values.length / size / 2;
        density.accept(new Draws(half, Arrays.copyOf(values, half * size)));
        density.accept(new Draws(values.length / size - half, Arrays.copyOfRange(values, half * size, values.length)));
        return density;
    }

    private static double[] normal(int count) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] values = new double[count];
        Arrays.setAll(values, i -> random.nextGaussian());
        return values;
    }

    @Test
    void histogramCountsDrawsInBins() {
        DrawnDensity.Histogram bars = of(1, 0.5, 0.5, 1.5, 99).histogram(0, 10);
        assertThat(bars.density()).hasSize(10);
        assertThat(bars.density()[0]).isCloseTo(0.5, within(ROUNDING)); // the draw at 99 counts too
        assertThat(bars.density()[1]).isCloseTo(0.25, within(ROUNDING));
        assertThat(Arrays.copyOf(bars.x(), 4)).containsExactly(0, 1, 1, 2);
        assertThat(Arrays.copyOf(bars.y(), 4)).containsExactly(0.5, 0.5, 0.25, 0.25);
    }

    @Test
    void drawsAtOnePlaceAreOneThinBin() {
        assertThat(of(1, 2, 2, 2, 2).histogram(0, 3).density()).hasSize(300);
    }

    @Test
    void histogramOfNormalDrawsIsTheNormalDensity() {
        DrawnDensity.Histogram bars = of(1, normal(20_000)).histogram(-4, 4);
        double middle = bars.density()[bars.density().length / 2];
        assertThat(middle).as("seed %d", SEED).isCloseTo(1 / Math.sqrt(2 * Math.PI), within(ESTIMATED));
    }

    @Test
    void kernelEstimateKeepsTheMassAndThePlace() {
        double[] draws = normal(40_000);
        for (int k = 0; k < draws.length; k += 2) {
            draws[k] = 3 + 2 * draws[k];
        }
        Axis horizontal = new Axis("x₁", "1", 120, 0.2, -9);
        Axis vertical = new Axis("x₂", "1", 90, 0.1, -4.5);
        double[] density = of(2, draws).smoothed(horizontal, vertical);
        assertThat(Arrays.stream(density).sum() * 0.2 * 0.1).isCloseTo(1, within(1e-3));
        assertThat(density[60 * 90 + 45]).as("seed %d", SEED).isCloseTo(1 / (4 * Math.PI), within(0.1 / (4 * Math.PI)));
        double[] transposed = new double[draws.length];
        for (int k = 0; k < draws.length; k += 2) {
            transposed[k] = draws[k + 1];
            transposed[k + 1] = draws[k];
        }
        double[] other = of(2, transposed).smoothed(vertical, horizontal);
        assertThat(other[45 * 120 + 60]).isCloseTo(density[60 * 90 + 45], within(ROUNDING));
        assertThat(other[20 * 120 + 70]).isCloseTo(density[70 * 90 + 20], within(ROUNDING));
    }

    @Test
    void samplersWithoutClosedFormAreShownByTheirDraws() {
        Figure line = figure(1, normal(100));
        Layer drawn = line.panels().get(0).layers().stream()
                .filter(layer -> layer.label().equals("draws (histogram)"))
                .findFirst()
                .orElseThrow();
        assertThat(((Line) drawn).role()).isEqualTo(Figure.Role.APPROXIMATE);
        Figure plane = figure(2, normal(200));
        assertThat(plane.panels().get(1).layers()).anySatisfy(layer -> {
            assertThat(layer.label()).isEqualTo("draws (kernel estimate)");
            assertThat(((Contours) layer).levels()).hasSize(3);
        });
    }

    @Test
    void closedFormsAreNotBlurredByTheirDraws() {
        MixturePrior normal = MixturePrior.gaussian(new double[1], Covariances.isotropic(1, 1));
        Figure figure = subject(1)
                .withSolution(normal)
                .examinedBy(new Densities(), new Draws(100, normal(100)))
                .figures()
                .get(0);
        assertThat(figure.panels().get(0).layers())
                .extracting(Layer::label)
                .doesNotContain("draws (histogram)")
                .contains("mixture posterior");
    }

    private static Figure figure(int size, double[] draws) {
        return subject(size)
                .examinedBy(new Densities(), new Draws(draws.length / size, draws))
                .figures()
                .get(0);
    }

    private static TestCase subject(int size) {
        double[][] identity = new double[size][size];
        for (int i = 0; i < size; i++) {
            identity[i][i] = 1;
        }
        return TestCase.of(new Posterior(
                MixturePrior.gaussian(new double[size], Covariances.isotropic(size, 1)),
                new Likelihood(new DenseOperator(identity), new WhiteNoise(size, 1), new double[size])));
    }
}
