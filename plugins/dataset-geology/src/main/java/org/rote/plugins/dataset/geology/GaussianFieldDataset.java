package org.rote.plugins.dataset.geology;

import java.util.Objects;
import java.util.random.RandomGenerator;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Dataset;
import org.rote.spi.SeededStreams;
import org.rote.spi.Space;

/** Fields that are drawn anew each time they are read; see {@link GaussianFieldConfig} for how. Immutable. */
final class GaussianFieldDataset implements Dataset {

    private final GaussianFieldConfig config;
    private final Space space;
    private final WaveSpeed quantity;
    private final FourierSeries series;
    private final SeededStreams streams;
    private final double least;
    private final double most;

    GaussianFieldDataset(GaussianFieldConfig config, Space space, WaveSpeed quantity) {
        this.config = config;
        this.space = space;
        this.quantity = quantity;
        this.series = FourierSeries.of(config, space);
        this.streams = new SeededStreams(config.seed(), "gaussian-field");
        this.least = WaveSpeed.VELOCITY.convert(config.maxVelocity(), WaveSpeed.SQUARED_SLOWNESS);
        this.most = WaveSpeed.VELOCITY.convert(config.minVelocity(), WaveSpeed.SQUARED_SLOWNESS);
    }

    @Override
    public Space space() {
        return space;
    }

    @Override
    public int count() {
        return config.count();
    }

    @Override
    public void read(int index, double[] out) {
        RandomGenerator random =
                streams.random("coefficients", config.first() + Objects.checkIndex(index, config.count()));
        series.draw(random, out);
        double mean = (least + most) / 2;
        double deviation = (most - least) / (2 * config.deviations());
        for (int i = 0; i < space.size(); i++) {
            double squaredSlowness = Math.max(least, Math.min(most, mean + deviation * out[i]));
            out[i] = WaveSpeed.SQUARED_SLOWNESS.convert(squaredSlowness, quantity);
        }
    }
}
