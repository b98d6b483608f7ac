package org.rote.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.rote.spi.Covariance;
import org.rote.spi.GaussianNoise;
import org.rote.spi.NoiseModel;

/**
 * What every {@link NoiseModel} must do. Checked: outputs overwritten whole, inputs untouched, the same bits each time and from two threads; the gradient against finite
 * differences; the average gradient over draws is zero; the density matches the draws, E[p(y | d′) / p(y | d)] = 1 for d′ near d, which fails when either has another
 * spread; with a single datum, the density integrates to one. For {@link GaussianNoise} also: the density by its formula, the covariance by {@link CovarianceContract}'s
 * checks, and the whitened residual is standard normal in its first four moments.
 *
 * <p>Averages over 20 000 draws (fewer for more than a thousand data) must agree within five standard errors.
 */
public abstract class NoiseContract extends SeededContract<NoiseModel> {

    /** Finite differences lose about half the digits of a double to rounding, and their extrapolation the rest to 1e-9; a hundredfold margin on that. */
    public static final double DOUBLE = 1e-7;

    // The formula adds a few hundred rounded terms.
    private static final double SAME_FORMULA = 1e-10;
    // The trapezoidal rule is exact to 1e-10 for what is smooth on a thousandth of its spread.
    private static final double QUADRATURE = 1e-6;
    private static final int DRAWS = 20_000;
    // Draws are kept while they are looked at from several sides: 160 MB.
    private static final int KEPT_NUMBERS = 20_000_000;
    private static final int DIRECTIONS = 4;
    private static final int ROUNDS = 8;

    /** For subclasses. */
    protected NoiseContract() {}

    /**
     * Builds the noise model under test. Called once for each test; what is {@link AutoCloseable} is closed after it.
     *
     * @return the noise model
     */
    protected abstract NoiseModel noise();

    @Override
    final NoiseModel build() {
        return noise();
    }

    /**
     * Data that an operator might predict. Override it where standard normal numbers make no sense.
     *
     * @param random the source of randomness
     * @param size number of data
     * @return the predicted data
     */
    protected double[] predicted(RandomGenerator random, int size) {
        return Vectors.normal(random, size);
    }

    /**
     * How far the gradient may be from finite differences, relative to its size.
     *
     * @return {@link #DOUBLE}, or more where the computation is in single precision
     */
    protected double tolerance() {
        return DOUBLE;
    }

    @Test
    void statesItsSpaceTheSameEachTime() {
        compare.holds(subject().space().equals(subject().space()), "space() changes from call to call");
    }

    @Test
    void overwritesOutputsAndLeavesInputsAlone() {
        double[] predicted = predicted();
        double[] observed = draw(predicted, random("y"));
        double[] predictedBefore = predicted.clone();
        double[] observedBefore = observed.clone();
        compare.finite("draw", draw(predicted, random("another y")));
        compare.sameBits("draw changed the predicted data", predictedBefore, predicted);
        compare.finite("gradient", gradient(observed, predicted));
        subject().logDensity(observed, predicted);
        compare.sameBits("logDensity or gradient changed the predicted data", predictedBefore, predicted);
        compare.sameBits("logDensity or gradient changed the observed data", observedBefore, observed);
    }

    @Test
    void givesTheSameBitsEachTime() {
        compare.sameBits("a second time", everything(random("y")), everything(random("y")));
    }

    @Test
    void givesTheSameBitsWhenTwoThreadsWorkAtOnce() {
        double[] first = everything(random("y"));
        double[] second = everything(random("another y"));
        for (int round = 0; round < ROUNDS; round++) {
            List<double[]> results = Together.run(() -> everything(random("y")), () -> everything(random("another y")));
            compare.sameBits("two threads at once, first", first, results.get(0));
            compare.sameBits("two threads at once, second", second, results.get(1));
        }
    }

    @Test
    void gradientIsThatOfTheLogDensity() {
        double[] predicted = predicted();
        double[] observed = draw(predicted, random("y"));
        double scale = Vectors.scale(Vectors.minus(observed, predicted));
        new FiniteDifferences("gradient", tolerance(), compare)
                .verify(
                        d -> subject().logDensity(observed, d),
                        predicted,
                        gradient(observed, predicted),
                        scale,
                        random("directions"));
    }

    @Test
    void averageGradientOverDrawsIsZero() {
        double[] predicted = predicted();
        for (double[] v : directions()) {
            Average average = new Average();
            for (double[] y : draws(predicted)) {
                average.add(Vectors.dot(v, gradient(y, predicted)));
            }
            average.verify("gradient of the log density along a direction", 0, 0, compare);
        }
    }

    @Test
    void densityMatchesTheDraws() {
        double[] predicted = predicted();
        List<double[]> draws = draws(predicted);
        for (double[] v : directions()) {
            // so far that the densities at d and d′ differ by about one standard deviation of the noise
            double[] moved = Vectors.plus(predicted, 1 / Math.sqrt(information(v, draws, predicted)), v);
            Average ratio = new Average();
            for (double[] y : draws) {
                ratio.add(Math.exp(subject().logDensity(y, moved) - subject().logDensity(y, predicted)));
            }
            ratio.verify("p(y | d′) / p(y | d): draws and logDensity disagree on the spread", 1, 0, compare);
        }
    }

    @Test
    void densityOfASingleDatumIntegratesToOne() {
        Assumptions.assumeTrue(size() == 1, "only for a single datum");
        double[] predicted = predicted();
        Average spread = new Average();
        draws(predicted).forEach(y -> spread.add(y[0]));
        double integral = new Quadrature(spread.mean(), Math.sqrt(spread.variance()))
                .integrate(y -> Math.exp(subject().logDensity(new double[] {y}, predicted)));
        compare.close("∫ p(y | d) dy", 1, integral, QUADRATURE);
    }

    @Test
    void gaussianDensityFollowsFromTheCovariance() {
        Covariance covariance = gaussian().covariance();
        double[] predicted = predicted();
        double[] observed = draw(predicted, random("y"));
        double expected = ClosedForm.logNormal(observed, predicted, covariance);
        compare.close(
                "logDensity and −½ (rᵀ Γ⁻¹ r + log det Γ + n log 2π)",
                expected,
                subject().logDensity(observed, predicted),
                SAME_FORMULA * Math.max(size(), Math.abs(expected)));
    }

    @Test
    void gaussianCovarianceIsACovariance() {
        Covariance covariance = gaussian().covariance();
        compare.holds(
                covariance.size() == size(), "covariance is of " + covariance.size() + " data, the space of " + size());
        CovarianceChecks checks = new CovarianceChecks(
                covariance, "covariance()", CovarianceContract.WELL_CONDITIONED, random("vectors"), compare);
        checks.overwritesOutputsAndLeavesInputsAlone();
        checks.isSymmetricAndPositive();
        checks.solveUndoesApply();
        if (CovarianceChecks.writesOut(covariance)) {
            checks.rootTimesItsTransposeIsTheCovariance();
            checks.logDeterminantIsThatOfTheColumns();
        }
    }

    @Test
    void whitenedGaussianResidualIsStandardNormal() {
        Covariance covariance = gaussian().covariance();
        double[] predicted = predicted();
        List<double[]> draws = draws(predicted);
        for (double[] v : directions()) {
            double[] product = new double[size()];
            covariance.apply(v, product);
            double deviation = Math.sqrt(Vectors.dot(v, product));
            verifyStandardNormal("residual over its standard deviation", v, deviation, draws, predicted);
            covariance.solve(v, product);
            double precision = Math.sqrt(Vectors.dot(v, product));
            verifyStandardNormal("whitened residual", product.clone(), precision, draws, predicted);
        }
    }

    private void verifyStandardNormal(
            String what, double[] v, double deviation, List<double[]> draws, double[] predicted) {
        double[] moments = {0, 1, 0, 3};
        for (int order = 1; order <= moments.length; order++) {
            Average average = new Average();
            for (double[] y : draws) {
                average.add(Math.pow(Vectors.dot(v, Vectors.minus(y, predicted)) / deviation, order));
            }
            average.verify(what + ", moment " + order, moments[order - 1], 0, compare);
        }
    }

    /** E[(v·∂ log p/∂d)²], the Fisher information along v. */
    private double information(double[] v, List<double[]> draws, double[] predicted) {
        Average average = new Average();
        for (double[] y : draws) {
            double slope = Vectors.dot(v, gradient(y, predicted));
            average.add(slope * slope);
        }
        return average.mean();
    }

    private GaussianNoise gaussian() {
        Assumptions.assumeTrue(subject() instanceof GaussianNoise, "only for GaussianNoise");
        return (GaussianNoise) subject();
    }

    private int size() {
        return subject().space().size();
    }

    private double[] predicted() {
        double[] predicted = predicted(random("predicted"), size());
        compare.length("predicted() of the test", size(), predicted);
        return predicted;
    }

    /** Random directions, and those of the first data. */
    private List<double[]> directions() {
        RandomGenerator random = random("directions");
        List<double[]> directions = new ArrayList<>();
        for (int k = 0; k < DIRECTIONS; k++) {
            directions.add(Vectors.normal(random, size()));
            double[] unit = new double[size()];
            unit[k % size()] = 1;
            directions.add(unit);
        }
        return directions;
    }

    private List<double[]> draws(double[] predicted) {
        RandomGenerator random = random("draws");
        List<double[]> draws = new ArrayList<>();
        for (int k = 0; k < Math.min(DRAWS, KEPT_NUMBERS / size()); k++) {
            draws.add(draw(predicted, random));
        }
        return draws;
    }

    private double[] draw(double[] predicted, RandomGenerator random) {
        double[] out = Vectors.poisoned(size());
        subject().draw(predicted, random, out);
        return out;
    }

    private double[] gradient(double[] observed, double[] predicted) {
        double[] out = Vectors.poisoned(size());
        subject().gradient(observed, predicted, out);
        return out;
    }

    private double[] everything(RandomGenerator random) {
        double[] predicted = predicted();
        double[] observed = draw(predicted, random);
        return DoubleStream.concat(
                        DoubleStream.concat(
                                DoubleStream.of(observed),
                                DoubleStream.of(subject().logDensity(observed, predicted))),
                        DoubleStream.of(gradient(observed, predicted)))
                .toArray();
    }
}
