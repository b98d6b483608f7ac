package org.rote.numerics;

import java.util.function.Supplier;
import org.rote.spi.RunExecutor;

/**
 * Both passes by blocked matrix products in single precision; what decides the result is recomputed or summed in double. The errors are stated at {@link MemorizedScore}.
 */
final class BlockedLookup implements Lookup {

    private static final int GROUP = SingleRows.GROUP;
    private static final double UNIT_ROUNDOFF = 0x1p-24;

    /** A logit is recomputed where its estimated error is larger, and it could matter. */
    private static final double LOGIT_TOLERANCE = 1e-4;

    /** Inner products of larger vectors might overflow in single precision. */
    private static final double LARGEST_PRODUCT = 1e37;

    private final int count;
    private final int dimension;
    private final SingleRows rows;
    private final double[] centre;
    private final double[] squaredNorms;
    private final double largestNorm;
    private final double[] logWeights;
    private final RunExecutor executor;
    private final InnerProducts innerProducts;
    private final WeightedRows weightedRows;

    BlockedLookup(SingleRows rows, double[] logWeights, RunExecutor executor, Supplier<MatrixKernels> kernels) {
        this.count = rows.count();
        this.dimension = rows.dimension();
        this.rows = rows;
        this.centre = rows.centre();
        this.squaredNorms = rows.squaredNorms();
        this.largestNorm = Math.sqrt(greatest(squaredNorms, 0, count));
        this.logWeights = logWeights;
        this.executor = executor;
        this.innerProducts = new InnerProducts(rows, executor, kernels);
        this.weightedRows = new WeightedRows(rows, executor, kernels);
    }

    @Override
    public void logits(Batch batch, double sigma, double[] logits) {
        innerProducts.compute(batch, logits);
        double scale = 1 / (2 * sigma * sigma);
        executor.forEach(batch.count(), b -> {
            double squaredNorm = innerProducts.squaredNorm(b);
            int at = b * count;
            for (int n = 0; n < count; n++) {
                logits[at + n] = logWeights[n] - (squaredNorm + squaredNorms[n] - 2 * logits[at + n]) * scale;
            }
            recompute(batch, b, logits, at, scale, estimatedError(Math.sqrt(squaredNorm) * largestNorm, scale));
        });
    }

    /** E of {@link MemorizedScore} for the training model farthest from the centre. */
    private double estimatedError(double normProduct, double scale) {
        if (!(normProduct < LARGEST_PRODUCT)) {
            return Double.POSITIVE_INFINITY;
        }
        double chains = Math.max(1, Math.min(dimension, InnerProducts.DEPTH) / Math.sqrt(dimension));
        return chains * UNIT_ROUNDOFF * normProduct * 2 * scale;
    }

    /**
     * Recomputes, by differences in double, the logits of all training models that could hold more than {@link #LOGIT_TOLERANCE} of the probability together: a logit that lies
     * further than this window below the greatest is, after errors of both, at least log(N / tolerance) below it.
     */
    private void recompute(Batch batch, int b, double[] logits, int at, double scale, double error) {
        if (error <= LOGIT_TOLERANCE) {
            return;
        }
        double window = 2 * error + Math.log(count * Math.min(1, error) / LOGIT_TOLERANCE);
        double threshold = greatest(logits, at, at + count) - window;
        for (int n = 0; n < count; n++) {
            // Written so that it holds for a logit that overflowed to NaN.
            if (!(logits[at + n] < threshold) && logWeights[n] > Double.NEGATIVE_INFINITY) {
                logits[at + n] = logWeights[n] - squaredDistance(batch, b, n) * scale;
            }
        }
    }

    private double squaredDistance(Batch batch, int b, int n) {
        double[] states = batch.states();
        int s = (batch.first() + b) * dimension;
        float[] array = rows.array(n);
        int a = rows.offset(n);
        double even = 0;
        double odd = 0;
        int k = 0;
        for (; k + 1 < dimension; k += 2) {
            double first = states[s + k] - (centre[k] + array[a + k * GROUP]);
            double second = states[s + k + 1] - (centre[k + 1] + array[a + (k + 1) * GROUP]);
            even += first * first;
            odd += second * second;
        }
        if (k < dimension) {
            double last = states[s + k] - (centre[k] + array[a + k * GROUP]);
            even += last * last;
        }
        return even + odd;
    }

    private static double greatest(double[] values, int from, int to) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            if (values[i] > greatest) {
                greatest = values[i];
            }
        }
        return greatest;
    }

    @Override
    public void displacements(Batch batch, double[] responsibilities, double origin, double scale, double[] out) {
        weightedRows.weigh(batch.count(), responsibilities);
        weightedRows.displacements(batch, origin, scale, out);
    }
}
