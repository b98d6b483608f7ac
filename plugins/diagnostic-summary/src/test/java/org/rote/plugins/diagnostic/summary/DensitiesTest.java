package org.rote.plugins.diagnostic.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rote.numerics.Covariances;
import org.rote.spi.Axis;
import org.rote.spi.Covariance;
import org.rote.spi.Distribution;
import org.rote.spi.Element;
import org.rote.spi.Figure;
import org.rote.spi.Figure.Contours;
import org.rote.spi.Figure.Ellipses;
import org.rote.spi.Figure.Layer;
import org.rote.spi.Figure.Line;
import org.rote.spi.Figure.Points;
import org.rote.spi.Likelihood;
import org.rote.spi.LinearOperator;
import org.rote.spi.Posterior;
import org.rote.spi.Prior;
import org.rote.spi.Space;
import org.rote.spi.Tabulated;
import org.rote.testkit.AtomPrior;
import org.rote.testkit.DenseOperator;
import org.rote.testkit.MixturePrior;
import org.rote.testkit.TestCase;
import org.rote.testkit.WhiteNoise;

/** Pictures of one and two unknowns: what is in them, and that contours enclose what they say. */
class DensitiesTest {

    /** A share of the mass, on a grid of 240 by 240 cells. */
    private static final double ENCLOSED = 0.01;

    @Test
    void oneUnknownIsDrawnAsCurvesOverItsTrainingModels() {
        TestCase subject = line(1).withSolution(gaussian(1, 0.5))
                .withSiblings(TestCase.of(line(1).posterior()).withSolution(table(1)));
        Figure figure = figure(subject.withTruth(0.3));
        assertThat(labels(figure, 0))
                .containsExactly(
                        "prior", "posterior", "mixture posterior", "likelihood (scaled)", "prior means", "truth");
        Line prior = (Line) layers(figure, 0).get(0);
        assertThat(integral(prior)).isCloseTo(1, within(0.02)); // to two and a half standard deviations and a margin
        Line posterior = (Line) layers(figure, 0).get(2);
        assertThat(integral(posterior)).isCloseTo(1, within(1e-3));
    }

    @Test
    void likelihoodOfManyDataIsScaledWithoutUnderflow() {
        // 2 000 data at 40 standard deviations: log p(y | x) is below −1e6 everywhere
        double[] data = new double[2000];
        Arrays.fill(data, 20);
        double[][] ones = new double[2000][];
        Arrays.fill(ones, new double[] {1});
        Prior prior = MixturePrior.gaussian(new double[] {0}, Covariances.isotropic(1, 1));
        Posterior posterior =
                new Posterior(prior, new Likelihood(new DenseOperator(ones), new WhiteNoise(2000, 0.5), data));
        Figure figure = figure(TestCase.of(posterior).withSolution(gaussian(1, 0.5)));
        Line posteriorLine = (Line) layers(figure, 0).get(1);
        Line likelihood = (Line) layers(figure, 0).get(2);
        assertThat(likelihood.label()).isEqualTo("likelihood (scaled)");
        assertThat(Arrays.stream(likelihood.y()).max())
                .hasValue(Arrays.stream(posteriorLine.y()).max().orElseThrow());
    }

    @Test
    void densitiesHaveTheUnitOfTheirSpace() {
        Space speed = new Space(List.of(Axis.index("layer", 1)), "velocity", "m/s", Element.FLOAT64);
        Distribution known = MixturePrior.gaussian(new double[] {0}, Covariances.isotropic(1, 1));
        Prior prior = new Prior() {
            @Override
            public Space space() {
                return speed;
            }

            @Override
            public <C> Optional<C> capability(Class<C> type) {
                return known.capability(type);
            }
        };
        Likelihood likelihood = new Likelihood(
                new LinearOperator() {
                    @Override
                    public Space domain() {
                        return speed;
                    }

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
                        out[0] = dy[0];
                    }
                },
                new WhiteNoise(1, 1),
                new double[] {0});
        Figure figure = figure(TestCase.of(new Posterior(prior, likelihood)));
        assertThat(figure.panels().get(0).x().unit()).isEqualTo("m/s");
        assertThat(figure.panels().get(0).y().unit()).isEqualTo("1/(m/s)");
    }

    @Test
    void atomsAreStemsAsHighAsTheirWeights() {
        AtomPrior atoms = new AtomPrior(new double[] {1, 0, 3}, new double[][] {{0}, {1}, {2}});
        Likelihood likelihood =
                new Likelihood(new DenseOperator(new double[][] {{1}}), new WhiteNoise(1, 1), new double[] {0});
        Figure figure = figure(TestCase.of(new Posterior(atoms, likelihood)).withSolution(atoms));
        assertThat(labels(figure, 0)).containsExactly("posterior weights", "likelihood (scaled)", "training models");
        Line stems = (Line) layers(figure, 0).get(0);
        assertThat(new double[] {stems.y()[1], stems.y()[4], stems.y()[7]})
                .containsExactly(new double[] {0.25, 0, 0.75}, within(1e-15));
        assertThat(figure.panels().get(0).y().label()).isEqualTo("weight");
    }

    @Test
    void twoUnknownsAreDrawnAsMapsWithEllipses() {
        TestCase subject = line(2).withSolution(gaussian(2, 0.5))
                .withSiblings(TestCase.of(line(2).posterior()).withSolution(table(2)));
        Figure figure = figure(subject.withTruth(0.1, 0.2));
        assertThat(figure.panels())
                .extracting(Figure.Panel::title)
                .containsExactly("prior and likelihood", "posterior");
        assertThat(labels(figure, 0)).containsExactly("prior", "likelihood", "prior means", "truth");
        assertThat(labels(figure, 1))
                .containsExactly("posterior", "mixture posterior", "components", "prior means", "truth");
        Ellipses ellipses = (Ellipses) layers(figure, 1).get(2);
        assertThat(ellipses.covariances()).containsExactly(new double[] {0.25, 0, 0, 0.25}, within(1e-12));
        assertThat(ellipses.weights()).containsExactly(1);
    }

    @Test
    void contoursEncloseTheirShareOfTheMass() {
        Figure figure = figure(line(2).withSolution(gaussian(2, 0.5)));
        Contours contours = (Contours) layers(figure, 1).get(0);
        double[] density = contours.field().values();
        double total = Arrays.stream(density).sum();
        double[] shares = {0.99, 0.9, 0.5};
        for (int k = 0; k < shares.length; k++) {
            double level = contours.levels()[k];
            assertThat(Arrays.stream(density).filter(value -> value >= level).sum() / total)
                    .isCloseTo(shares[k], within(ENCLOSED));
            // of a Gaussian with peak 1 the contour around the share s is at height 1 − s
            assertThat(level).isCloseTo(1 - shares[k], within(ENCLOSED));
        }
    }

    @Test
    void levelsOfOneCellAndOfAConstantAreWithinTheRange() {
        double[] single = new double[100];
        single[42] = 1;
        assertThat(DensityMaps.levels(single)).containsExactly(0.5, 0.5, 0.5);
        double[] constant = new double[100];
        Arrays.fill(constant, 1);
        assertThat(DensityMaps.levels(constant)).containsExactly(1, 1, 1);
    }

    @Test
    void densitiesThatAreUndefinedEverywhereAreLeftOut() {
        Likelihood broken = new Likelihood(
                new DenseOperator(new double[][] {{Double.NaN, 0}}), new WhiteNoise(1, 1), new double[] {0});
        Posterior posterior = new Posterior(MixturePrior.gaussian(new double[2], Covariances.isotropic(2, 1)), broken);
        assertThat(labels(figure(TestCase.of(posterior)), 0)).containsExactly("prior", "prior means");
    }

    @Test
    void theHeaviestOfAtomsIsMarked() {
        AtomPrior atoms = new AtomPrior(new double[] {1, 0, 3}, new double[][] {{0, 0}, {1, 5}, {2, 1}});
        Likelihood likelihood =
                new Likelihood(new DenseOperator(new double[][] {{1, 1}}), new WhiteNoise(1, 1), new double[] {0});
        Figure figure = figure(TestCase.of(new Posterior(atoms, likelihood)).withSolution(atoms));
        Points heaviest = (Points) layers(figure, 1).get(0);
        assertThat(heaviest.label()).isEqualTo("heaviest atom");
        assertThat(new double[] {heaviest.x()[0], heaviest.y()[0]}).containsExactly(2, 1);
    }

    @Test
    void saysThatNothingTellsWhereTheDensityLies() {
        AtomPrior point = new AtomPrior(new double[][] {{1}});
        Likelihood likelihood =
                new Likelihood(new DenseOperator(new double[][] {{1}}), new WhiteNoise(1, 1), new double[] {0});
        assertThat(new Densities().inapplicable(TestCase.of(new Posterior(point, likelihood))))
                .contains("neither prior nor solution says where the density lies");
    }

    /** Unknowns under a standard normal prior, each seen with unit noise. */
    private static TestCase line(int size) {
        double[][] identity = new double[size][size];
        for (int i = 0; i < size; i++) {
            identity[i][i] = 1;
        }
        Prior prior = MixturePrior.gaussian(new double[size], Covariances.isotropic(size, 1));
        return TestCase.of(new Posterior(
                prior, new Likelihood(new DenseOperator(identity), new WhiteNoise(size, 1), new double[size])));
    }

    private static Distribution gaussian(int size, double deviation) {
        Covariance covariance = Covariances.isotropic(size, deviation * deviation);
        return MixturePrior.gaussian(new double[size], covariance);
    }

    private static Distribution table(int size) {
        Axis axis = new Axis("x", "1", 41, 0.2, -4);
        int cells = (int) Math.pow(41, size);
        double[] logs = new double[cells];
        for (int cell = 0; cell < cells; cell++) {
            for (int rest = cell, i = 0; i < size; i++, rest /= 41) {
                logs[cell] -= axis.at(rest % 41) * axis.at(rest % 41);
            }
        }
        return new Table(Collections.nCopies(size, axis), logs);
    }

    private record Table(List<Axis> centres, double[] logDensities) implements Distribution, Tabulated {
        @Override
        public Space space() {
            return Space.vector(centres.size());
        }

        @Override
        public double logDensity(double[] x) {
            return -Arrays.stream(x).map(value -> value * value).sum();
        }
    }

    private static Figure figure(TestCase subject) {
        assertThat(new Densities().inapplicable(subject)).isEmpty();
        return new Densities().examine(subject).conclude().figures().get(0);
    }

    private static List<Layer> layers(Figure figure, int panel) {
        return figure.panels().get(panel).layers();
    }

    private static List<String> labels(Figure figure, int panel) {
        return layers(figure, panel).stream().map(Layer::label).toList();
    }

    private static double integral(Line line) {
        double step = line.x()[1] - line.x()[0];
        return Arrays.stream(line.y()).sum() * step;
    }
}
