package org.rote.plugins.diagnostic.summary;

import java.util.Arrays;
import org.rote.spi.Axis;
import org.rote.spi.Draws;

/**
 * The density of draws over one or two unknowns where no closed form tells it: a histogram over one, a kernel estimate over two. Normalised by all draws, those outside
 * the picture too. Memory: the draws.
 */
final class DrawnDensity {

    private static final int FEWEST_BINS = 10;
    private static final int MOST_BINS = 300;

    /** Half of Scott's bandwidth, which is for one bell and would blur several modes into one. */
    private static final double OF_SCOTT = 0.5;

    /** Kernels are cut off here, in bandwidths. */
    private static final double CUT = 4;

    private final int size;
    private double[] values = new double[1024];
    private int length;

    DrawnDensity(int size) {
        this.size = size;
    }

    void accept(Draws draws) {
        double[] more = draws.values();
        if (length + more.length > values.length) {
            values = Arrays.copyOf(values, Math.max(2 * values.length, length + more.length));
        }
        System.arraycopy(more, 0, values, length, more.length);
        length += more.length;
    }

    int count() {
        return length / size;
    }

    /** The bins of a histogram. */
    record Histogram(double lower, double width, double[] density) {

        /** The outline's abscissae, two for each bin. */
        double[] x() {
            double[] x = new double[2 * density.length];
            for (int bin = 0; bin < density.length; bin++) {
                x[2 * bin] = lower + bin * width;
                x[2 * bin + 1] = lower + (bin + 1) * width;
            }
            return x;
        }

        double[] y() {
            double[] y = new double[2 * density.length];
            Arrays.setAll(y, i -> density[i / 2]);
            return y;
        }
    }

    /** Bins of the width of Freedman &amp; Diaconis (1981), 2 IQR n^(−1/3), between bounds. */
    Histogram histogram(double lower, double upper) {
        double[] sorted = Arrays.copyOf(values, length);
        Arrays.sort(sorted);
        double quartiles = sorted[(int) (0.75 * (length - 1))] - sorted[(int) (0.25 * (length - 1))];
        double wanted = (upper - lower) / (2 * quartiles * Math.pow(length, -1.0 / 3));
        int bins = (int) Math.max(FEWEST_BINS, Math.min(MOST_BINS, Math.ceil(wanted)));
        double width = (upper - lower) / bins;
        double[] density = new double[bins];
        for (double value : sorted) {
            if (value >= lower && value < upper) {
                density[Math.min(bins - 1, (int) ((value - lower) / width))] += 1 / (length * width);
            }
        }
        return new Histogram(lower, width, density);
    }

    /** A kernel estimate on a grid: draws counted in its cells, then smoothed along each axis. Cost: the draws, and the grid times the kernel's width. */
    double[] smoothed(Axis horizontal, Axis vertical) {
        int columns = horizontal.count();
        int rows = vertical.count();
        double[] counts = new double[columns * rows];
        double share = 1.0 / (count() * horizontal.step() * vertical.step());
        for (int k = 0; k < count(); k++) {
            long i = Math.round((values[2 * k] - horizontal.origin()) / horizontal.step());
            long j = Math.round((values[2 * k + 1] - vertical.origin()) / vertical.step());
            if (i >= 0 && i < columns && j >= 0 && j < rows) {
                counts[(int) i * rows + (int) j] += share;
            }
        }
        double[] along = smooth(counts, columns, rows, rows, 1, kernel(1, vertical));
        return smooth(along, rows, columns, 1, rows, kernel(0, horizontal));
    }

    /** Smooths lines: {@code lines} of them, {@code apart} apart, each of {@code cells} values {@code step} apart. */
    private static double[] smooth(double[] field, int lines, int cells, int apart, int step, double[] kernel) {
        int half = kernel.length / 2;
        double[] smoothed = new double[field.length];
        for (int line = 0; line < lines; line++) {
            for (int cell = 0; cell < cells; cell++) {
                double sum = 0;
                for (int k = Math.max(-half, -cell); k <= Math.min(half, cells - 1 - cell); k++) {
                    sum += kernel[k + half] * field[line * apart + (cell + k) * step];
                }
                smoothed[line * apart + cell * step] = sum;
            }
        }
        return smoothed;
    }

    /** A Gaussian of half of Scott's (1992) bandwidth, s n^(−1/6), at least a cell. */
    private double[] kernel(int component, Axis axis) {
        RunningMoments moments = new RunningMoments(size);
        moments.accept(Arrays.copyOf(values, length));
        double bandwidth = OF_SCOTT * moments.standardDeviation()[component] * Math.pow(count(), -1.0 / 6);
        double cells = Math.max(1, Math.min(bandwidth / axis.step(), axis.count() / CUT));
        int half = (int) Math.ceil(CUT * cells);
        double[] kernel = new double[2 * half + 1];
        Arrays.setAll(kernel, k -> Math.exp(-0.5 * (k - half) * (k - half) / (cells * cells)));
        double sum = Arrays.stream(kernel).sum();
        Arrays.setAll(kernel, k -> kernel[k] / sum);
        return kernel;
    }
}
