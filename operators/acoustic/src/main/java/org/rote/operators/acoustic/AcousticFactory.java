package org.rote.operators.acoustic;

import org.rote.numerics.WaveSpeed;
import org.rote.operators.propagation.Propagator;
import org.rote.spi.Context;
import org.rote.spi.Factory;
import org.rote.spi.ForwardOperator;

/** Places the survey on the grid, once for all models. */
final class AcousticFactory implements Factory<AcousticConfig, ForwardOperator> {

    @Override
    public String name() {
        return "acoustic";
    }

    @Override
    public Class<AcousticConfig> configType() {
        return AcousticConfig.class;
    }

    @Override
    public String describe() {
        return "acoustic waves of point sources in two or three dimensions, recorded in time, m ∂²u/∂t² − Δu = w(t) δ(x − x_s), m squared slowness";
    }

    @Override
    public String example() {
        return """
                type: acoustic
                parameter: velocity
                grid: { shape: [512, 512], spacing: 10 m }
                time: { duration: 1 s, sampling: 1 ms }
                wavelet: { type: ricker, peak-frequency: 15 Hz, delay: 80 ms }
                order: 8
                boundary: { cells: 20, top: absorbing }
                shots: { type: line, from: [20 m, 20 m], to: [5090 m, 20 m], count: 16 }
                receivers: { type: line, from: [20 m, 20 m], to: [5090 m, 20 m], count: 256 }
                memory: 2 GB
                """;
    }

    @Override
    public ForwardOperator create(AcousticConfig config, Context context) {
        return WaveSpeed.SQUARED_SLOWNESS.seenAs(
                config.parameter(), new Propagator(config.waves().settings(), context));
    }
}
