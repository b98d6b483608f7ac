package org.rote.operators.born;

import org.rote.numerics.input.ContextIn;
import org.rote.operators.propagation.PropagationSettings;
import org.rote.operators.propagation.Propagator;
import org.rote.spi.Context;
import org.rote.spi.Dataset;
import org.rote.spi.Factory;
import org.rote.spi.ForwardOperator;
import org.rote.spi.InvalidInputException;
import org.rote.spi.NumericsException;
import org.rote.spi.Space;

/** Places the survey on the grid and reads the background; waves are stepped when the operator is first applied. */
final class BornFactory implements Factory<BornConfig, ForwardOperator> {

    private static final String BACKGROUND = "background";

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
        PropagationSettings settings = PropagationSettings.of(
                config.grid(),
                config.time(),
                config.wavelet(),
                config.order(),
                config.boundary(),
                config.shots(),
                config.receivers(),
                config.memory());
        Propagator propagator = new Propagator(settings, context);
        return new BornOperator(propagator, background(config, propagator, context));
    }

    private static double[] background(BornConfig config, Propagator propagator, Context context) {
        Space space = propagator.domain();
        Dataset dataset = config.background().create(new ContextIn(context, space));
        space.mismatch(dataset.space()).ifPresent(mismatch -> {
            throw new InvalidInputException(BACKGROUND, mismatch, "give a model on the operator's grid");
        });
        if (dataset.count() != 1) {
            throw new InvalidInputException(
                    BACKGROUND,
                    "holds " + dataset.count() + " models, waves are linearized around one",
                    "name one of them, for example with \"count: 1\" or \"take: 0..0\" where the type has such a key");
        }
        double[] model = new double[space.size()];
        dataset.read(0, model);
        try {
            // What is wrong with it, or doubtful, is said before anything runs.
            propagator.step(model);
        } catch (NumericsException refusal) {
            throw new InvalidInputException(
                    BACKGROUND,
                    "cannot carry waves: " + refusal.getMessage(),
                    "give another background, or another grid");
        }
        return model;
    }
}
