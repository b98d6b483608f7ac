package org.rote.plugins.parameterization.fields;

import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;
import org.rote.spi.Unit;

/**
 * The parameterization {@code depth-weighting}, m(x, z) = w(z) u(x, z) with
 *
 * <pre>{@code w(z) = ((z − z₀) / (Z − z₀))^p · s((z − z₀) / t),   z > z₀,   w(z) = 0 above
 * s(ξ) = sin²(π ξ / 2) for ξ < 1, 1 beyond}</pre>
 *
 * <p>where z₀ is the depth of the mute, t the length of its taper, Z the depth of the deepest cell. The mute takes out what cannot have changed, as in water; the power p gives deep cells, which data feel less, larger steps.
 *
 * @param mute z₀ in m, at least 0
 * @param taper t in m, at least 0
 * @param power p, at least 0
 */
public record DepthWeightingConfig(
        @Doc("depth down to which the model is 0") @Unit("m") @Default("0 m")
        double mute,

        @Doc("length below the mute over which the model comes in") @Unit("m") @Default("0 m")
        double taper,

        @Doc("power of the depth below the mute with which the model grows") @Default("0")
        double power) {

    /** Checks the ranges stated above; throws {@link org.rote.spi.InvalidInputException} with every offending value. */
    public DepthWeightingConfig {
        Checks checks = new Checks();
        atLeastZero(checks, "mute", mute);
        atLeastZero(checks, "taper", taper);
        atLeastZero(checks, "power", power);
        checks.that(
                        !(mute == 0 && taper == 0 && power == 0),
                        "",
                        "changes nothing: mute, taper and power are all 0",
                        "give one of them, or leave the parameterization out")
                .verify();
    }

    private static void atLeastZero(Checks checks, String key, double value) {
        checks.that(
                value >= 0 && Double.isFinite(value),
                key,
                "must be at least 0, got " + value,
                "give 0 or a positive number");
    }
}
