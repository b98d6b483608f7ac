package org.rote.numerics.posterior;

import org.rote.numerics.Cholesky;
import org.rote.numerics.Covariances;
import org.rote.numerics.Vectors;
import org.rote.spi.Covariance;

/**
 * The update through the precision P = C⁻¹ + Jᵀ Γ⁻¹ J, d × d: for fewer unknowns than data. Made with d products with J, Γ⁻¹ and Jᵀ and d³/3 operations; keeps d² doubles. A draw or a
 * product with the covariance P⁻¹ costs d² operations.
 */
final class ModelSpaceUpdate implements GaussianUpdate {

    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    private final Jacobian jacobian;
    private final Covariance prior;
    private final Covariance noise;
    private final Cholesky precision;

    ModelSpaceUpdate(Jacobian jacobian, Covariance prior, Covariance noise) {
        this.jacobian = jacobian;
        this.prior = prior;
        this.noise = noise;
        int size = prior.size();
        double[] matrix = new double[size * size];
        double[] unit = new double[size];
        double[] predicted = new double[noise.size()];
        double[] column = new double[size];
        double[] inverse = new double[size];
        for (int i = 0; i < size; i++) {
            unit[i] = 1;
            jacobian.apply(unit, predicted);
            weighted(predicted, column);
            prior.solve(unit, inverse);
            Vectors.add(column, inverse);
            System.arraycopy(column, 0, matrix, i * size, size);
            unit[i] = 0;
        }
        precision = Cholesky.of(size, matrix);
    }

    /** out = Jᵀ Γ⁻¹ r. */
    private void weighted(double[] residual, double[] out) {
        double[] solved = new double[residual.length];
        noise.solve(residual, solved);
        jacobian.applyAdjoint(solved, out);
    }

    /** By the matrix determinant lemma and Woodbury: log det S = log det Γ + log det C + log det P, rᵀ S⁻¹ r = rᵀ Γ⁻¹ r − gᵀ P⁻¹ g, g = Jᵀ Γ⁻¹ r. */
    @Override
    public double logEvidence(double[] residual) {
        double[] solved = new double[residual.length];
        noise.solve(residual, solved);
        double[] gradient = new double[prior.size()];
        jacobian.applyAdjoint(solved, gradient);
        double[] shift = new double[prior.size()];
        precision.solve(gradient, shift);
        double quadratic = Vectors.dot(residual, solved) - Vectors.dot(gradient, shift);
        double logDeterminant = noise.logDeterminant() + prior.logDeterminant() + precision.logDeterminant();
        return -0.5 * (quadratic + logDeterminant + residual.length * LOG_TWO_PI);
    }

    @Override
    public void shift(double[] residual, double[] out) {
        double[] gradient = new double[prior.size()];
        weighted(residual, gradient);
        precision.solve(gradient, out);
    }

    @Override
    public Covariance covariance() {
        return new Inverse();
    }

    /** P⁻¹ by the Cholesky factor P = L Lᵀ. */
    private final class Inverse implements Covariance {

        @Override
        public int size() {
            return prior.size();
        }

        @Override
        public void apply(double[] v, double[] out) {
            precision.solve(v, out);
        }

        @Override
        public void solve(double[] v, double[] out) {
            double[] predicted = new double[noise.size()];
            jacobian.apply(v, predicted);
            double[] informed = new double[size()];
            weighted(predicted, informed);
            prior.solve(v, out);
            Vectors.add(out, informed);
        }

        @Override
        public double logDeterminant() {
            return -precision.logDeterminant();
        }

        /** L⁻ᵀ z, as L Lᵀ x = L z. */
        @Override
        public void root(double[] z, double[] out) {
            double[] image = new double[size()];
            precision.root(z, image);
            precision.solve(image, out);
        }

        @Override
        public Covariance plusIsotropic(double variance) {
            return Covariances.dense(size(), Covariances.toMatrix(this)).plusIsotropic(variance);
        }
    }
}
