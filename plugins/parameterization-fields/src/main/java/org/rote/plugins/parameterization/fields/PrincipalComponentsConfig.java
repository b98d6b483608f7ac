package org.rote.plugins.parameterization.fields;

import java.util.Optional;
import org.rote.spi.Checks;
import org.rote.spi.Dataset;
import org.rote.spi.Doc;
import org.rote.spi.Part;

/**
 * The parameterization {@code principal-components}: m = m̄ + Σ z_k s_k u_k, where m̄ is the mean of N training models, u_k are the orthonormal directions in which they vary most and s_k² their variances there (with the
 * divisor N − 1). In the coordinates z the training models have mean 0 and covariance I.
 *
 * <p>The truncated singular value decomposition of the centred models X, by the eigenvectors of X Xᵀ or XᵀX, whichever is smaller. Directions with less than 1e-10 of the largest variance count as rounding. Cost for models of d
 * cells and K modes: N d min(N, d) / 2 + 10 min(N, d)³ once, the models in memory meanwhile; then d K multiplications for a model, 8 d K bytes.
 *
 * @param training the models
 * @param modes K, at most the number of directions in which the models vary
 * @param energy K is the least number of modes with this part of the variance
 */
public record PrincipalComponentsConfig(
        @Doc("data set of models whose directions of largest variance are the modes")
        Part<Dataset> training,

        @Doc("how many modes") Optional<Integer> modes,

        @Doc("instead of modes, the part of the variance that they shall have")
        Optional<Double> energy) {

    /** Checks the ranges. */
    public PrincipalComponentsConfig {
        Checks checks = new Checks();
        new Truncation(modes, energy).check(checks);
        checks.verify();
    }

    Truncation truncation() {
        return new Truncation(modes, energy);
    }
}
