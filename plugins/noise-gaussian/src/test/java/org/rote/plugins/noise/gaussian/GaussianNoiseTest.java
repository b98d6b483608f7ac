package org.rote.plugins.noise.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rote.numerics.Covariances;
import org.rote.spi.Axis;
import org.rote.spi.Element;
import org.rote.spi.GaussianNoise;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Space;
import org.rote.testkit.TestContext;

class GaussianNoiseTest {

    private static final Space TIMES = new Space(List.of(Axis.index("ray", 2)), "travel time", "s", Element.FLOAT64);
    private static final Space COMPLEX =
            new Space(List.of(Axis.index("receiver", 2)), "pressure", "Pa", Element.COMPLEX128);

    private static GaussianNoiseConfig absolute(String... deviations) {
        return new GaussianNoiseConfig(Optional.of(List.of(deviations)), Optional.empty());
    }

    private static GaussianNoiseConfig relative(double fraction) {
        return new GaussianNoiseConfig(Optional.empty(), Optional.of(fraction));
    }

    private static GaussianNoise create(GaussianNoiseConfig config, TestContext context) {
        return (GaussianNoise) new GaussianNoiseFactory().create(config, context);
    }

    @Test
    void readsTheUnitOfTheData() {
        GaussianNoise noise = create(absolute("2 ms"), TestContext.in(TIMES));

        assertThat(Covariances.isotropicVariance(noise.covariance()).orElseThrow())
                .isCloseTo(4e-6, within(1e-20));
    }

    @Test
    void takesOneLevelForEachDatum() {
        GaussianNoise noise = create(absolute("2 ms", "1 s"), TestContext.in(TIMES));

        assertThat(Covariances.toMatrix(noise.covariance()))
                .containsExactly(new double[] {4e-6, 0, 0, 1}, within(1e-20));
    }

    @Test
    void bothPartsOfAComplexDatumHaveItsLevel() {
        GaussianNoise noise = create(absolute("1 Pa", "2 Pa"), TestContext.in(COMPLEX));
        double[] product = new double[4];
        noise.covariance().apply(new double[] {1, 1, 1, 1}, product);

        assertThat(product).containsExactly(1, 1, 4, 4);
    }

    @Test
    void isRelativeToTheLargestDatum() {
        GaussianNoise real = create(relative(0.1), TestContext.in(TIMES).withData(-3, 2));
        GaussianNoise complex = create(relative(0.1), TestContext.in(COMPLEX).withData(3, -4, 1, 1));

        assertThat(Covariances.isotropicVariance(real.covariance()).orElseThrow())
                .isCloseTo(0.09, within(1e-15));
        assertThat(Covariances.isotropicVariance(complex.covariance()).orElseThrow())
                .isCloseTo(0.25, within(1e-15));
    }

    @Test
    void densityIsTheProductOfNormalDensities() {
        GaussianNoise noise = create(absolute("0.5", "2"), TestContext.in(Space.vector(2)));
        double expected = -0.5 * (1.2 * 1.2 / 0.25 + 3 * 3 / 4.0) - Math.log(0.5 * 2) - Math.log(2 * Math.PI);

        assertThat(noise.logDensity(new double[] {1, -1}, new double[] {-0.2, 2}))
                .isCloseTo(expected, within(1e-14));
    }

    @Test
    void asksForTheUnitOfTheData() {
        assertThatThrownBy(() -> create(absolute("0.002"), TestContext.in(TIMES)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("standard-deviation: needs a unit, got 0.002; write for example \"0.002 s\""
                        + " (give a number and a unit, in s or of the same kind)");
    }

    @Test
    void rejectsLevelsThatAreNotPositive() {
        assertThatThrownBy(() -> absolute("0 ms"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("standard-deviation: must be greater than 0, got 0 ms (give a positive noise level)");
        assertThatThrownBy(() -> absolute("1", "-2"))
                .hasMessage("standard-deviation[1]: must be greater than 0, got -2 (give a positive noise level)");
        assertThatThrownBy(() -> relative(0))
                .hasMessage("relative: must be greater than 0, got 0.0 (give a positive number)");
    }

    @Test
    void rejectsAnotherNumberOfLevelsThanData() {
        assertThatThrownBy(() -> create(absolute("1 Pa", "2 Pa", "3 Pa"), TestContext.in(COMPLEX)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("standard-deviation: has 3 values for 2 data (pressure in Pa, receiver 2, complex)"
                        + " (give one value, or one for each datum)");
        assertThatThrownBy(() -> absolute()).hasMessage("standard-deviation: must not be empty (give at least one)");
    }

    @Test
    void needsExactlyOneLevel() {
        assertThatThrownBy(() -> new GaussianNoiseConfig(Optional.empty(), Optional.empty()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "has neither standard-deviation nor relative (give one of them, for example standard-deviation: 0.3)");
        assertThatThrownBy(() -> new GaussianNoiseConfig(Optional.of(List.of("1")), Optional.of(0.1)))
                .hasMessageStartingWith("has both standard-deviation and relative");
    }

    @Test
    void relativeLevelNeedsDataThatAreNotZero() {
        assertThatThrownBy(() -> create(relative(0.1), TestContext.in(TIMES).withData(0, 0)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "relative: has no meaning for data whose largest absolute value is 0.0 (give standard-deviation)");
        assertThatThrownBy(() -> create(relative(0.1), TestContext.in(TIMES)))
                .hasMessage("relative: needs data to be relative to, and there are none (give standard-deviation)");
    }

    @Test
    void isOfferedByItsPlugin() {
        assertThat(new GaussianNoisePlugin().noises())
                .extracting(factory -> factory.name())
                .containsExactly("gaussian");
    }
}
