package org.rote.plugins.diagnostic.collapse;

import org.rote.numerics.Weights;
import org.rote.spi.Likelihood;

/**
 * The evidence of a component for one unknown, by the midpoint rule over twelve standard deviations on either side: exact to rounding as long as the likelihood is not
 * narrower than a few cells.
 */
record QuadratureEvidence(Likelihood likelihood, double centre) implements ComponentEvidence {

    private static final int CELLS = 4000;
    private static final double REACH = 12;

    @Override
    public double log(double sigma) {
        double step = 2 * REACH / CELLS;
        double[] logs = new double[CELLS];
        double[] x = new double[1];
        for (int i = 0; i < CELLS; i++) {
            double z = -REACH + (i + 0.5) * step;
            x[0] = centre + sigma * z;
            logs[i] = likelihood.logDensity(x) - 0.5 * z * z;
        }
        return Weights.logSumExp(logs) + Math.log(step) - 0.5 * Math.log(2 * Math.PI);
    }
}
