package org.rote.operators.born;

import org.rote.operators.propagation.BornOperator;
import org.rote.operators.propagation.Propagator;
import org.rote.spi.Context;
import org.rote.spi.Factory;
import org.rote.spi.ForwardOperator;

/** Places the survey on the grid and reads the background; waves are stepped when the operator is first applied. */
final class BornFactory implements Factory<BornConfig, ForwardOperator> {

    @Override
    public String name() {
        return "born";
    }

    @Override
    public Class<BornConfig> configType() {
        return BornConfig.class;
    }

    @Override
    public String describe() {
        return "acoustic waves scattered once, recorded in time: the derivative of acoustic at a background, linear in perturbations of squared slowness";
    }

    @Override
    public String example() {
        return """
                type: born
                background: { type: profile, depths: [0 m, 200 m, 200 m, 3.2 km], velocities: [1.5 km/s, 1.5 km/s, 1.8 km/s, 4 km/s] }
                grid: { shape: [256, 256], spacing: [20 m, 12.5 m] }
                time: { duration: 2 s, sampling: 4 ms }
                wavelet: { type: ricker, peak-frequency: 12 Hz, delay: 120 ms }
                order: 8
                boundary: { cells: 20, top: absorbing }
                shots: { type: line, from: [100 m, 25 m], to: [5 km, 25 m], count: 12 }
                receivers: { type: line, from: [100 m, 25 m], to: [5 km, 25 m], count: 24 }
                memory: 2 GB
                """;
    }

    @Override
    public ForwardOperator create(BornConfig config, Context context) {
        return BornOperator.around(
                config.background(), new Propagator(config.waves().settings(), context), context);
    }
}
