package org.rote.plugins.parameterization.fields;

import java.util.List;
import java.util.Optional;
import org.rote.numerics.Correlation;
import org.rote.numerics.MeasuredValues;
import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;

/**
 * The parameterization {@code karhunen-loeve}: m = b + s Σ z_k √λ_k φ_k, where λ_k and φ_k are the largest eigenvalues and the eigenvectors of the correlation matrix of a stationary field. With independent standard normal z, m is a field of mean b, standard
 * deviation s and that correlation, as far as the modes that are left out do not matter.
 *
 * <p>The correlation is a product over the axes of the model, exp(−|h|/ℓ) or exp(−h²/(2ℓ²)) with h the distance along the axis, as in the prior {@code gaussian}. So eigenvectors are products of those of the axes, and a grid of n × n cells costs two eigendecompositions of n × n matrices. Modes are
 * ordered by their variance. Cost of a model of n × n cells with K functions of each axis in use: K n (K + n) multiplications.
 *
 * @param background b, a value of the model or, where models are speeds of waves, a velocity, slowness or squared slowness
 * @param standardDeviation s, in the unit of the model
 * @param lengths ℓ, one for all axes or one for each, in the unit of the axes
 * @param kernel the kind of correlation
 * @param modes how many modes are kept
 * @param energy as few are kept as hold this part of the variance
 */
public record KarhunenLoeveConfig(
        @Doc("mean of the field: a value of the model; a velocity will also do for slowness and squared slowness")
        String background,

        @Doc("standard deviation of every cell, with the unit of the model")
        String standardDeviation,

        @Doc("correlation length, one for all axes or one for each, with their unit")
        List<String> lengths,

        @Doc("how correlation falls off with distance") @Default("exponential")
        Correlation kernel,

        @Doc("how many modes") Optional<Integer> modes,

        @Doc("instead of modes, the part of the variance that they shall have")
        Optional<Double> energy) {

    /** Copies the list and checks the ranges. */
    public KarhunenLoeveConfig {
        lengths = List.copyOf(lengths);
        Checks checks = new Checks();
        MeasuredValues.requireNumbers(checks, "background", List.of(background));
        MeasuredValues.requirePositive(
                checks, "standard-deviation", List.of(standardDeviation), "give a positive standard deviation");
        MeasuredValues.requirePositive(checks, "lengths", lengths, "give a positive length");
        checks.notEmpty("lengths", lengths);
        new Truncation(modes, energy).check(checks);
        checks.verify();
    }

    Truncation truncation() {
        return new Truncation(modes, energy);
    }
}
