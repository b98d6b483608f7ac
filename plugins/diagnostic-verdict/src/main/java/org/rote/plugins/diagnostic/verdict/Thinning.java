package org.rote.plugins.diagnostic.verdict;

/** How far apart in their order draws must be so that they say nothing of each other: chains move slowly, and tests of independent draws would take that for a fault. */
final class Thinning {

    /** Correlation that is left in, and in standard deviations of that of few independent draws. */
    private static final double LEFT = 0.2;

    private static final double DEVIATIONS = 4;

    /** Lags looked at, as a share of the draws: beyond, too few pairs are left. */
    private static final int SHARE = 10;

    private Thinning() {}

    /**
     * Takes one in so many.
     *
     * @param draws in their order, at least one
     * @return draws beyond the greatest lag at which the correlation, over all coordinates together, is above 0.2, or above what that of as few independent draws can be
     */
    static double[][] independent(double[][] draws) {
        double[] mean = Points.mean(draws);
        double variance = 0;
        for (double[] draw : draws) {
            variance += product(draw, draw, mean) / draws.length;
        }
        double most = Math.max(LEFT, DEVIATIONS / Math.sqrt(draws.length)) * variance;
        int stride = 1;
        for (int lag = 1; lag <= draws.length / SHARE && variance > 0; lag++) {
            double covariance = 0;
            for (int k = lag; k < draws.length; k++) {
                covariance += product(draws[k], draws[k - lag], mean) / (draws.length - lag);
            }
            stride = covariance > most ? lag + 1 : stride;
        }
        return Points.every(draws, stride);
    }

    private static double product(double[] a, double[] b, double[] mean) {
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            sum += (a[i] - mean[i]) * (b[i] - mean[i]);
        }
        return sum;
    }
}
