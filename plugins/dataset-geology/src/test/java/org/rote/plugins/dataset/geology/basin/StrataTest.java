package org.rote.plugins.dataset.geology.basin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.rote.spi.SeededStreams;

class StrataTest {

    private static final Extent EXTENT = new Extent(5000, 3000);
    /** About a thousand layers. */
    private static final double DEEP = 80_000;

    private static Strata draw(LayerConfig config, int number) {
        SeededStreams streams = new SeededStreams(5, "strata");
        return Strata.draw(
                config, 0.1, 0, DEEP, EXTENT, streams.random("layers", number), streams.random("contrasts", number));
    }

    /** Mean, standard deviation, and correlation with the one before, of the logarithms of 20 000 values. */
    private static double[] moments(boolean thicknesses) {
        double[] sums = new double[4];
        int count = 0;
        for (int n = 0; n < 20; n++) {
            Strata strata = draw(new LayerConfig(60, 0.7, 0.4, 0.2), n);
            double before = 0;
            for (int k = 0; k < strata.count(); k++) {
                double value = Math.log(thicknesses ? strata.thickness(k) / 60 : strata.factor(k));
                sums[0] += value;
                sums[1] += value * value;
                sums[2] += before * value;
                before = value;
            }
            count += strata.count();
        }
        return new double[] {sums[0] / count, Math.sqrt(sums[1] / count), sums[2] / sums[1]};
    }

    @Test
    void hasLognormalThicknessesWithMemory() {
        double[] moments = moments(true);
        // 20 000 values with correlation 0.4 are as good as 8 600: four standard errors
        assertThat(moments[0]).as("logarithm of the median over 60 m").isCloseTo(0, within(0.03));
        assertThat(moments[1]).as("spread").isCloseTo(0.7, within(0.03));
        assertThat(moments[2]).as("memory").isCloseTo(0.4, within(0.03));
    }

    @Test
    void hasContrastsWithMemory() {
        double[] moments = moments(false);
        assertThat(moments[0]).isCloseTo(0, within(0.005));
        assertThat(moments[1]).isCloseTo(0.1, within(0.005));
        assertThat(moments[2]).isCloseTo(0.4, within(0.03));
    }

    @Test
    void hasFlatLayersWithoutTaperAndOrderedOnesWithIt() {
        Strata flat = draw(new LayerConfig(60, 0.7, 0.4, 0), 0);
        assertThat(flat.bottoms(0)).isEqualTo(flat.bottoms(4000));
        Strata tapered = draw(new LayerConfig(60, 0.7, 0.4, 1.5), 0);
        int missing = 0;
        for (double x = 0; x <= 5000; x += 250) {
            double[] bottoms = tapered.bottoms(x);
            assertThat(bottoms).isSorted();
            for (int k = 1; k < bottoms.length; k++) {
                missing += bottoms[k] == bottoms[k - 1] ? 1 : 0;
            }
        }
        assertThat(missing).as("layers that wedge out").isPositive();
    }

    @Test
    void beginsAndEndsWhereItIsAskedTo() {
        RandomGenerator random = new SeededStreams(5, "strata").random("layers", 0);
        Strata strata = Strata.draw(Basins.LAYERS, 0.1, 500, 1500, EXTENT, random, random);
        assertThat(strata.middle(0)).isEqualTo(500 + strata.thickness(0) / 2);
        int last = strata.count() - 1;
        assertThat(strata.middle(last) + strata.thickness(last) / 2).isGreaterThanOrEqualTo(1500);
        assertThat(strata.middle(last) - strata.thickness(last) / 2).isLessThan(1500);
        assertThat(strata.layersAbove(0)).isOne();
        assertThat(strata.layersAbove(1e9)).isEqualTo(strata.count());
    }
}
