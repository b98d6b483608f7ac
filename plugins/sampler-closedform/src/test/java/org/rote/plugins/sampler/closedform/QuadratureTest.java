package org.rote.plugins.sampler.closedform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rote.numerics.Covariances;
import org.rote.spi.Axis;
import org.rote.spi.Chain;
import org.rote.spi.Covariance;
import org.rote.spi.Density;
import org.rote.spi.Drawable;
import org.rote.spi.Evidence;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Likelihood;
import org.rote.spi.NumericsException;
import org.rote.spi.Posterior;
import org.rote.spi.Prior;
import org.rote.spi.Space;
import org.rote.spi.Tabulated;
import org.rote.testkit.DenseOperator;
import org.rote.testkit.MixturePrior;
import org.rote.testkit.ReferenceNumbers;
import org.rote.testkit.TestSamplerContext;
import org.rote.testkit.WhiteNoise;

/** Grids find the posterior by themselves, say when they are too coarse, and give draws with the right moments. */
class QuadratureTest {

    private static final long SEED = 11;

    /** Chance of a false alarm below 1e-4. */
    private static final double STANDARD_ERRORS = 4;

    /** The midpoint rule on a Gaussian to ten standard deviations is exact but for rounding. */
    private static final double ROUNDING = 1e-10;

    private static final QuadratureConfig AUTOMATIC = config(2000);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void drawsHaveTheMomentsOfTheReferenceQuadrature(int sigma) {
        ReferenceNumbers problem = ReferenceNumbers.shared("stylized-1d.json");
        ReferenceNumbers expected = problem.at("per_sigma", sigma, "posterior_quadrature");
        Posterior posterior = Stylized.posterior(
                problem.at("x_train").rows(),
                problem.at("per_sigma", sigma, "sigma").number(),
                problem.at("y").numbers());
        double[] draws = draws(posterior, 20_000);
        double mean = Arrays.stream(draws).average().orElseThrow();
        double centre = expected.at("mean").number();
        double variance = expected.at("variance").number();
        double[] squares =
                Arrays.stream(draws).map(x -> (x - centre) * (x - centre)).toArray();
        double square = Arrays.stream(squares).average().orElseThrow();
        double spread = Math.sqrt(Arrays.stream(squares)
                        .map(s -> (s - square) * (s - square))
                        .average()
                        .orElseThrow()
                / draws.length);
        assertThat(mean)
                .as("seed %d", SEED)
                .isCloseTo(centre, within(STANDARD_ERRORS * Math.sqrt(variance / draws.length)));
        assertThat(square).as("seed %d", SEED).isCloseTo(variance, within(STANDARD_ERRORS * spread));
    }

    private static double[] draws(Posterior posterior, int count) {
        double[] draws = new double[count];
        try (Chain chain =
                new QuadratureSampler(AUTOMATIC).start(posterior, new TestSamplerContext(count).withSeed(SEED))) {
            int done = 0;
            while (done < count) {
                double[] values = chain.advance(count - done).orElseThrow().values();
                System.arraycopy(values, 0, draws, done, values.length);
                done += values.length;
            }
        }
        return draws;
    }

    @Test
    void tableIntegratesToOneAndAgreesWithTheDensity() {
        GridPosterior grid = grid(plane(), config(200));
        double volume = grid.centres().get(0).step() * grid.centres().get(1).step();
        double mass = Arrays.stream(grid.logDensities()).map(Math::exp).sum() * volume;
        double[] x = {grid.centres().get(0).at(90), grid.centres().get(1).at(120)};
        assertThat(mass).isCloseTo(1, within(ROUNDING));
        assertThat(grid.logDensity(x)).isCloseTo(grid.logDensities()[90 * 200 + 120], within(ROUNDING));
    }

    @Test
    void planeGridsNarrowToThePosteriorAroundAllComponents() {
        GridPosterior grid = grid(plane(), config(200));
        // both components become N(μ_n (1 − 0.8), 0.2 I): prior variance 1, noise 0.25, so they lie at x₁ = ∓0.4
        for (int axis = 0; axis < 2; axis++) {
            Axis centres = grid.centres().get(axis);
            double reach = (axis == 0 ? 0.4 : 0) + Math.sqrt(0.2 * 2 * 50); // e⁻⁵⁰ of the peak
            assertThat(centres.count()).isEqualTo(200);
            assertThat(centres.at(0)).isBetween(-reach - 0.5, -reach + 0.3);
            assertThat(centres.at(199)).isBetween(reach - 0.3, reach + 0.5);
        }
        assertThat(grid.capability(Evidence.class)).isPresent();
        assertThat(grid.capability(Tabulated.class)).isPresent();
    }

    /** Two unknowns seen directly, two components at x₁ = ∓2. */
    private static Posterior plane() {
        MixturePrior prior = new MixturePrior(new double[] {1, 1}, new double[][] {{-2, 0}, {2, 0}}, new Covariance[] {
            Covariances.isotropic(2, 1), Covariances.isotropic(2, 1)
        });
        return new Posterior(prior, seen(2));
    }

    private static Likelihood seen(int size) {
        double[][] identity = new double[size][size];
        for (int i = 0; i < size; i++) {
            identity[i][i] = 1;
        }
        return new Likelihood(new DenseOperator(identity), new WhiteNoise(size, 0.5), new double[size]);
    }

    @Test
    void priorsWithoutComponentsAreFoundByTheirDraws() {
        Posterior posterior = new Posterior(new Uniform(true, -3, 5), seen(1));
        GridPosterior grid = grid(posterior, config(2000));
        assertThat(grid.logEvidence()).isCloseTo(Math.log(1.0 / 8), within(1e-8)); // six noise deviations inside
        assertThat(grid.centres().get(0).at(0)).isBetween(-3.2, -2.8);
        assertThat(grid.centres().get(0).at(1999)).isBetween(4.8, 5.2);
    }

    @Test
    void priorsThatTellNeitherComponentsNorDrawsNeedCorners() {
        Posterior posterior = new Posterior(new Uniform(false, -3, 5), seen(1));
        assertThatThrownBy(() -> grid(posterior, AUTOMATIC))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("from: is needed: the prior tells neither components nor draws (give from and to)");
        GridPosterior grid = grid(posterior, corners(List.of(-4.0), List.of(4.0)));
        assertThat(grid.logEvidence()).isCloseTo(Math.log(1.0 / 8), within(1e-8));
    }

    @Test
    void rejectsPriorsWhoseDrawsAgree() {
        assertThatThrownBy(() -> grid(new Posterior(new Uniform(true, 2, 2), seen(1)), AUTOMATIC))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("from: is needed: all draws from the prior agree in unknown 0 (give from and to)");
    }

    @Test
    void rejectsCornersOfAnotherDimension() {
        assertThatThrownBy(() -> grid(plane(), corners(List.of(-4.0), List.of(4.0))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("from: has 1 numbers for 2 unknowns (give one number for each unknown)");
    }

    @Test
    void rejectsMoreCellsThanAPlaneCanHave() {
        assertThatThrownBy(() -> grid(plane(), config(2001)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "cells: must be at most 2000 in two dimensions, got 2001 (narrow the grid with from and to instead)");
    }

    @Test
    void warnsOfGridsThatAreTooCoarse() {
        TestSamplerContext context = new TestSamplerContext(0);
        Posterior posterior =
                new Posterior(MixturePrior.gaussian(new double[] {0.3}, Covariances.isotropic(1, 1)), seen(1));
        QuadratureConfig coarse = new QuadratureConfig(10, Optional.of(List.of(-8.0)), Optional.of(List.of(8.0)));
        GridPosterior.of(posterior, coarse, context);
        assertThat(context.warnings())
                .singleElement()
                .asString()
                .matches(
                        "the quadrature grid of 10 cells a side is too coarse: half of them give an evidence that differs"
                                + " by [0-9.e+-]+ of its value; raise cells, or narrow the grid with from and to");
        TestSamplerContext silent = new TestSamplerContext(0);
        GridPosterior.of(posterior, AUTOMATIC, silent);
        assertThat(silent.warnings()).isEmpty();
    }

    @Test
    void namesThePlaceWhereThePosteriorIsNaN() {
        Posterior posterior = new Posterior(new Broken(), seen(1));
        assertThatThrownBy(() -> grid(posterior, corners(List.of(-4.0), List.of(4.0))))
                .isInstanceOf(NumericsException.class)
                .hasMessageMatching("the log posterior is NaN at x = \\[0\\.\\d+]; narrow the grid with from and to");
    }

    @Test
    void rejectsFewCellsOneCornerAndCornersThatAreNoBox() {
        assertThatThrownBy(() -> new QuadratureConfig(9, Optional.of(List.of(1.0)), Optional.empty()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("cells: must be at least 10, got 9 (give 10 or more);"
                        + " to: is missing while the other corner is given (give both corners or none)");
        assertThatThrownBy(() -> new QuadratureConfig(20_000_000, Optional.empty(), Optional.of(List.of(1.0))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("cells: must be at most 10000000, got 20000000 (narrow the grid with from and to instead);"
                        + " from: is missing while the other corner is given (give both corners or none)");
        assertThatThrownBy(() -> corners(List.of(1.0, 2.0), List.of(3.0)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("to: has 1 numbers, from has 2 (give one number for each unknown in both)");
        assertThatThrownBy(() -> corners(List.of(1.0, 2.0), List.of(1.0, Double.POSITIVE_INFINITY)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("to[0]: must be greater than from[0] = 1.0, got 1.0 (swap the corners);"
                        + " to[1]: must be finite, got Infinity (give a finite number)");
    }

    private static QuadratureConfig config(int cells) {
        return new QuadratureConfig(cells, Optional.empty(), Optional.empty());
    }

    private static QuadratureConfig corners(List<Double> from, List<Double> to) {
        return new QuadratureConfig(2000, Optional.of(from), Optional.of(to));
    }

    private static GridPosterior grid(Posterior posterior, QuadratureConfig config) {
        return GridPosterior.of(posterior, config, new TestSamplerContext(0).withSeed(SEED));
    }

    /** Constant between two numbers; draws are offered or not. */
    private record Uniform(boolean drawable, double from, double to) implements Prior, Density {
        @Override
        public Space space() {
            return Space.vector(1);
        }

        @Override
        public double logDensity(double[] x) {
            return x[0] >= from && x[0] <= to ? -Math.log(to - from) : Double.NEGATIVE_INFINITY;
        }

        @Override
        public <C> Optional<C> capability(Class<C> type) {
            Drawable draws = this::draw;
            return type == Drawable.class && drawable ? Optional.of(type.cast(draws)) : Prior.super.capability(type);
        }

        private void draw(RandomGenerator random, double[] out) {
            out[0] = from + random.nextDouble() * (to - from);
        }
    }

    /** NaN for positive x. */
    private record Broken() implements Prior, Density {
        @Override
        public Space space() {
            return Space.vector(1);
        }

        @Override
        public double logDensity(double[] x) {
            return x[0] > 0 ? Double.NaN : 0;
        }
    }
}
