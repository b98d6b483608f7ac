package org.rote.plugins.sampler.closedform;

import java.util.Arrays;
import java.util.List;
import org.rote.numerics.posterior.LongWork;
import org.rote.spi.Axis;
import org.rote.spi.NumericsException;
import org.rote.spi.Posterior;
import org.rote.spi.SamplerContext;

/** Evaluates log p(y | x) + log p(x) at the centres of a grid, in parallel. */
record GridTable(Posterior posterior, SamplerContext context) {

    /** Cells along each of two axes, so that a table stays within 32 MB, and all that is made of it within 200 MB. */
    static final int LARGEST_SIDE = 2000;

    private static final int BLOCK = 1024;

    /** The values, last axis fastest. */
    double[] logDensities(List<Axis> axes) {
        int size = axes.stream().mapToInt(Axis::count).reduce(1, Math::multiplyExact);
        double[] logs = new double[size];
        int blocks = (size + BLOCK - 1) / BLOCK;
        LongWork.forEach("evaluating the posterior on a grid", blocks, context, block -> {
            double[] x = new double[axes.size()];
            for (int i = block * BLOCK; i < Math.min(size, (block + 1) * BLOCK); i++) {
                locate(axes, i, x);
                logs[i] = at(x);
            }
        });
        return logs;
    }

    private static void locate(List<Axis> axes, int index, double[] out) {
        int rest = index;
        for (int i = axes.size() - 1; i >= 0; i--) {
            Axis axis = axes.get(i);
            out[i] = axis.at(rest % axis.count());
            rest /= axis.count();
        }
    }

    private double at(double[] x) {
        double value =
                posterior.logDensity(x).orElseThrow(() -> new IllegalArgumentException("the prior has no density"));
        if (Double.isNaN(value)) {
            throw new NumericsException(
                    "the log posterior is NaN at x = " + Arrays.toString(x) + "; narrow the grid with from and to");
        }
        return value;
    }
}
