package org.rote.operators.propagation;

import java.util.List;

/** The waves of one shot through one model. */
final class ShotWaves {

    private final SteppingSpace space;
    private final Medium medium;
    private final TiledShot shot;
    private final List<Box> boxes;
    private final ShotSignals signals;
    private final Wave.Source source;

    /**
     * Prepares.
     *
     * @param space grid, kernels, layers and tiles
     * @param medium the model
     * @param shot source and receivers
     * @param boxes where each step works
     * @param signals what feeds the waves
     */
    ShotWaves(SteppingSpace space, Medium medium, TiledShot shot, List<Box> boxes, ShotSignals signals) {
        this.space = space;
        this.medium = medium;
        this.shot = shot;
        this.boxes = boxes;
        this.signals = signals;
        this.source = new Wave.Source(List.of(shot.feeding()), signals.strengths(), signals.series());
    }

    List<Box> boxes() {
        return boxes;
    }

    /** The wave of the source, without keeping and with traces. */
    Wave forward(Fields fields, float[] traces) {
        return Wave.forward(space, medium, fields, boxes, false, source, reader(1 / signals.loudness(), traces));
    }

    /** The wave of the source, keeping second differences. */
    Wave background(Fields fields) {
        return Wave.forward(space, medium, fields, boxes, true, source, Wave.Reader.NONE);
    }

    /** The wave of the source, keeping second differences, with traces. */
    Wave background(Fields fields, float[] traces) {
        return Wave.forward(space, medium, fields, boxes, true, source, reader(1 / signals.loudness(), traces));
    }

    /** The wave that a change of the model scatters. */
    Wave scattered(Fields fields, float[] scale, float factor, float[] traces) {
        return Wave.scattered(space, medium, fields, boxes, scale, reader(factor / signals.loudness(), traces));
    }

    /**
     * The wave that runs back from the receivers.
     *
     * @param fields at rest
     * @param traces to send back
     * @param loud of them, see {@link ShotSignals#loudnessOf}
     * @param gradient takes the correlation with what the background kept
     */
    Wave adjoint(Fields fields, float[] traces, float loud, float[] gradient) {
        float[] series = ShotSignals.sentBack(traces, loud);
        Wave.Source back = new Wave.Source(List.of(shot.feedingBack()), signals.receiverStrengths(), series);
        return Wave.adjoint(space, medium, fields, boxes, gradient, back);
    }

    /** The power of two by which to scale traces that are sent back. */
    float loudnessOf(float[] traces) {
        return signals.loudnessOf(traces);
    }

    /** By what correlations of {@link #adjoint} are to be multiplied to be the gradient. */
    double gradientFactor(float loud) {
        return signals.gradientFactor(loud);
    }

    private Wave.Reader reader(float factor, float[] traces) {
        return new Wave.Reader(shot.placed().receivers(), factor, traces);
    }
}
