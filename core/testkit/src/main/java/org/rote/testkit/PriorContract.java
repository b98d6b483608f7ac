package org.rote.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.rote.spi.Atoms;
import org.rote.spi.Components;
import org.rote.spi.DenoiserJacobian;
import org.rote.spi.Density;
import org.rote.spi.DifferentiableDensity;
import org.rote.spi.Distribution;
import org.rote.spi.Drawable;
import org.rote.spi.NoisyScore;

/**
 * What every prior, and every other {@link Distribution}, must do with the capabilities that it claims; those that it does not claim are passed over.
 *
 * <ul>
 *   <li>{@link Density}: one dimension integrates to one; equals the mixture's formula where there are {@link Components}.
 *   <li>{@link DifferentiableDensity}: the score against finite differences of the log density.
 *   <li>{@link NoisyScore}: a batch equals its states one by one; the score against finite differences of log p_σ, from {@link Atoms} or {@link Components} or {@link
 *       #noisyLogDensity}; far out in noise the denoiser x + σ² ∇ log p_σ(x) gives the mean.
 *   <li>{@link DenoiserJacobian}: products against finite differences of the denoiser; a batch equals its states one by one.
 *   <li>{@link Atoms}, {@link Components}: weights sum to one; the identity is the stated hash; each covariance passes the checks of {@link CovarianceContract}.
 *   <li>{@link Drawable}: the same generator gives the same bits; draws have the mean and the variances of the closed form, or else the score s of the density, E[s(x)] = 0
 *       and E[(v·x)(v·s(x))] = −‖v‖².
 * </ul>
 *
 * <p>And for all: outputs overwritten whole, inputs untouched, the same bits each time and from two threads. Averages over 4 000 draws must agree within five standard
 * errors.
 *
 * <p>Cost: some ten thousand densities and scores, so give a prior of a small space and with few atoms.
 */
public abstract class PriorContract extends SeededContract<Distribution> {

    /** Finite differences lose about half the digits of a double to rounding, and their extrapolation the rest to 1e-9; a thousandfold margin on that. */
    public static final double DOUBLE = 1e-6;

    // Weights are sums of up to some ten thousand numbers, formulas of as many terms.
    private static final double SAME_FORMULA = 1e-9;
    // The trapezoidal rule is exact to 1e-10 for what is smooth on a thousandth of its spread.
    private static final double QUADRATURE = 1e-6;
    // It takes the place of a jump for up to a step further than it is.
    private static final double QUADRATURE_OVER_JUMPS = 1e-2;
    // Far out, the denoiser is off the mean by (spread / σ)², here 1e-6, and by rounding.
    private static final double FAR = 1e3;
    private static final double FAR_ERROR = 1e-3;
    private static final double[] NOISE_LEVELS = {0.1, 1, 10};
    private static final int STATES = 5;
    private static final int ROUNDS = 8;
    private static final List<Class<?>> CAPABILITIES = List.of(
            Density.class,
            DifferentiableDensity.class,
            NoisyScore.class,
            DenoiserJacobian.class,
            Drawable.class,
            Atoms.class,
            Components.class);

    /** For subclasses. */
    protected PriorContract() {}

    /**
     * Builds the prior under test. Called once for each test; what is {@link AutoCloseable} is closed after it.
     *
     * @return the prior, or another distribution
     */
    protected abstract Distribution prior();

    @Override
    final Distribution build() {
        return prior();
    }

    /**
     * How far scores may be from finite differences, relative to their size.
     *
     * @return {@link #DOUBLE}, or more where the computation is in single precision
     */
    protected double tolerance() {
        return DOUBLE;
    }

    /**
     * How far the scores of a batch may be from those of its states one by one, relative to their norm: matrix products add in another order.
     *
     * @return 1e-9, or more where the computation is in single precision
     */
    protected double batchTolerance() {
        return SAME_FORMULA;
    }

    /**
     * A model that the prior holds for plausible. Override it for a prior that can neither be drawn from nor has atoms or components.
     *
     * @param random the source of randomness
     * @param size numbers in a model
     * @return the model
     */
    protected double[] point(RandomGenerator random, int size) {
        return new PriorSamples(subject()).draw(random).orElseGet(() -> Vectors.normal(random, size));
    }

    /**
     * log p_σ, where it is known otherwise than from atoms or components.
     *
     * @param sigma noise level in model units
     * @return the function, or empty when there is none
     */
    protected Optional<ToDoubleFunction<double[]>> noisyLogDensity(double sigma) {
        Optional<ToDoubleFunction<double[]>> mixture = subject()
                .capability(Components.class)
                .map(components -> ClosedForm.logDensity(components, sigma, size()));
        return mixture.or(
                () -> subject().capability(Atoms.class).map(atoms -> ClosedForm.logDensity(atoms, sigma, size())));
    }

    /**
     * Whether the density has no jumps. The quadrature is less exact over jumps, and the identities of the score do not hold.
     *
     * @return true, unless overridden for a density that ends suddenly, such as a uniform one
     */
    protected boolean smooth() {
        return true;
    }

    @Test
    void statesItsSpaceAndCapabilitiesTheSameEachTime() {
        compare.holds(subject().space().equals(subject().space()), "space() changes from call to call");
        for (Class<?> type : CAPABILITIES) {
            boolean first = subject().capability(type).isPresent();
            compare.holds(
                    first == subject().capability(type).isPresent(),
                    "capability(" + type.getSimpleName() + ") changes from call to call");
        }
        compare.holds(
                CAPABILITIES.stream()
                        .anyMatch(type -> subject().capability(type).isPresent()),
                "claims no capability of "
                        + CAPABILITIES.stream().map(Class::getSimpleName).toList());
    }

    @Test
    void givesTheSameBitsEachTimeAndWhenTwoThreadsWorkAtOnce() {
        double[] first = everything("x");
        double[] second = everything("another x");
        compare.sameBits("a second time", first, everything("x"));
        for (int round = 0; round < ROUNDS; round++) {
            List<double[]> results = Together.run(() -> everything("x"), () -> everything("another x"));
            compare.sameBits("two threads at once, first", first, results.get(0));
            compare.sameBits("two threads at once, second", second, results.get(1));
        }
    }

    @Test
    void densityOfOneDimensionIntegratesToOne() {
        Density density = claimed(Density.class);
        Assumptions.assumeTrue(size() == 1, "only in one dimension");
        double integral = new Quadrature(samples().mean()[0], spread())
                .integrate(x -> Math.exp(density.logDensity(new double[] {x})));
        compare.close("∫ p(x) dx", 1, integral, smooth() ? QUADRATURE : QUADRATURE_OVER_JUMPS);
    }

    @Test
    void densityIsThatOfTheComponents() {
        Density density = claimed(Density.class);
        ToDoubleFunction<double[]> formula = ClosedForm.logDensity(claimed(Components.class), 0, size());
        for (double[] x : points()) {
            double expected = formula.applyAsDouble(x);
            compare.close(
                    "logDensity and the formula of the components",
                    expected,
                    density.logDensity(x),
                    SAME_FORMULA * Math.max(size(), Math.abs(expected)));
        }
    }

    @Test
    void scoreIsTheGradientOfTheLogDensity() {
        DifferentiableDensity density = claimed(DifferentiableDensity.class);
        Density plain = claimed(Density.class);
        for (double[] x : points()) {
            double[] before = x.clone();
            double[] score = Vectors.poisoned(size());
            density.score(x, score);
            compare.close("Density and DifferentiableDensity", plain.logDensity(x), density.logDensity(x), 0);
            compare.sameBits("logDensity or score changed its input", before, x);
            new FiniteDifferences("score", tolerance(), compare)
                    .verify(density::logDensity, x, score, spread(), random("directions"));
        }
    }

    @Test
    void noisyScoreIsTheGradientOfTheNoisyLogDensity() {
        for (NoisyScoreChecks checks : noisyScore()) {
            Optional<ToDoubleFunction<double[]>> logDensity = noisyLogDensity(checks.sigma());
            Assumptions.assumeTrue(logDensity.isPresent(), "only where log p_σ is known");
            checks.scoreIsTheGradientOf(logDensity.get(), tolerance(), random("directions"));
        }
    }

    @Test
    void scoresOfABatchAreThoseOfItsStates() {
        for (NoisyScoreChecks checks : noisyScore()) {
            checks.scoresOfABatchAreThoseOfItsStates(batchTolerance());
        }
    }

    @Test
    void jacobianOfTheDenoiserIsTheDerivativeOfTheDenoiser() {
        DenoiserJacobian jacobian = claimed(DenoiserJacobian.class);
        for (NoisyScoreChecks checks : noisyScore()) {
            checks.jacobianIsTheDerivativeOfTheDenoiser(jacobian, tolerance(), random("directions"));
        }
    }

    @Test
    void productsOfABatchAreThoseOfItsStates() {
        DenoiserJacobian jacobian = claimed(DenoiserJacobian.class);
        for (NoisyScoreChecks checks : noisyScore()) {
            checks.productsOfABatchAreThoseOfItsStates(jacobian, batchTolerance(), random("directions"));
        }
    }

    @Test
    void denoiserFarOutInNoiseGivesTheMean() {
        NoisyScore prior = claimed(NoisyScore.class);
        PriorSamples samples = samples();
        Assumptions.assumeTrue(samples.knowsTheMean(), "only where the mean is known or can be drawn");
        double sigma = FAR * spread();
        double[] x = points().get(0);
        double[] score = Vectors.poisoned(size());
        prior.scores(x, 1, sigma, score);
        compare.close(
                "x + σ² score(x) and the mean at σ = " + sigma,
                samples.mean(),
                Vectors.plus(x, sigma * sigma, score),
                FAR_ERROR + samples.errorOfMean(),
                spread() * Math.sqrt(size()));
    }

    @Test
    void weightsOfAtomsSumToOneAndAtomsAreFinite() {
        support().weightsOfAtomsSumToOneAndAtomsAreFinite(claimed(Atoms.class));
    }

    @Test
    void identityOfAtomsIsTheirHash() {
        support().identityOfAtomsIsTheirHash(claimed(Atoms.class));
    }

    @Test
    void weightsOfComponentsSumToOneAndMeansAreFinite() {
        support().weightsOfComponentsSumToOneAndMeansAreFinite(claimed(Components.class));
    }

    @Test
    void covariancesOfComponentsAreCovariances() {
        support().covariancesOfComponentsAreCovariances(claimed(Components.class), random("vectors"));
    }

    @Test
    void drawsFollowFromTheGenerator() {
        Drawable prior = claimed(Drawable.class);
        double[] first = draw(prior, random("draw"));
        compare.finite("draw", first);
        compare.sameBits("a draw from a generator in the same state", first, draw(prior, random("draw")));
    }

    @Test
    void drawsHaveTheMeanAndTheVariancesOfTheClosedForm() {
        Drawable prior = claimed(Drawable.class);
        Assumptions.assumeTrue(samples().hasClosedForm(), "only where there are atoms or components");
        new DrawChecks(prior, samples(), random("draws"), compare).haveTheMeanAndTheVariancesOfTheClosedForm();
    }

    @Test
    void drawsHaveTheScoreOfTheDensity() {
        Drawable prior = claimed(Drawable.class);
        DifferentiableDensity density = claimed(DifferentiableDensity.class);
        Assumptions.assumeFalse(samples().hasClosedForm(), "the closed form says more");
        Assumptions.assumeTrue(smooth(), "only for a density without jumps");
        new DrawChecks(prior, samples(), random("draws"), compare).haveTheScoreOfTheDensity(density);
    }

    private SupportChecks support() {
        return new SupportChecks(size(), SAME_FORMULA, compare);
    }

    private int size() {
        return subject().space().size();
    }

    private <C> C claimed(Class<C> type) {
        Optional<C> capability = subject().capability(type);
        Assumptions.assumeTrue(capability.isPresent(), "does not claim " + type.getSimpleName());
        return capability.get();
    }

    private PriorSamples samples() {
        return new PriorSamples(subject());
    }

    /** How far plausible models are from each other, per coordinate. */
    private double spread() {
        RandomGenerator random = random("spread");
        return samples().spread(() -> point(random, size()));
    }

    private List<double[]> points() {
        RandomGenerator random = random("points");
        return Stream.generate(() -> point(random, size())).limit(STATES).toList();
    }

    /** The checks at each noise level. */
    private List<NoisyScoreChecks> noisyScore() {
        NoisyScore score = claimed(NoisyScore.class);
        return Arrays.stream(NOISE_LEVELS)
                .map(level -> level * spread())
                .mapToObj(sigma -> new NoisyScoreChecks(score, noisyStates(sigma), size(), sigma, compare))
                .toList();
    }

    private double[] noisyStates(double sigma) {
        RandomGenerator random = random("noise");
        return points().stream()
                .flatMapToDouble(x -> DoubleStream.of(Vectors.plus(x, sigma, Vectors.normal(random, size()))))
                .toArray();
    }

    private double[] draw(Drawable prior, RandomGenerator random) {
        double[] out = Vectors.poisoned(size());
        prior.draw(random, out);
        return out;
    }

    /** What every claimed capability says at one point. */
    private double[] everything(String purpose) {
        double[] x = point(random(purpose), size());
        double[] noise = Vectors.normal(random(purpose + " noise"), size());
        double sigma = Math.max(Vectors.scale(x), 1);
        double[] state = Vectors.plus(x, sigma, noise);
        double[] score = new double[size()];
        double[] noisyScore = new double[size()];
        double[] product = new double[size()];
        double[] pull = new double[size()];
        double[] draw = new double[size()];
        double[] density = {
            subject().capability(Density.class).map(d -> d.logDensity(x)).orElse(0.0)
        };
        subject().capability(DifferentiableDensity.class).ifPresent(d -> d.score(x, score));
        subject().capability(NoisyScore.class).ifPresent(s -> s.scores(state, 1, sigma, noisyScore));
        subject().capability(DenoiserJacobian.class).ifPresent(j -> j.products(state, noise, 1, sigma, product));
        subject().capability(Components.class).ifPresent(c -> c.covariance(0).solve(noise, pull));
        subject().capability(Drawable.class).ifPresent(d -> d.draw(random(purpose + " draw"), draw));
        return Stream.of(density, score, noisyScore, product, pull, draw)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }
}
