package org.rote.plugins.dataset.geology;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.rote.numerics.SeparableTransform;
import org.rote.spi.Axis;
import org.rote.spi.Space;

/**
 * Random real Fourier series of mean 0 and variance 1. Along each axis the functions are 1, √2 cos, √2 sin, √2 cos of twice the wavenumber, and so on; products of them with independent normal coefficients, of one variance for
 * all sines and cosines of the same wavenumbers, are a stationary field.
 */
final class FourierSeries {

    private final SeparableTransform transform;
    private final double[] deviations;

    private FourierSeries(SeparableTransform transform, double[] deviations) {
        this.transform = transform;
        this.deviations = deviations;
    }

    static FourierSeries of(GaussianFieldConfig config, Space space) {
        List<Axis> axes = space.axes();
        double longest = axes.stream().mapToDouble(FourierSeries::length).max().orElseThrow();
        double torus = config.period() * longest;
        // the smallest wavenumber along each axis, in lengths of the model
        double unit = 2 * Math.PI / config.period();
        int waves = (int) Math.ceil(config.waves() * config.period());
        List<SeparableTransform.Functions> functions =
                axes.stream().map(axis -> functions(waves, axis, torus)).toList();
        return new FourierSeries(new SeparableTransform(functions), deviations(config, waves, axes.size(), unit));
    }

    /** Draws the coefficients in the order of the wavenumbers, which is the same on every grid, and sums the series. */
    void draw(RandomGenerator random, double[] out) {
        double[] coefficients = new double[deviations.length];
        for (int k = 0; k < coefficients.length; k++) {
            coefficients[k] = deviations[k] * random.nextGaussian();
        }
        transform.synthesize(coefficients, out);
    }

    private static double length(Axis axis) {
        return axis.count() * axis.step();
    }

    private static SeparableTransform.Functions functions(int waves, Axis axis, double torus) {
        int cells = axis.count();
        double[] values = new double[(2 * waves + 1) * cells];
        Arrays.fill(values, 0, cells, 1);
        for (int k = 1; k <= waves; k++) {
            for (int i = 0; i < cells; i++) {
                double phase = 2 * Math.PI * k * ((i + 0.5) * axis.step() / torus);
                values[(2 * k - 1) * cells + i] = Math.sqrt(2) * StrictMath.cos(phase);
                values[2 * k * cells + i] = Math.sqrt(2) * StrictMath.sin(phase);
            }
        }
        return new SeparableTransform.Functions(2 * waves + 1, cells, values);
    }

    /** √S(k) for each product of functions, less that of the constant, so that the variances of all products add up to 1. */
    private static double[] deviations(GaussianFieldConfig config, int waves, int dimensions, double unit) {
        int count = 2 * waves + 1;
        double[] squares = {0};
        for (int d = 0; d < dimensions; d++) {
            double[] before = squares;
            squares = new double[before.length * count];
            Arrays.setAll(squares, k -> {
                int wave = (k % count + 1) / 2;
                double wavenumber = unit * wave;
                return before[k / count] + wavenumber * wavenumber;
            });
        }
        double shift = config.inverseLength() * config.inverseLength();
        double[] deviations = new double[squares.length];
        double sum = 0;
        for (int k = 1; k < squares.length; k++) {
            double density = StrictMath.pow(shift + squares[k], -config.decay());
            deviations[k] = Math.sqrt(density);
            sum += density;
        }
        double norm = Math.sqrt(sum);
        return Arrays.stream(deviations).map(deviation -> deviation / norm).toArray();
    }
}
