package org.rote.numerics.posterior;

import java.util.Arrays;
import org.rote.numerics.Covariances;
import org.rote.numerics.Vectors;
import org.rote.spi.Covariance;
import org.rote.spi.NumericsException;
import org.rote.spi.SamplerContext;

/** The update through S, m × m: for fewer data than unknowns, and for all that has no matrix. */
final class DataSpaceUpdate implements GaussianUpdate {

    /** Largest d for which the posterior covariance is made a matrix when noise is to be added to it. */
    private static final int LARGEST_DENSE = 1500;

    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    private final Jacobian jacobian;
    private final Covariance prior;
    private final Covariance noise;
    private final DataCovariance data;

    DataSpaceUpdate(Jacobian jacobian, Covariance prior, Covariance noise, DataCovariance data) {
        this.jacobian = jacobian;
        this.prior = prior;
        this.noise = noise;
        this.data = data;
    }

    @Override
    public double logEvidence(double[] residual) {
        double[] solved = new double[residual.length];
        data.solve(residual, solved);
        return -0.5 * (Vectors.dot(residual, solved) + data.logDeterminant() + residual.length * LOG_TWO_PI);
    }

    @Override
    public void prepare(SamplerContext context) {
        data.prepare(context);
    }

    @Override
    public void shift(double[] residual, double[] out) {
        double[] solved = new double[residual.length];
        data.solve(residual, solved);
        gain(solved, out);
    }

    /** out = C Jᵀ s. */
    private void gain(double[] solved, double[] out) {
        double[] adjoint = new double[prior.size()];
        jacobian.applyAdjoint(solved, adjoint);
        prior.apply(adjoint, out);
    }

    @Override
    public Covariance covariance() {
        return new Updated();
    }

    /** C − C Jᵀ S⁻¹ J C, without forming it. */
    private final class Updated implements Covariance {

        @Override
        public int size() {
            return prior.size();
        }

        @Override
        public void apply(double[] v, double[] out) {
            double[] smoothed = new double[size()];
            prior.apply(v, smoothed);
            double[] predicted = new double[noise.size()];
            jacobian.apply(smoothed, predicted);
            shift(predicted, out);
            for (int i = 0; i < out.length; i++) {
                out[i] = smoothed[i] - out[i];
            }
        }

        @Override
        public void solve(double[] v, double[] out) {
            double[] predicted = new double[noise.size()];
            jacobian.apply(v, predicted);
            double[] weighted = new double[noise.size()];
            noise.solve(predicted, weighted);
            double[] adjoint = new double[size()];
            jacobian.applyAdjoint(weighted, adjoint);
            prior.solve(v, out);
            Vectors.add(out, adjoint);
        }

        @Override
        public double logDeterminant() {
            return prior.logDeterminant() + noise.logDeterminant() - data.logDeterminant();
        }

        @Override
        public int rootSize() {
            return prior.rootSize() + noise.rootSize();
        }

        /** Perturb and solve: x − C Jᵀ S⁻¹ (J x + ε) with x ~ N(0, C), ε ~ N(0, Γ) has the covariance of the posterior (Papandreou &amp; Yuille, 2010). */
        @Override
        public void root(double[] z, double[] out) {
            double[] x = new double[size()];
            prior.root(Arrays.copyOf(z, prior.rootSize()), x);
            double[] perturbation = new double[noise.size()];
            noise.root(Arrays.copyOfRange(z, prior.rootSize(), rootSize()), perturbation);
            double[] predicted = new double[noise.size()];
            jacobian.apply(x, predicted);
            Vectors.add(predicted, perturbation);
            shift(predicted, out);
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] - out[i];
            }
        }

        @Override
        public Covariance plusIsotropic(double variance) {
            if (size() > LARGEST_DENSE) {
                throw new NumericsException("adding noise to a posterior covariance of " + size()
                        + " unknowns needs it as a matrix, which is made up to " + LARGEST_DENSE
                        + "; use fewer unknowns, for example a parameterization");
            }
            return Covariances.dense(size(), Covariances.toMatrix(this)).plusIsotropic(variance);
        }
    }
}
