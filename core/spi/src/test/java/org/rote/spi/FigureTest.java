package org.rote.spi;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rote.spi.Figure.Band;
import org.rote.spi.Figure.Bars;
import org.rote.spi.Figure.Ellipses;
import org.rote.spi.Figure.Grid;
import org.rote.spi.Figure.Line;
import org.rote.spi.Figure.Points;
import org.rote.spi.Figure.Role;

class FigureTest {

    private static final double[] TWO = {1, 2};
    private static final double[] ONE = {1};

    @Test
    void refusesCurvesWithMoreAbscissaeThanOrdinates() {
        assertThatThrownBy(() -> new Line("prior", Role.PRIOR, TWO, ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line \"prior\": y has 1 numbers, expected 2");
        assertThatThrownBy(() -> new Points("truth", Role.TRUTH, ONE, TWO))
                .hasMessage("points \"truth\": y has 2 numbers, expected 1");
        assertThatThrownBy(() -> new Band("range", Role.EXACT, TWO, TWO, ONE))
                .hasMessage("band \"range\": upper has 1 numbers, expected 2");
    }

    @Test
    void refusesBarsWithoutNames() {
        assertThatThrownBy(() -> new Bars("weights", Role.EXACT, List.of("a"), TWO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bars \"weights\": heights has 2 numbers, expected 1");
    }

    @Test
    void refusesEllipsesWithoutTheirMatrices() {
        assertThatThrownBy(() -> new Ellipses("c", Role.APPROXIMATE, TWO, TWO, ONE))
                .hasMessage("ellipses \"c\": covariances has 2 numbers, expected 4");
    }

    @Test
    void refusesGridsThatDoNotFitTheirAxes() {
        assertThatThrownBy(() -> new Grid(Axis.index("x", 2), Axis.index("z", 3), TWO))
                .hasMessage("grid: 2 values for 2 × 3");
    }
}
