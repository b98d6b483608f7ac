package org.rote.priors.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rote.numerics.Correlation;
import org.rote.numerics.Covariances;
import org.rote.priors.mixture.CovarianceConfig.Correlated;
import org.rote.priors.mixture.CovarianceConfig.Diagonal;
import org.rote.priors.mixture.CovarianceConfig.Full;
import org.rote.priors.mixture.CovarianceConfig.Isotropic;
import org.rote.priors.mixture.CovarianceConfig.LowRank;
import org.rote.spi.Axis;
import org.rote.spi.Element;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Space;
import org.rote.testkit.FixedPart;
import org.rote.testkit.InMemoryDataset;
import org.rote.testkit.TestContext;

class CovarianceConfigTest {

    private static final Space PAIR = Space.vector(2);
    private static final Space VELOCITY =
            new Space(List.of(Axis.metres("x", 2, 10), Axis.metres("z", 2, 5)), "velocity", "m/s", Element.FLOAT32);

    /** Rounding of an eigendecomposition of a few numbers, relative to the largest. */
    private static final double ROUNDING = 1e-13;

    private static double[] matrix(CovarianceConfig config, Space space) {
        return Covariances.toMatrix(new CovarianceMaker(TestContext.in(space), "covariance").make(config));
    }

    @Test
    void squaresStandardDeviationsInTheUnitOfTheModel() {
        assertThat(matrix(new Isotropic("0.1 km/s"), VELOCITY)[0]).isCloseTo(1e4, within(1e-8));
        assertThat(matrix(new Diagonal(List.of("2", "3")), PAIR)).containsExactly(4, 0, 0, 9);
        assertThat(matrix(new Full(List.of(List.of(4.0, 1.0), List.of(1.0, 9.0)), "1"), PAIR))
                .containsExactly(new double[] {4, 1, 1, 9}, within(ROUNDING * 9));
    }

    @Test
    void convertsAMatrixByTheSquareOfItsUnit() {
        Space line = new Space(List.of(Axis.metres("x", 2, 10)), "velocity", "m/s", Element.FLOAT64);

        assertThat(matrix(new Full(List.of(List.of(4.0, 1.0), List.of(1.0, 9.0)), "km/s"), line))
                .containsExactly(new double[] {4e6, 1e6, 1e6, 9e6}, within(ROUNDING * 9e6));
    }

    @Test
    void addsDirectionsToTheIsotropicPart() {
        CovarianceConfig config = new LowRank(
                "0.5", new FixedPart<>("inline", InMemoryDataset.of(new double[] {1, 2}, new double[] {0, 1})));

        assertThat(matrix(config, PAIR)).containsExactly(new double[] {1.25, 2, 2, 5.25}, within(ROUNDING * 5));
    }

    @Test
    void correlatesAFieldAlongBothAxes() {
        double[] matrix =
                matrix(new Correlated("2 m/s", List.of("20 m", "10 m"), Correlation.EXPONENTIAL, 0.1), VELOCITY);
        double alongX = Math.exp(-0.5);
        double alongZ = Math.exp(-0.5);
        double part = 4 * 0.9;

        assertThat(matrix[0]).isCloseTo(4, within(ROUNDING * 4));
        assertThat(matrix[1]).isCloseTo(part * alongZ, within(ROUNDING * 4));
        assertThat(matrix[2]).isCloseTo(part * alongX, within(ROUNDING * 4));
        assertThat(matrix[3]).isCloseTo(part * alongX * alongZ, within(ROUNDING * 4));
    }

    @Test
    void gaussianKernelFallsOffWithTheSquare() {
        double[] matrix = matrix(new Correlated("1 m/s", List.of("10 m"), Correlation.GAUSSIAN, 0), VELOCITY);

        assertThat(matrix[2]).isCloseTo(Math.exp(-0.5), within(ROUNDING));
        assertThat(matrix[1]).isCloseTo(Math.exp(-0.125), within(ROUNDING));
    }

    @Test
    void handlesASmoothFieldOfSeventyBySeventyCells() {
        Space field = new Space(
                List.of(Axis.metres("x", 70, 10), Axis.metres("z", 70, 10)), "slowness", "s/m", Element.FLOAT32);
        var covariance = new CovarianceMaker(TestContext.in(field), "covariance")
                .make(new Correlated("1e-5 s/m", List.of("150 m"), Correlation.GAUSSIAN, 1e-6));
        double[] v = new double[4900];
        v[2415] = 1;
        double[] solved = new double[4900];
        double[] back = new double[4900];
        covariance.solve(v, solved);
        covariance.apply(solved, back);

        // the condition number is about 4e8
        assertThat(back).containsExactly(v, within(1e-6));
    }

    @Test
    void namesTheSmallestEigenvalue() {
        assertThatThrownBy(() -> matrix(new Full(List.of(List.of(1.0, 2.0), List.of(2.0, 1.0)), "1"), PAIR))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("covariance: covariance is not positive definite: its smallest eigenvalue is -")
                .hasMessageEndingWith("(give a covariance whose eigenvalues are all positive)");
    }

    @Test
    void asksForTheUnitOfAMatrix() {
        assertThatThrownBy(() -> matrix(new Full(List.of(List.of(1.0)), "1"), VELOCITY))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "covariance.unit: unit 1 is not a unit of the same kind as m/s (give the unit of the model, m/s)");
    }

    @Test
    void rejectsAMatrixThatIsNoSquare() {
        assertThatThrownBy(() -> new Full(List.of(List.of(1.0, 2.0), List.of(2.0)), "1"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("matrix[1]: has 1 entries in a matrix of 2 rows (give a square matrix)");
    }

    @Test
    void rejectsCountsThatDoNotFitTheModel() {
        assertThatThrownBy(() -> matrix(new Diagonal(List.of("1", "2", "3")), PAIR))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "covariance.standard-deviations: has 3 for 2 unknowns (value, component 2) (give one for each)");
        assertThatThrownBy(() -> matrix(
                        new Correlated("1 m/s", List.of("1 m", "1 m", "1 m"), Correlation.EXPONENTIAL, 0.1), VELOCITY))
                .hasMessageStartingWith("covariance.lengths: has 3 for 2 axes");
    }

    @Test
    void rejectsSpreadsThatAreNotPositive() {
        assertThatThrownBy(() -> new Isotropic("0 m/s"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "standard-deviation: must be greater than 0, got 0 m/s (give a positive standard deviation)");
        assertThatThrownBy(() -> new Diagonal(List.of("1", "-1")))
                .hasMessage(
                        "standard-deviations[1]: must be greater than 0, got -1 (give a positive standard deviation)");
        assertThatThrownBy(() -> new LowRank("-1", new FixedPart<>("inline", InMemoryDataset.of(new double[1]))))
                .hasMessage("standard-deviation: must be greater than 0, got -1 (give a positive standard deviation)");
        assertThatThrownBy(() -> new Correlated("1", List.of("0 m"), Correlation.GAUSSIAN, 0))
                .hasMessage("lengths: must be greater than 0, got 0 m (give a positive length)");
        assertThatThrownBy(() -> new Correlated("1", List.of("1 m"), Correlation.GAUSSIAN, 2))
                .hasMessage("nugget: must be between 0 and 1, got 2.0 (give a small fraction such as 1e-6)");
    }

    @Test
    void asksForTheUnitOfAnAxis() {
        assertThatThrownBy(
                        () -> matrix(new Correlated("1 m/s", List.of("100"), Correlation.EXPONENTIAL, 0.1), VELOCITY))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("covariance.lengths: needs a unit, got 100; write for example \"100 m\"");
    }

    @Test
    void saysWhenAFieldIsTooSmoothForItsNugget() {
        Space line = new Space(List.of(Axis.metres("x", 60, 1)), "value", "1", Element.FLOAT64);

        assertThatThrownBy(() -> matrix(new Correlated("1", List.of("100 m"), Correlation.GAUSSIAN, 0), line))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("add an independent part to every unknown");
    }

    @Test
    void rejectsDirectionsThatAreNoneOrOfAnotherSpace() {
        assertThatThrownBy(() -> matrix(new LowRank("1", new FixedPart<>("inline", new InMemoryDataset(PAIR))), PAIR))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("covariance.directions: holds no direction (give at least one, or type: isotropic)");
        assertThatThrownBy(() ->
                        matrix(new LowRank("1", new FixedPart<>("inline", InMemoryDataset.of(new double[3]))), PAIR))
                .hasMessageStartingWith("covariance.directions: expected value, component 2, got value, component 3");
    }
}
