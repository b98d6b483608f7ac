package org.rote.operators.propagation;

import java.util.List;

/**
 * The waves of one shot through one model, and how loud they are: sources are scaled by powers of two, which changes no digit, so that what runs ahead of a wave does not become denormal, which would slow it down.
 */
final class ShotWaves {

    /** The largest change of a field that a source makes in a step, as a power of two: what is 50 orders of magnitude smaller is still normal, and products of two fields do not overflow. */
    private static final int LOUDNESS = 40;

    private final SteppingSpace space;
    private final Medium medium;
    private final PlacedShot shot;
    private final List<Box> boxes;
    private final Wave.Source source;
    private final float loudness;

    /**
     * Prepares.
     *
     * @param space grid, kernels, layers and tiles
     * @param medium the model
     * @param shot source and receivers
     * @param boxes where each step works
     * @param wavelet at every step, divided by the volume of a cell
     * @param samples of the record
     */
    ShotWaves(SteppingSpace space, Medium medium, PlacedShot shot, List<Box> boxes, float[] wavelet, int samples) {
        this.space = space;
        this.medium = medium;
        this.shot = shot;
        this.boxes = boxes;
        float[] strengths = strengths(shot.source());
        this.loudness = loudness(largest(strengths) * largest(wavelet));
        float[] series = new float[samples];
        for (int n = 0; n < Math.min(samples, wavelet.length); n++) {
            series[n] = loudness * wavelet[n];
        }
        this.source = new Wave.Source(List.of(shot.feeding()), strengths, series);
    }

    List<Box> boxes() {
        return boxes;
    }

    /** The wave of the source, without keeping and with traces. */
    Wave forward(Fields fields, float[] traces) {
        return Wave.forward(space, medium, fields, boxes, false, source, reader(1 / loudness, traces));
    }

    /** The wave of the source, keeping second differences. */
    Wave background(Fields fields) {
        return Wave.forward(space, medium, fields, boxes, true, source, Wave.Reader.NONE);
    }

    /** The wave of the source, keeping second differences, with traces. */
    Wave background(Fields fields, float[] traces) {
        return Wave.forward(space, medium, fields, boxes, true, source, reader(1 / loudness, traces));
    }

    /** The wave that a change of the model scatters. */
    Wave scattered(Fields fields, float[] scale, float factor, float[] traces) {
        return Wave.scattered(space, medium, fields, boxes, scale, reader(factor / loudness, traces));
    }

    /**
     * The wave that runs back from the receivers.
     *
     * @param fields at rest
     * @param traces to send back
     * @param loud of them, see {@link #loudnessOf}
     * @param gradient takes the correlation with what the background kept
     */
    Wave adjoint(Fields fields, float[] traces, float loud, float[] gradient) {
        float[] series = new float[traces.length];
        for (int i = 0; i < series.length; i++) {
            series[i] = loud * traces[i];
        }
        Wave.Source back = new Wave.Source(List.of(shot.feedingBack()), strengths(shot.receivers()), series);
        return Wave.adjoint(space, medium, fields, boxes, gradient, back);
    }

    /** The power of two by which to scale traces that are sent back. */
    float loudnessOf(float[] traces) {
        return loudness(largest(strengths(shot.receivers())) * largest(traces));
    }

    /** By what correlations of {@link #adjoint} are to be multiplied to be the gradient. */
    double gradientFactor(float loud) {
        return -1.0 / ((double) loudness * loud * medium.step() * medium.step());
    }

    private Wave.Reader reader(float factor, float[] traces) {
        return new Wave.Reader(shot.receivers(), factor, traces);
    }

    private float[] strengths(PointSet points) {
        float[] strengths = points.weights().clone();
        for (int e = 0; e < strengths.length; e++) {
            strengths[e] *= medium.c()[points.nodes()[e]];
        }
        return strengths;
    }

    private static float largest(float[] values) {
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static float loudness(float largest) {
        return largest > 0 ? Math.scalb(1f, LOUDNESS - Math.getExponent(largest)) : 1;
    }
}
