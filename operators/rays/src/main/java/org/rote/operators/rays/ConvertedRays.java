package org.rote.operators.rays;

import org.rote.numerics.WaveSpeed;
import org.rote.spi.Axis;
import org.rote.spi.ForwardOperator;
import org.rote.spi.Linearization;
import org.rote.spi.NumericsException;
import org.rote.spi.Space;

/** Travel times from cells that hold velocity or squared slowness: t = L s(m), with dt = L s′(m) dm. Immutable. */
final class ConvertedRays implements ForwardOperator {

    private final WaveSpeed parameter;
    private final SlownessRays rays;

    /** Keeps the rays, whose domain is of the parameter. */
    ConvertedRays(WaveSpeed parameter, SlownessRays rays) {
        this.parameter = parameter;
        this.rays = rays;
    }

    @Override
    public Space domain() {
        return rays.domain();
    }

    @Override
    public Space range() {
        return rays.range();
    }

    @Override
    public void forward(double[] x, double[] out) {
        rays.apply(slowness(x), out);
    }

    @Override
    public Linearization linearize(double[] x) {
        double[] value = new double[range().size()];
        forward(x, value);
        double[] derivative = new double[x.length];
        for (int c = 0; c < x.length; c++) {
            derivative[c] = derivative(x[c]);
        }
        return new At(value, derivative, rays);
    }

    private double[] slowness(double[] x) {
        double[] slowness = new double[x.length];
        for (int c = 0; c < x.length; c++) {
            if (!(x[c] > 0) || Double.isInfinite(x[c])) {
                throw new NumericsException(refusal(c, x[c]));
            }
            slowness[c] = parameter.convert(x[c], WaveSpeed.SLOWNESS);
        }
        return slowness;
    }

    /** ds/dm. */
    private double derivative(double value) {
        return switch (parameter) {
            case SLOWNESS -> 1;
            case VELOCITY -> -1 / (value * value);
            case SQUARED_SLOWNESS -> 0.5 / Math.sqrt(value);
        };
    }

    private String refusal(int cell, double value) {
        Axis x = domain().axes().get(0);
        Axis z = domain().axes().get(1);
        int i = cell / z.count();
        int k = cell % z.count();
        return parameter.quantity() + " must be greater than 0 and finite, got " + value + " " + parameter.unit()
                + " in cell (" + i + ", " + k + ") at (" + x.at(i) + " m, " + z.at(k)
                + " m); use a prior or a parameterization that keeps it positive";
    }

    private record At(double[] value, double[] derivative, SlownessRays rays) implements Linearization {

        @Override
        public void jvp(double[] dx, double[] out) {
            double[] slowness = new double[derivative.length];
            for (int c = 0; c < slowness.length; c++) {
                slowness[c] = derivative[c] * dx[c];
            }
            rays.apply(slowness, out);
        }

        @Override
        public void vjp(double[] dy, double[] out) {
            rays.applyAdjoint(dy, out);
            for (int c = 0; c < derivative.length; c++) {
                out[c] *= derivative[c];
            }
        }
    }
}
