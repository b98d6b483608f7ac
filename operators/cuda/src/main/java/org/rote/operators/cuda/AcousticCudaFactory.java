package org.rote.operators.cuda;

import java.util.Optional;
import org.rote.numerics.WaveSpeed;
import org.rote.operators.cuda.device.Cards;
import org.rote.spi.Context;
import org.rote.spi.Factory;
import org.rote.spi.ForwardOperator;

/** Places the survey on the grid, once for all models; the card is opened when waves are first stepped. */
final class AcousticCudaFactory implements Factory<AcousticCudaConfig, ForwardOperator> {

    private final Placement placement;

    AcousticCudaFactory(Cards cards) {
        this.placement = new Placement(cards, "acoustic");
    }

    @Override
    public String name() {
        return "acoustic-cuda";
    }

    @Override
    public Class<AcousticCudaConfig> configType() {
        return AcousticCudaConfig.class;
    }

    @Override
    public String describe() {
        return "acoustic on an NVIDIA graphics card: acoustic waves of point sources in two or three dimensions, recorded in time";
    }

    @Override
    public String example() {
        return """
                type: acoustic-cuda
                parameter: velocity
                grid: { shape: [512, 512], spacing: 10 m }
                time: { duration: 1 s, sampling: 1 ms }
                wavelet: { type: ricker, peak-frequency: 15 Hz, delay: 80 ms }
                order: 8
                boundary: { cells: 20, top: absorbing }
                shots: { type: line, from: [20 m, 20 m], to: [5090 m, 20 m], count: 16 }
                receivers: { type: line, from: [20 m, 20 m], to: [5090 m, 20 m], count: 256 }
                memory: 8 GB
                fallback: cpu
                """;
    }

    @Override
    public Optional<String> unavailable() {
        return placement.unavailable();
    }

    @Override
    public Optional<String> unavailable(AcousticCudaConfig config) {
        return placement.unavailable(config.card());
    }

    @Override
    public ForwardOperator create(AcousticCudaConfig config, Context context) {
        return WaveSpeed.SQUARED_SLOWNESS.seenAs(
                config.parameter(), placement.propagator(config.waves(), config.card(), context));
    }
}
