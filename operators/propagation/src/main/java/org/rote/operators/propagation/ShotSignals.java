package org.rote.operators.propagation;

/**
 * What feeds the waves of one shot, and how loud they are: sources are scaled by powers of two, which changes no digit, so that what runs ahead of a wave does not become denormal, and products of two fields do not overflow. Immutable.
 */
public final class ShotSignals {

    /** The largest change of a field that a source makes in a step, as a power of two: what is 50 orders of magnitude smaller is still normal, and products of two fields do not overflow. */
    private static final int LOUDNESS = 40;

    private final PlacedShot shot;
    private final Medium medium;
    private final float[] strengths;
    private final float[] series;
    private final float loudness;

    ShotSignals(PlacedShot shot, Medium medium, float[] wavelet, int samples) {
        this.shot = shot;
        this.medium = medium;
        this.strengths = strengths(shot.source());
        this.loudness = loudness(largest(strengths) * largest(wavelet));
        this.series = new float[samples];
        for (int n = 0; n < Math.min(samples, wavelet.length); n++) {
            series[n] = loudness * wavelet[n];
        }
    }

    /** c · weight of every entry of the source. */
    public float[] strengths() {
        return strengths;
    }

    /** What the source sends at every step, loud. */
    public float[] series() {
        return series;
    }

    /** By how much the wave is louder than it should be. */
    public float loudness() {
        return loudness;
    }

    /** c · weight of every entry of the receivers. */
    public float[] receiverStrengths() {
        return strengths(shot.receivers());
    }

    /** The power of two by which to scale traces that are sent back. */
    public float loudnessOf(float[] traces) {
        return loudness(largest(receiverStrengths()) * largest(traces));
    }

    /**
     * Traces as they are sent back.
     *
     * @param traces not modified
     * @param loud see {@link #loudnessOf}
     * @return a new array
     */
    public static float[] sentBack(float[] traces, float loud) {
        float[] series = new float[traces.length];
        for (int i = 0; i < series.length; i++) {
            series[i] = loud * traces[i];
        }
        return series;
    }

    /** By what the correlations of the waves are to be multiplied to be the gradient. */
    public double gradientFactor(float loud) {
        return -1.0 / ((double) loudness * loud * medium.step() * medium.step());
    }

    private float[] strengths(PointSet points) {
        float[] products = points.weights().clone();
        for (int e = 0; e < products.length; e++) {
            products[e] *= medium.c()[points.nodes()[e]];
        }
        return products;
    }

    private static float largest(float[] values) {
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static float loudness(float largest) {
        int exponent = LOUDNESS - Math.getExponent(largest);
        return largest > 0 ? Math.scalb(1f, Math.min(exponent, Float.MAX_EXPONENT - 1)) : 1;
    }
}
