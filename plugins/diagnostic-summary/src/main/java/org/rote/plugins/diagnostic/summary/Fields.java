package org.rote.plugins.diagnostic.summary;

/** Sums over fields. */
final class Fields {

    private Fields() {}

    static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    /** The root of the mean square. */
    static double rms(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum / values.length);
    }

    /** The least finite value, or {@code otherwise} where there is none. */
    static double min(double[] values, double otherwise) {
        double least = Double.POSITIVE_INFINITY;
        for (double value : values) {
            least = Double.isFinite(value) ? Math.min(least, value) : least;
        }
        return Double.isFinite(least) ? least : otherwise;
    }

    /** The greatest finite value, or {@code otherwise} where there is none. */
    static double max(double[] values, double otherwise) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            greatest = Double.isFinite(value) ? Math.max(greatest, value) : greatest;
        }
        return Double.isFinite(greatest) ? greatest : otherwise;
    }
}
