package org.rote.spi;

/**
 * Additive Gaussian noise, y = d + ε, ε ~ N(0, Γ). Its misfit is ½ (d − y)ᵀ Γ⁻¹ (d − y); {@link NoiseModel#logDensity} is minus the misfit
 * plus a constant.
 */
public interface GaussianNoise extends NoiseModel {

    /**
     * The covariance of ε.
     *
     * @return Γ, in squared data units
     */
    Covariance covariance();
}
