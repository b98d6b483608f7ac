package org.rote.numerics.posterior;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import java.util.random.RandomGenerator;
import org.rote.numerics.ConjugateGradients;
import org.rote.numerics.LanczosQuadrature;
import org.rote.numerics.Vectors;
import org.rote.spi.Covariance;
import org.rote.spi.SamplerContext;
import org.rote.spi.Streams;

/**
 * S without a matrix: solves by conjugate gradients with Γ⁻¹ in front, log det S by stochastic Lanczos quadrature (Ubaru, Chen &amp; Saad, 2017).
 *
 * <p>log det S = log det Γ + tr log K with K = Γ⁻¹S, which is symmetric in the inner product of Γ. For v = Γ⁻¹ Γ^½ z, z standard normal, E[vᵀ Γ f(K) v / vᵀ Γ v] = tr f(K) / m;
 * each probe costs one Lanczos run of {@code steps} products with S. Every component uses the same probes, so that the error of a difference
 * of determinants, which is what weights see, is smaller than that of each.
 */
final class IterativeDataCovariance implements DataCovariance {

    /** A Krylov space no longer grows when the next vector is this small relative to the first. */
    private static final double BREAKDOWN = 1e-10;

    private final Jacobian jacobian;
    private final Covariance prior;
    private final Covariance noise;
    private final Iteration iteration;
    private final Streams streams;
    private final DoubleConsumer standardError;
    private OptionalDouble logDeterminant = OptionalDouble.empty();

    /** {@code standardError} is told one standard error of the log determinant, from the spread of its probes, when that is first asked for: draws do without it. */
    IterativeDataCovariance(
            Jacobian jacobian,
            Covariance prior,
            Covariance noise,
            Iteration iteration,
            Streams streams,
            DoubleConsumer standardError) {
        this.jacobian = jacobian;
        this.prior = prior;
        this.noise = noise;
        this.iteration = iteration;
        this.streams = streams;
        this.standardError = standardError;
    }

    @Override
    public synchronized void prepare(SamplerContext context) {
        double[] estimates = new double[iteration.probes()];
        LongWork.forEach(
                "estimating the determinant of the data covariance",
                estimates.length,
                context,
                probe -> estimates[probe] = traceOfLogarithm(probe));
        logDeterminant = OptionalDouble.of(logDeterminant(estimates));
    }

    private double logDeterminant(double[] estimates) {
        double sum = 0;
        double squares = 0;
        for (double estimate : estimates) {
            sum += estimate;
            squares += estimate * estimate;
        }
        double mean = sum / estimates.length;
        double variance = Math.max(0, squares / estimates.length - mean * mean);
        standardError.accept(Math.sqrt(variance / (estimates.length - 1)));
        return noise.logDeterminant() + mean;
    }

    @Override
    public void solve(double[] r, double[] out) {
        DataCovarianceProducts products = new DataCovarianceProducts(jacobian, prior, noise);
        ConjugateGradients.solve(
                products::multiply, noise::solve, r, out, iteration.tolerance(), iteration.largestIterations());
    }

    @Override
    public synchronized double logDeterminant() {
        if (logDeterminant.isEmpty()) {
            double[] estimates = new double[iteration.probes()];
            Arrays.setAll(estimates, this::traceOfLogarithm);
            logDeterminant = OptionalDouble.of(logDeterminant(estimates));
        }
        return logDeterminant.getAsDouble();
    }

    private double traceOfLogarithm(int probe) {
        RandomGenerator random = streams.random("log-determinant", probe);
        int rows = noise.size();
        int most = Math.min(iteration.lanczosSteps(), rows);
        double[] diagonal = new double[most];
        double[] beside = new double[most];
        DataCovarianceProducts products = new DataCovarianceProducts(jacobian, prior, noise);
        double[] image = GaussianUpdate.drawn(noise, random); // Γ v
        double[] vector = new double[rows];
        noise.solve(image, vector);
        double norm = Math.sqrt(Vectors.dot(vector, image));
        double[] previousImage = new double[rows];
        double[] next = new double[rows];
        int steps = 0;
        double beta = 0;
        while (steps < most) {
            Vectors.scale(vector, 1 / norm);
            Vectors.scale(image, 1 / norm);
            products.multiply(vector, next); // Γ K v
            diagonal[steps] = Vectors.dot(vector, next);
            for (int i = 0; i < rows; i++) {
                next[i] -= diagonal[steps] * image[i] + beta * previousImage[i];
            }
            double[] recycled = previousImage;
            previousImage = image;
            image = next;
            next = recycled;
            noise.solve(image, vector);
            beta = Math.sqrt(Math.max(0, Vectors.dot(vector, image)));
            norm = beta;
            steps++;
            if (beta <= BREAKDOWN * Math.abs(diagonal[0])) {
                break;
            }
            if (steps < most) {
                beside[steps - 1] = beta;
            }
        }
        return rows * LanczosQuadrature.integrate(steps, diagonal, beside, Math::log);
    }
}
