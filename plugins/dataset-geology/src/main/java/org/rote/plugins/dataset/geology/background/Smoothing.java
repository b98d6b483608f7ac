package org.rote.plugins.dataset.geology.background;

import java.util.Arrays;
import java.util.List;
import org.rote.spi.Axis;

/**
 * Weighted means over surroundings: w ← K w, m ← K (w m) / (K w), where K is the four-fold running mean along each axis. A running mean over a length is exact for cells of constant value, at fractions of cells too, and
 * the standard deviation of four over L each is L / √3.
 */
final class Smoothing {

    private static final int PASSES = 4;

    private final int[] counts;
    /** For each axis, half the length of the running mean, in cells. */
    private final double[] halves;

    private Smoothing(int[] counts, double[] halves) {
        this.counts = counts;
        this.halves = halves;
    }

    /**
     * A smoothing.
     *
     * @param axes of the models
     * @param lengths standard deviations in m, one for each axis or one for all
     */
    static Smoothing of(List<Axis> axes, List<Double> lengths) {
        int[] counts = axes.stream().mapToInt(Axis::count).toArray();
        double[] halves = new double[counts.length];
        for (int d = 0; d < halves.length; d++) {
            double deviation = lengths.get(lengths.size() == 1 ? 0 : d);
            halves[d] = Math.sqrt(3) / 2 * deviation / axes.get(d).step();
        }
        return new Smoothing(counts, halves);
    }

    /**
     * Smooths a model in place.
     *
     * @param model the model; a cell of weight 0 stays as it is
     * @param weights how much each cell counts; overwritten
     */
    void smooth(double[] model, double[] weights) {
        double[] sums = new double[model.length];
        for (int i = 0; i < model.length; i++) {
            sums[i] = weights[i] * model[i];
        }
        boolean[] kept = new boolean[model.length];
        for (int i = 0; i < model.length; i++) {
            kept[i] = weights[i] == 0;
        }
        int stride = model.length;
        for (int d = 0; d < counts.length; d++) {
            stride /= counts[d];
            if (halves[d] > 0) {
                alongAxis(sums, d, stride);
                alongAxis(weights, d, stride);
            }
        }
        for (int i = 0; i < model.length; i++) {
            model[i] = kept[i] ? model[i] : sums[i] / weights[i];
        }
    }

    private void alongAxis(double[] values, int axis, int stride) {
        int count = counts[axis];
        double[] line = new double[count];
        // further away there is nothing but 0
        double reach = Math.min(halves[axis], count);
        int margin = (int) Math.ceil(reach);
        double[] integral = new double[count + 2 + 2 * margin];
        for (int block = 0; block < values.length; block += count * stride) {
            for (int first = block; first < block + stride; first++) {
                for (int i = 0; i < count; i++) {
                    line[i] = values[first + i * stride];
                }
                for (int pass = 0; pass < PASSES; pass++) {
                    integrate(line, integral, margin);
                    difference(integral, line, reach, margin, halves[axis]);
                }
                for (int i = 0; i < count; i++) {
                    values[first + i * stride] = line[i];
                }
            }
        }
    }

    /** The integral of a line of cells, from {@code margin} cells before it to as many behind, where it is 0. */
    private static void integrate(double[] line, double[] integral, int margin) {
        double sum = 0;
        for (int i = 0; i < line.length; i++) {
            sum += line[i];
            integral[margin + 1 + i] = sum;
        }
        Arrays.fill(integral, margin + 1 + line.length, integral.length, sum);
    }

    /** Means over {@code half} cells to either side of the middle of each, from an integral that is known as far as {@code reach} cells to either side. */
    private static void difference(double[] integral, double[] line, double reach, int margin, double half) {
        double behind = margin + 0.5 + reach;
        double before = margin + 0.5 - reach;
        int upper = (int) behind;
        int lower = (int) before;
        double upperShare = behind - upper;
        double lowerShare = before - lower;
        double scale = 1 / (2 * half);
        for (int i = 0; i < line.length; i++) {
            double to = integral[upper + i] + upperShare * (integral[upper + i + 1] - integral[upper + i]);
            double from = integral[lower + i] + lowerShare * (integral[lower + i + 1] - integral[lower + i]);
            line[i] = scale * (to - from);
        }
    }
}
