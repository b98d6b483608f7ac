package org.rote.plugins.diagnostic.collapse;

import java.util.Arrays;
import org.rote.numerics.Weights;
import org.rote.spi.Likelihood;

/**
 * The evidence of a component for one unknown, by the midpoint rule over twelve standard deviations on either side. Cells are halved until every second one gives the same to 1e-8; a
 * likelihood narrower than a hundred thousandth of that range is not resolved.
 */
record QuadratureEvidence(Likelihood likelihood, double centre) implements ComponentEvidence {

    private static final int FEWEST_CELLS = 4000;
    private static final int MOST_CELLS = 64 * FEWEST_CELLS;
    private static final double REACH = 12;
    private static final double TOLERANCE = 1e-8;

    @Override
    public double log(double sigma) {
        for (int cells = FEWEST_CELLS; ; cells *= 2) {
            double[] logs = integrand(sigma, cells);
            double fine = Weights.logSumExp(logs);
            double coarse = Weights.logSumExp(everySecond(logs)) + Math.log(2);
            if (Math.abs(fine - coarse) <= TOLERANCE || cells == MOST_CELLS) {
                return fine + Math.log(2 * REACH / cells) - 0.5 * Math.log(2 * Math.PI);
            }
        }
    }

    private static double[] everySecond(double[] values) {
        double[] kept = new double[values.length / 2];
        Arrays.setAll(kept, i -> values[2 * i]);
        return kept;
    }

    private double[] integrand(double sigma, int cells) {
        double step = 2 * REACH / cells;
        double[] logs = new double[cells];
        double[] x = new double[1];
        for (int i = 0; i < cells; i++) {
            double z = -REACH + (i + 0.5) * step;
            x[0] = centre + sigma * z;
            logs[i] = likelihood.logDensity(x) - 0.5 * z * z;
        }
        return logs;
    }
}
