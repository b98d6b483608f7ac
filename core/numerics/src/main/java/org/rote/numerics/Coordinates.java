package org.rote.numerics;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import org.rote.spi.Atoms;
import org.rote.spi.Components;
import org.rote.spi.Distribution;
import org.rote.spi.Drawable;
import org.rote.spi.NoisyScore;
import org.rote.spi.NumericsException;
import org.rote.spi.RunExecutor;
import org.rote.spi.Space;

/**
 * Coordinates u = (x − c)/s with a centre c_k and a scale s_k for every unknown, in which a prior is about one wide: what schedules of diffusion processes are made for, while models may be 1e-7 s²/m².
 *
 * <p>{@link #of(Distribution, RunExecutor)} gives the distribution of u, exactly. With one scale s for all unknowns any noisy score has one, ∇ log q_σ(u) = s ∇ log p_{sσ}(c + s u); with a scale for
 * each, noise in u is noise of different strength in the components of x, so atoms x_n become (x_n − c)/s, components N(μ, C) become N((μ − c)/s, S⁻¹ C S⁻¹), and anything else has no closed form.
 *
 * <p>A component without spread gets a millionth of the largest scale: it is held where it is, and nothing is divided by zero. Cost: one pass over the atoms or components. Immutable; safe to use
 * from several threads at once.
 */
public final class Coordinates {

    /** The scale of a component without spread, relative to the largest. */
    private static final double HELD = 1e-6;

    /** A spread below this, relative to the mean, is the rounding of the mean. */
    private static final double ROUNDING = 1e-13;

    private static final int DRAWS = 256;

    private final double[] centre;
    private final double[] scale;
    private final boolean uniform;

    private Coordinates(double[] centre, double[] scale) {
        this.centre = centre;
        this.scale = scale;
        this.uniform = Arrays.stream(scale).allMatch(s -> s == scale[0]);
    }

    /**
     * The coordinates u = x.
     *
     * @param size d
     * @return centre 0, scale 1
     */
    public static Coordinates identity(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return new Coordinates(new double[size], ones);
    }

    /**
     * Mean and standard deviation of every component over weighted atoms. The variance is that of samples: divided by N − 1 for N equal weights, by 1 − Σ w² for others.
     *
     * @param atoms the atoms
     * @param size d
     * @return the standardizing coordinates
     */
    public static Coordinates standardizing(Atoms atoms, int size) {
        return of(new Moments(atoms.count(), size, atoms::logWeight, atoms::atom));
    }

    /**
     * Mean and standard deviation of every component of a mixture, the spread of its means counted as for atoms.
     *
     * @param components the mixture
     * @param size d
     * @return the standardizing coordinates
     * @throws NumericsException when {@link #canStandardize} is false
     */
    public static Coordinates standardizing(Components components, int size) {
        Moments moments = new Moments(components.count(), size, components::logWeight, components::mean);
        double[] within = new double[size];
        for (int n = 0; n < components.count(); n++) {
            ScaledComponents.addDiagonal(components.covariance(n), Math.exp(components.logWeight(n)), within);
        }
        Vectors.add(moments.variance, within);
        return of(moments);
    }

    /**
     * Whether a mixture can be given a scale for each unknown: its covariances are isotropic or diagonal, or all of them as matrices fit into 128 MiB.
     *
     * @param components the mixture
     * @return whether {@link #standardizing(Components, int)} works
     */
    public static boolean canStandardize(Components components) {
        return ScaledComponents.fits(components);
    }

    /**
     * The mean of atoms, and one scale for all unknowns: the root mean square of their standard deviations.
     *
     * @param atoms the atoms
     * @param size d
     * @return the uniform coordinates
     */
    public static Coordinates uniform(Atoms atoms, int size) {
        return uniform(new Moments(atoms.count(), size, atoms::logWeight, atoms::atom));
    }

    /**
     * The mean of 256 draws, and one scale for all unknowns: the root mean square of their standard deviations.
     *
     * @param drawable where draws come from
     * @param size d
     * @param random the source of randomness
     * @return the uniform coordinates
     */
    public static Coordinates uniform(Drawable drawable, int size, RandomGenerator random) {
        double[][] draws = new double[DRAWS][size];
        for (double[] draw : draws) {
            drawable.draw(random, draw);
        }
        return uniform(new Moments(
                DRAWS, size, n -> -Math.log(DRAWS), (n, out) -> System.arraycopy(draws[n], 0, out, 0, size)));
    }

    private static Coordinates uniform(Moments moments) {
        Arrays.fill(moments.variance, Arrays.stream(moments.variance).average().orElseThrow());
        return of(moments);
    }

    private static Coordinates of(Moments moments) {
        double[] scale = new double[moments.mean.length];
        Arrays.setAll(scale, k -> {
            double deviation = Math.sqrt(moments.variance[k]);
            return deviation > ROUNDING * Math.abs(moments.mean[k]) ? deviation : 0;
        });
        double largest = Arrays.stream(scale).max().orElseThrow();
        double size = Arrays.stream(moments.mean).map(Math::abs).max().orElseThrow();
        double held = largest > 0 ? HELD * largest : size > 0 ? HELD * size : 1;
        for (int k = 0; k < scale.length; k++) {
            scale[k] = scale[k] > 0 ? scale[k] : held;
        }
        return new Coordinates(moments.mean, scale);
    }

    /**
     * How many unknowns.
     *
     * @return d
     */
    public int size() {
        return scale.length;
    }

    /**
     * Whether all components have one scale.
     *
     * @return true where any noisy score can be had in these coordinates
     */
    public boolean isUniform() {
        return uniform;
    }

    /**
     * The scale of a component.
     *
     * @param k its number, from 0
     * @return s_k in model units
     */
    public double scale(int k) {
        return scale[k];
    }

    /**
     * From these coordinates to models: x = c + s u.
     *
     * @param u d numbers; not modified
     * @param x receives d numbers; overwritten; may be {@code u}
     */
    public void toModel(double[] u, double[] x) {
        for (int k = 0; k < scale.length; k++) {
            x[k] = centre[k] + scale[k] * u[k];
        }
    }

    /**
     * From models to these coordinates: u = (x − c)/s.
     *
     * @param x d numbers; not modified
     * @param u receives d numbers; overwritten; may be {@code x}
     */
    public void fromModel(double[] x, double[] u) {
        for (int k = 0; k < scale.length; k++) {
            u[k] = (x[k] - centre[k]) / scale[k];
        }
    }

    /**
     * The linear part: v ← s v. A direction in u becomes one in x, and a gradient with respect to x one with respect to u.
     *
     * @param v d numbers; overwritten
     */
    public void stretch(double[] v) {
        for (int k = 0; k < scale.length; k++) {
            v[k] *= scale[k];
        }
    }

    /**
     * The distribution of u for x of a distribution. Where the scale is uniform, its noisy score is used if it has one; atoms and components are transformed otherwise, once.
     *
     * @param distribution with {@link NoisyScore}, where the scale is uniform; with {@link Atoms} or {@link Components}
     * @param executor for batches of states
     * @return a distribution of as many unknowns with {@link NoisyScore}, and {@link org.rote.spi.DenoiserJacobian} where it follows
     * @throws NumericsException when covariances do not fit, or there is no closed form
     */
    public Distribution of(Distribution distribution, RunExecutor executor) {
        if (uniform && distribution.capability(NoisyScore.class).isPresent()) {
            return new UniformlyScaled(distribution, this);
        }
        Optional<Atoms> atoms = distribution.capability(Atoms.class);
        if (atoms.isPresent()) {
            return Derivations.of((Distribution) new ScaledAtoms(atoms.get(), this), executor);
        }
        Components components = distribution
                .capability(Components.class)
                .orElseThrow(() -> new NumericsException(
                        "a scale for each unknown needs a prior with atoms or components; use one scale for all"));
        return GaussianMixture.of(Space.vector(size()), new ScaledComponents(components, this), executor);
    }

    /** Numbered points: the atoms, or the means of components. */
    private interface Points {
        void point(int n, double[] out);
    }

    /** Mean and variance of weighted points. */
    private static final class Moments {

        final double[] mean;
        final double[] variance;

        Moments(int count, int size, IntToDoubleFunction logWeight, Points points) {
            this.mean = new double[size];
            this.variance = new double[size];
            double[] point = new double[size];
            double squares = 0;
            for (int n = 0; n < count; n++) {
                points.point(n, point);
                double weight = Math.exp(logWeight.applyAsDouble(n));
                squares += weight * weight;
                Vectors.add(mean, weight, point);
            }
            // Less than rounding: one point holds all the weight, and there is no spread.
            double freedom = 1 - squares > 1e-12 ? 1 - squares : Double.POSITIVE_INFINITY;
            for (int n = 0; n < count; n++) {
                points.point(n, point);
                double weight = Math.exp(logWeight.applyAsDouble(n)) / freedom;
                for (int k = 0; k < size; k++) {
                    variance[k] += weight * (point[k] - mean[k]) * (point[k] - mean[k]);
                }
            }
        }
    }
}
