package org.rote.numerics;

import java.util.Arrays;
import org.rote.spi.NumericsException;

/** Solves A x = b for a symmetric positive definite A known by its products (Hestenes &amp; Stiefel, 1952), with a preconditioner. */
public final class ConjugateGradients {

    private ConjugateGradients() {}

    /** A symmetric positive definite matrix as a function. */
    @FunctionalInterface
    public interface Product {

        /**
         * out = A v.
         *
         * @param v n numbers; not modified
         * @param out receives n numbers; overwritten
         */
        void multiply(double[] v, double[] out);
    }

    /**
     * Solves from x = 0 until ‖b − A x‖ ≤ tolerance ‖b‖. Cost: one product and one preconditioner a step; memory: four vectors.
     *
     * @param matrix A
     * @param preconditioner an approximation to A⁻¹
     * @param b right-hand side; not modified
     * @param out receives x; overwritten
     * @param tolerance residual relative to b
     * @param largestIterations steps after which to give up
     * @return the number of steps
     * @throws NumericsException when it has not converged by then, or A is not positive definite; says at which step, with the residual
     */
    public static int solve(
            Product matrix, Product preconditioner, double[] b, double[] out, double tolerance, int largestIterations) {
        int size = b.length;
        Arrays.fill(out, 0, size, 0);
        double[] residual = b.clone();
        double[] conditioned = new double[size];
        double[] image = new double[size];
        double target = tolerance * Vectors.norm(b);
        if (Vectors.norm(residual) <= target) {
            return 0;
        }
        preconditioner.multiply(residual, conditioned);
        double[] direction = conditioned.clone();
        double energy = Vectors.dot(residual, conditioned);
        for (int step = 1; step <= largestIterations; step++) {
            matrix.multiply(direction, image);
            double curvature = Vectors.dot(direction, image);
            if (!(curvature > 0)) {
                throw new NumericsException(
                        "conjugate gradients stopped at step " + step + ": the matrix is not positive definite, v'Av = "
                                + curvature + "; check that the operator's vjp is the transpose of its jvp");
            }
            double length = energy / curvature;
            for (int i = 0; i < size; i++) {
                out[i] += length * direction[i];
                residual[i] -= length * image[i];
            }
            if (Vectors.norm(residual) <= target) {
                return step;
            }
            preconditioner.multiply(residual, conditioned);
            double next = Vectors.dot(residual, conditioned);
            double turn = next / energy;
            energy = next;
            for (int i = 0; i < size; i++) {
                direction[i] = conditioned[i] + turn * direction[i];
            }
        }
        throw new NumericsException("conjugate gradients did not converge in " + largestIterations
                + " steps: relative residual " + Vectors.norm(residual) / Vectors.norm(b) + ", wanted " + tolerance
                + "; allow more iterations or a larger tolerance");
    }
}
