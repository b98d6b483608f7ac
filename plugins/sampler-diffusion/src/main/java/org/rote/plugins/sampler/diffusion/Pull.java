package org.rote.plugins.sampler.diffusion;

import org.rote.numerics.Coordinates;
import org.rote.spi.Likelihood;
import org.rote.spi.Linearization;
import org.rote.spi.NoiseModel;

/** The likelihood seen from process coordinates u, x = c + s u. One linearization a gradient. Any number of threads. */
final class Pull {

    private final Likelihood likelihood;
    private final Coordinates coordinates;
    private final double[] data;
    private final double best;

    Pull(Likelihood likelihood, Coordinates coordinates) {
        this.likelihood = likelihood;
        this.coordinates = coordinates;
        this.data = likelihood.data();
        this.best = likelihood.noise().logDensity(data, data);
    }

    /** What is done with F at an estimate while its derivative is at hand. */
    interface Use {

        /** Vectors that go into jvp, and come out of vjp, are stretched by {@link Coordinates#stretch} to be of process coordinates. */
        void accept(Linearization linearization, double[] residual);
    }

    /** Linearizes at an estimate u and gives {@link #misfit}. */
    double linearize(double[] u, Use use) {
        try (Linearization linearization = likelihood.mapping().linearize(model(u))) {
            double[] predicted = linearization.value();
            double[] residual = new double[data.length];
            for (int i = 0; i < residual.length; i++) {
                residual[i] = data[i] - predicted[i];
            }
            use.accept(linearization, residual);
            return misfit(predicted);
        }
    }

    /** Gives {@link #misfit} of an estimate u; {@code out} receives ∇_u log p(y | x(u)). */
    double gradient(double[] u, double[] out) {
        NoiseModel noise = likelihood.noise();
        return linearize(u, (linearization, residual) -> {
            double[] dataGradient = new double[data.length];
            noise.gradient(data, linearization.value(), dataGradient);
            linearization.vjp(dataGradient, out);
            coordinates.stretch(out);
        });
    }

    /** {@link #misfit} of a state without noise. */
    double misfitAt(double[] u) {
        double[] predicted = new double[data.length];
        likelihood.mapping().forward(model(u), predicted);
        return misfit(predicted);
    }

    /** 2 (log p(y | y) − log p(y | d))/m: the mean squared residual in units of the noise, 1 where data are explained to within it. */
    private double misfit(double[] predicted) {
        double difference = best - likelihood.noise().logDensity(data, predicted);
        return difference < 0 ? 0 : 2 * difference / data.length; // less than 0 by rounding only; NaN comes through
    }

    int dataCount() {
        return data.length;
    }

    Coordinates coordinates() {
        return coordinates;
    }

    private double[] model(double[] u) {
        double[] x = new double[u.length];
        coordinates.toModel(u, x);
        return x;
    }
}
