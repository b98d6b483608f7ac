package org.rote.plugins.diagnostic.collapse;

import java.util.OptionalDouble;
import org.rote.numerics.Covariances;
import org.rote.numerics.SymmetricEigen;
import org.rote.spi.Covariance;

/** W with Wᵀ W = Γ⁻¹, so that W r has unit covariance: a scale where the noise is isotropic, Ω^−½ Uᵀ of Γ = U Ω Uᵀ otherwise. */
interface Whitening {

    /** out = W r. */
    void apply(double[] r, double[] out);

    /** out = Wᵀ s. */
    void applyAdjoint(double[] s, double[] out);

    static Whitening of(Covariance noise) {
        OptionalDouble isotropic = Covariances.isotropicVariance(noise);
        return isotropic.isPresent() ? new Scale(1 / Math.sqrt(isotropic.getAsDouble())) : Rotation.of(noise);
    }

    /** W = a I. */
    record Scale(double factor) implements Whitening {
        @Override
        public void apply(double[] r, double[] out) {
            for (int i = 0; i < r.length; i++) {
                out[i] = factor * r[i];
            }
        }

        @Override
        public void applyAdjoint(double[] s, double[] out) {
            apply(s, out);
        }
    }

    /** W = Ω^−½ Uᵀ. */
    record Rotation(SymmetricEigen eigen) implements Whitening {

        static Rotation of(Covariance noise) {
            return new Rotation(SymmetricEigen.of(noise.size(), Covariances.toMatrix(noise)));
        }

        @Override
        public void apply(double[] r, double[] out) {
            eigen.coordinates(r, out);
            scale(out);
        }

        @Override
        public void applyAdjoint(double[] s, double[] out) {
            double[] scaled = s.clone();
            scale(scaled);
            eigen.vector(scaled, out);
        }

        private void scale(double[] coordinates) {
            for (int i = 0; i < coordinates.length; i++) {
                coordinates[i] /= Math.sqrt(eigen.values()[i]);
            }
        }
    }
}
