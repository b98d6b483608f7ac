package org.rote.plugins.diagnostic.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.rote.spi.Axis;
import org.rote.spi.Draws;
import org.rote.spi.Element;
import org.rote.spi.Space;

/** What is picked out of draws and models. */
final class ReadingTest {

    private static final long SEED = 20261127;

    private static Space section(int x, int z) {
        return new Space(List.of(Axis.metres("x", x, 10), Axis.metres("z", z, 5)), "velocity", "m/s", Element.FLOAT64);
    }

    @Test
    void picksAPictureOutOfASection() {
        Subset subset = Subset.of(section(5, 7), 8);
        // every third along both axes: 2 of 5 and 3 of 7, as much left out at both ends
        assertThat(subset.indices()).containsExactly(0, 3, 6, 21, 24, 27);
        assertThat(subset.axes().orElseThrow().horizontal()).isEqualTo(new Axis("x", "m", 2, 30, 0));
        assertThat(subset.axes().orElseThrow().vertical()).isEqualTo(new Axis("z", "m", 3, 15, 0));
        assertThat(Subset.of(section(5, 7), 35).indices()).hasSize(35);
        assertThat(Subset.of(Space.vector(10), 4).indices()).containsExactly(0, 2, 5, 7);
    }

    @Test
    void tellsFunctionalsOfASection() {
        Functionals functionals = new Functionals(section(2, 4));
        double[] model = {1, 1, 3, 3, 1, 1, 3, 3};
        double[] row = new double[functionals.count()];
        functionals.of(model, row, 0);
        // mean, deviation, least, greatest, halves in depth, and one step of 2 among three neighbours
        assertThat(row).containsExactly(2, 1, 1, 3, 1, 3, Math.sqrt(4.0 / 3));
        assertThat(functionals.name(6)).isEqualTo("roughness along z");
        assertThat(new Functionals(Space.vector(4)).count()).isEqualTo(4);
        assertThat(new Functionals(Space.vector(1)).count()).isZero();
    }

    @Test
    void keepsDrawsEvenlySpread() {
        EvenDraws even = new EvenDraws(1, 4);
        for (int batch = 0; batch < 10; batch++) {
            double[] values = new double[3];
            for (int k = 0; k < 3; k++) {
                values[k] = 3 * batch + k;
            }
            even.add(new Draws(3, values));
        }
        List<Double> kept = even.apart(1).stream().map(draw -> draw[0]).toList();
        assertThat(kept).containsExactly(0.0, 8.0, 16.0, 24.0);
        assertThat(even.apart(16)).extracting(draw -> draw[0]).containsExactly(0.0, 16.0);
    }

    @Test
    void thinsAChainToWhatIsIndependent() {
        SplittableRandom random = new SplittableRandom(SEED);
        double correlation = 0.9;
        int count = 4000;
        Chains chains = new Chains();
        Chains alone = new Chains();
        List<double[]> rows = new ArrayList<>();
        double x = 0;
        for (int k = 0; k < count; k++) {
            x = correlation * x + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
            rows.add(new double[] {x});
            chains.add(new Draws(1, new double[] {x}));
            alone.add(new Draws(1, new double[] {x}, Map.of("chain", new double[] {k})));
        }
        // n / n_eff of an autoregression is (1 + ρ) / (1 − ρ) = 19
        assertThat((double) chains.spacing(rows)).as("seed %d", SEED).isCloseTo(19, Offset.offset(5.0));
        assertThat(alone.spacing(rows)).isEqualTo(1);
        assertThat(Arrays.stream(chains.halves()).mapToInt(half -> half.length)).containsExactly(2000, 2000);
    }
}
