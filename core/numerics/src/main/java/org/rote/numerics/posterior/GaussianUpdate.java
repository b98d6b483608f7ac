package org.rote.numerics.posterior;

import java.util.random.RandomGenerator;
import org.rote.spi.Covariance;
import org.rote.spi.SamplerContext;

/** What data y with y − F(μ) = r = J (x − μ) + ε, ε ~ N(0, Γ), do to x ~ N(μ, C). Independent of μ and r, so shared where J and C are. */
interface GaussianUpdate {

    /** log N(r; 0, S), S = J C Jᵀ + Γ: the weight of the component, determinant included. */
    double logEvidence(double[] residual);

    /** out = C Jᵀ S⁻¹ r, the shift of the mean. */
    void shift(double[] residual, double[] out);

    /** Finds what all evidences share, with as many threads as there are. May be left out: the first to ask finds it then, and others wait. */
    default void prepare(SamplerContext context) {}

    /** (C⁻¹ + Jᵀ Γ⁻¹ J)⁻¹. */
    Covariance covariance();

    /** A draw from N(0, C). */
    static double[] drawn(Covariance covariance, RandomGenerator random) {
        double[] normals = new double[covariance.rootSize()];
        for (int i = 0; i < normals.length; i++) {
            normals[i] = random.nextGaussian();
        }
        double[] out = new double[covariance.size()];
        covariance.root(normals, out);
        return out;
    }
}
