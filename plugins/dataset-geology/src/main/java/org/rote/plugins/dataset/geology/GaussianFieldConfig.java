package org.rote.plugins.dataset.geology;

import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;
import org.rote.spi.Unit;

/**
 * The data set {@code gaussian-field}: smooth random squared slowness m = m̄ + s g(x), where g is a stationary Gaussian field of mean 0 and variance 1 on a torus,
 *
 * <pre>{@code g(x) = Σ_k √S(k) (a_k cos(2π k·x / P) + b_k sin(2π k·x / P)),   S(k) ∝ (τ² + |2π k / P|²)^(−α)}</pre>
 *
 * <p>with independent standard normal a and b. Here x is in lengths of the model, the longest of its sides; P is the side of the torus in the same unit, so with P = 1 what leaves a square model on one side comes in on the other. The sum goes over half of all integer
 * vectors k but 0, with each |k_d| at most {@code waves} times P. In two dimensions this is the Matérn covariance of smoothness α − 1 and inverse length τ, made periodic, less its mean.
 *
 * <p>The mean m̄ is that of 1/{@code maxVelocity}² and 1/{@code minVelocity}², and s such that both lie {@code deviations} standard deviations from it; what goes beyond is set to the bound, 0.27 % of all cells for three. The values are converted to the quantity of the
 * model space.
 *
 * <p>Model n of the set depends on the seed and on first + n alone. A field is drawn by its coefficients and then sampled in the middles of cells, so its statistics do not depend on the grid, and a finer grid of the same
 * sides samples the same field. Cost of one on n × n cells with K waves: 2 K n (2 K + n) multiplications.
 *
 * <p>α = 3, τ = 5 and velocities from 1.5 to 3 km/s are what the training fields published with arXiv 2603.19629 were made with (from real Fourier coefficients: each of those fields is symmetric about a point, which these are not, and has half of the variance, as if
 * {@code deviations} were 4.24).
 *
 * @param count how many models, at least 1
 * @param first the number of the first one in the endless series of this seed, at least 0; sets that do not overlap have no model in common
 * @param seed the series
 * @param decay α, greater than half the number of axes
 * @param inverseLength τ, greater than 0
 * @param minVelocity slowest velocity in m/s, greater than 0
 * @param maxVelocity fastest velocity in m/s
 * @param deviations how many standard deviations from the mean the bounds are
 * @param waves most waves along the longest side, at least 1
 * @param period P, at least 1
 */
public record GaussianFieldConfig(
        @Doc("how many models") int count,

        @Doc("number of the first one in the series of this seed: start a held-out set where the training set ends")
        @Default("0")
        long first,

        @Doc("the series; the same seed gives the same models in every study") @Default("0")
        long seed,

        @Doc("how fast the spectral density falls off beyond the inverse length; the larger, the smoother")
        @Default("3")
        double decay,

        @Doc("one over the correlation length, in lengths of the longest side of the model") @Default("5")
        double inverseLength,

        @Doc("slowest velocity") @Unit("m/s") @Default("1500 m/s")
        double minVelocity,

        @Doc("fastest velocity") @Unit("m/s") @Default("3000 m/s")
        double maxVelocity,

        @Doc("how many standard deviations from the mean the bounds are; cells beyond are set to them") @Default("3")
        double deviations,

        @Doc("most waves along the longest side") @Default("32")
        int waves,

        @Doc("after how many lengths of the longest side the field repeats itself") @Default("1")
        double period) {

    private static final int MOST_WAVES = 1024;

    /** Checks the ranges; throws {@link org.rote.spi.InvalidInputException} with all that is wrong. */
    public GaussianFieldConfig {
        new Checks()
                .atLeast("count", count, 1)
                .atLeast("first", first, 0)
                .positive("decay", decay)
                .positive("inverse-length", inverseLength)
                .positive("min-velocity", minVelocity)
                .that(
                        maxVelocity > minVelocity && Double.isFinite(maxVelocity),
                        "max-velocity",
                        "must be greater than min-velocity = " + minVelocity + " m/s, got " + maxVelocity + " m/s",
                        "give the larger velocity as max-velocity")
                .positive("deviations", deviations)
                .that(
                        waves >= 1 && waves <= MOST_WAVES,
                        "waves",
                        "must be between 1 and " + MOST_WAVES + ", got " + waves,
                        "give about half the number of cells of the finest grid")
                .that(
                        period >= 1 && period <= MOST_WAVES,
                        "period",
                        "must be between 1 and " + MOST_WAVES + ", got " + period,
                        "give 1 for models that continue into themselves, 2 for models whose sides are independent")
                .verify();
    }
}
