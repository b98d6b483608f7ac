package org.rote.plugins.parameterization.fields;

import java.util.List;
import org.rote.numerics.MeasuredValues;
import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;

/**
 * The parameterization {@code karhunen-loeve-cosine}, for two axes
 *
 * <pre>{@code m(x, z) = b + σ Σ z_ij λ_ij φ_ij(x, z),   i = 1 … K₁, j = 1 … K₂
 * φ_ij(x, z) = 2 cos(π (i + ½) x / L₁) cos(π (j + ½) z / L₂)
 * λ_ij = (α + π² L² ((i + ½)² / L₁² + (j + ½)² / L₂²))^(−s/2)}</pre>
 *
 * <p>and so on for one axis or three, with √2 for each. L₁ and L₂ are the lengths of the model, counts times steps, L is the longest of them; cells are sampled at their middles, where the cosines are exactly orthogonal (a DCT-IV).
 * Coefficients are ordered by i, then j. The mean square of m − b for independent standard normal z is σ² Σ λ². On a square model this is the expansion published with arXiv 2603.19629; like that one it leaves out the waves with i = 0 or j = 0.
 *
 * @param modes K, one for all axes or one for each, at least 1 and less than the cells along the axis
 * @param background b, a value of the model or, where models are speeds of waves, a velocity, slowness or squared slowness
 * @param scale σ, in the unit of the model
 * @param decay s
 * @param shift α, at least 0
 */
public record CosineConfig(
        @Doc("how many waves along each axis, one number for all axes or one for each")
        List<Integer> modes,

        @Doc(
                "what the waves are added to: a value of the model; a velocity will also do for slowness and squared slowness")
        String background,

        @Doc("what all amplitudes are multiplied by, with the unit of the model")
        String scale,

        @Doc("how fast amplitudes fall off with the wavenumber: its power") @Default("1.1")
        double decay,

        @Doc(
                "added to the squared wavenumber: the squared inverse of the length beyond which amplitudes no longer grow, in lengths of the model")
        @Default("0")
        double shift) {

    /** Copies the list and checks the ranges. */
    public CosineConfig {
        modes = List.copyOf(modes);
        Checks checks = new Checks().notEmpty("modes", modes);
        for (int i = 0; i < modes.size(); i++) {
            checks.atLeast(modes.size() == 1 ? "modes" : "modes[" + i + "]", modes.get(i), 1);
        }
        MeasuredValues.requireNumbers(checks, "background", List.of(background));
        MeasuredValues.requirePositive(checks, "scale", List.of(scale), "give a positive scale");
        checks.positive("decay", decay)
                .that(
                        shift >= 0 && Double.isFinite(shift),
                        "shift",
                        "must be at least 0, got " + shift,
                        "give 0 or more")
                .verify();
    }
}
