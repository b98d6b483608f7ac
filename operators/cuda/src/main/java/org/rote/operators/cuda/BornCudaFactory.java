package org.rote.operators.cuda;

import java.util.Optional;
import org.rote.operators.cuda.device.Cards;
import org.rote.operators.propagation.BornOperator;
import org.rote.spi.Context;
import org.rote.spi.Factory;
import org.rote.spi.ForwardOperator;

/** Places the survey on the grid and reads the background; waves are stepped when the operator is first applied. */
final class BornCudaFactory implements Factory<BornCudaConfig, ForwardOperator> {

    private final Placement placement;

    BornCudaFactory(Cards cards) {
        this.placement = new Placement(cards, "born");
    }

    @Override
    public String name() {
        return "born-cuda";
    }

    @Override
    public Class<BornCudaConfig> configType() {
        return BornCudaConfig.class;
    }

    @Override
    public String describe() {
        return "born on an NVIDIA graphics card: the derivative of acoustic at a background, linear in perturbations of squared slowness";
    }

    @Override
    public String example() {
        return """
                type: born-cuda
                background: { type: profile, depths: [0 m, 200 m, 200 m, 3.2 km], velocities: [1.5 km/s, 1.5 km/s, 1.8 km/s, 4 km/s] }
                grid: { shape: [256, 256], spacing: [20 m, 12.5 m] }
                time: { duration: 2 s, sampling: 4 ms }
                wavelet: { type: ricker, peak-frequency: 12 Hz, delay: 120 ms }
                order: 8
                boundary: { cells: 20, top: absorbing }
                shots: { type: line, from: [100 m, 25 m], to: [5 km, 25 m], count: 12 }
                receivers: { type: line, from: [100 m, 25 m], to: [5 km, 25 m], count: 24 }
                memory: 8 GB
                fallback: cpu
                """;
    }

    @Override
    public Optional<String> unavailable() {
        return placement.unavailable();
    }

    @Override
    public Optional<String> unavailable(BornCudaConfig config) {
        return placement.unavailable(config.card());
    }

    @Override
    public ForwardOperator create(BornCudaConfig config, Context context) {
        return BornOperator.around(
                config.background(), placement.propagator(config.waves(), config.card(), context), context);
    }
}
