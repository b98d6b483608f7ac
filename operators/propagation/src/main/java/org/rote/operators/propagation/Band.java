package org.rote.operators.propagation;

/**
 * The frequencies that matter, in Hz: all up to {@code highest}, fewer and fewer up to {@code top}, and what is left of a wavelet beyond is removed gently until {@code end}.
 *
 * @param highest where the wavelet is as good as over
 * @param top where waves are no longer brought back in time
 * @param end where nothing is left
 */
record Band(double highest, double top, double end) {

    /** Of a Ricker wavelet 2 in 10 000 of the peak are left at so many times the frequency where 1 in 100 is. */
    private static final double BEYOND = 1.3;

    /** The band of a wavelet in a record. */
    static Band upTo(double highest, Leapfrog leapfrog, double duration) {
        double top = Math.min(last(highest), leapfrog.broughtBack(duration) / (2 * Math.PI));
        double limit = leapfrog.limit() / (2 * Math.PI);
        return new Band(Math.min(highest, top), top, Math.min(2 * top, (top + limit) / 2));
    }

    /** The frequency in Hz above which nothing of a wavelet counts. */
    static double last(double highest) {
        return BEYOND * highest;
    }

    /** Whether a shorter step would make the band wider, because of the record's duration. */
    static boolean cutShort(double highest, Leapfrog leapfrog, double duration) {
        double wanted = Math.min(2 * Math.PI * last(highest), leapfrog.carried());
        return leapfrog.broughtBack(duration) < wanted;
    }

    /** How much counts that a frequency is brought back exactly: 1 up to {@link #highest}, 0 from {@link #top} on. */
    double importance(double frequency) {
        return edge(frequency, highest, top);
    }

    /** What is left of a wavelet: 1 up to {@link #top}, 0 from {@link #end} on. */
    double taper(double frequency) {
        return edge(frequency, top, end);
    }

    private static double edge(double frequency, double from, double to) {
        if (frequency <= from) {
            return 1;
        }
        double cosine = frequency < to ? Math.cos(Math.PI / 2 * (frequency - from) / (to - from)) : 0;
        return cosine * cosine;
    }
}
