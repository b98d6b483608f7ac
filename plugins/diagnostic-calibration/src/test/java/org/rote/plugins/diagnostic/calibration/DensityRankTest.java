package org.rote.plugins.diagnostic.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class DensityRankTest {

    private static final long SEED = 20261125;
    private static final int DRAWS = 100;
    private static final int TRIALS = 2000;

    private final SplittableRandom random = new SplittableRandom(SEED);

    private double twoModes() {
        return (random.nextBoolean() ? 5 : -5) + random.nextGaussian();
    }

    private double[] ranks(DoubleSupplier draw) {
        return DoubleStream.generate(() ->
                        DensityRank.of(DoubleStream.generate(draw).limit(DRAWS).toArray(), draw.getAsDouble(), random))
                .limit(TRIALS)
                .toArray();
    }

    @Test
    void isUniformWhateverTheDistributionOfDrawsAndTruth() {
        UniformBand band = new UniformBand(TRIALS);
        for (DoubleSupplier draw :
                new DoubleSupplier[] {random::nextDouble, random::nextGaussian, this::twoModes, () -> random.nextInt(3)
                }) {
            assertThat(band.probability(ranks(draw))).as("seed %d", SEED).isGreaterThan(0.001);
        }
    }

    /** Between two modes, where a central interval would hold it. */
    @Test
    void leavesOutWhatLiesBetweenTheModes() {
        double[] draws = DoubleStream.generate(this::twoModes).limit(DRAWS).toArray();
        assertThat(DensityRank.of(draws, 0, random)).as("seed %d", SEED).isGreaterThan(0.95);
        assertThat(Ranks.of(draws, 0, random)).isBetween(0.3, 0.7);
        // at a mode, as far as 100 draws know where they are densest
        assertThat(DensityRank.of(draws, 5, random)).isLessThan(0.8);
    }
}
