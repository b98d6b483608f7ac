package org.rote.operators.helmholtz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DispersionTest {

    /** Half a unit of the last digit that is given. */
    private static final double DIGITS = 5e-7;

    private static final double DIAGONAL = Math.PI / 4;

    /** Along an axis the five-point stencil has f(t) = 4 sin²(t/2); along the diagonal both axes have 1/√2 of the wavenumber. */
    @ParameterizedTest
    @CsvSource({"4, -0.099684", "10, -0.016368", "25, -0.002630"})
    void fivePointIsTheSineOfHalfThePhase(double points, double expected) {
        double half = Math.PI / points;
        assertThat(Dispersion.error(Stencil.FIVE_POINT, points, 0))
                .isCloseTo(Math.sin(half) / half - 1, within(1e-14))
                .isCloseTo(expected, within(DIGITS));
        double slanted = half * Math.sqrt(0.5);
        assertThat(Dispersion.error(Stencil.FIVE_POINT, points, DIAGONAL))
                .isCloseTo(Math.sin(slanted) / slanted - 1, within(1e-14));
    }

    /** From a computation of its own of the largest error over 721 directions. */
    @ParameterizedTest
    @CsvSource({
        "FIVE_POINT, 4, 0.099684",
        "FIVE_POINT, 6, 0.045070",
        "FIVE_POINT, 10, 0.016368",
        "FIVE_POINT, 25, 0.002630",
        "NINE_POINT, 4, 0.002514",
        "NINE_POINT, 5, 0.002354",
        "NINE_POINT, 6, 0.002511",
        "NINE_POINT, 10, 0.001516",
        "NINE_POINT, 20, 0.000441",
        "NINE_POINT, 25, 0.000287"
    })
    void worstErrorIsAsStated(Stencil stencil, double points, double expected) {
        assertThat(Dispersion.error(stencil, points)).isCloseTo(expected, within(2e-6));
    }

    @Test
    void ninePointStaysWithinAQuarterOfAPercentFromFourPointsOn() {
        double worst = 0;
        for (double points = 4; points < 100; points *= 1.002) {
            worst = Math.max(worst, Dispersion.error(Stencil.NINE_POINT, points));
        }
        assertThat(worst).isBetween(0.00251, 0.00252);
    }

    /** The largest errors of either sign are equal to three digits: no other weight makes the larger of them smaller. */
    @Test
    void ninePointWeightIsTheBest() {
        double highest = 0;
        for (double points = 4; points < 100; points *= 1.002) {
            highest = Math.max(highest, Dispersion.error(Stencil.NINE_POINT, points, 0));
        }
        assertThat(-Dispersion.error(Stencil.NINE_POINT, 4, 0)).isCloseTo(highest, within(2e-6));
    }

    @ParameterizedTest
    @EnumSource
    void errorOfLongWavesIsOfSecondOrder(Stencil stencil) {
        double ratio = Dispersion.error(stencil, 100) / Dispersion.error(stencil, 200);
        assertThat(ratio).isCloseTo(4, within(0.01));
    }

    @Test
    void ninePointHasANinthOfTheErrorOfLongWaves() {
        double ratio = Dispersion.error(Stencil.NINE_POINT, 200) / Dispersion.error(Stencil.FIVE_POINT, 200);
        assertThat(ratio).isCloseTo(0.112, within(0.001));
    }

    @ParameterizedTest
    @EnumSource
    void repeatsEveryQuarterTurnAndMirrorsAtTheDiagonal(Stencil stencil) {
        double error = Dispersion.error(stencil, 5, 0.3);
        assertThat(Dispersion.error(stencil, 5, 0.3 + Math.PI / 2)).isCloseTo(error, within(1e-14));
        assertThat(Dispersion.error(stencil, 5, Math.PI / 2 - 0.3)).isCloseTo(error, within(1e-14));
    }
}
