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
        Outcome outcome = run(matrix, preconditioner, b, out, tolerance, largestIterations);
        if (!(outcome.residual() <= tolerance)) {
            throw new NumericsException("conjugate gradients did not converge in " + largestIterations
                    + " steps: relative residual " + outcome.residual() + ", wanted " + tolerance
                    + "; allow more iterations or a larger tolerance");
        }
        return outcome.steps();
    }

    /**
     * As {@link #solve}, but takes what a given number of steps has reached: the best point of a Krylov space, in the norm of A.
     *
     * @param matrix A
     * @param preconditioner an approximation to A⁻¹
     * @param b right-hand side; not modified
     * @param out receives an approximation to x; overwritten
     * @param tolerance residual relative to b at which to end early
     * @param iterations the most steps to take
     * @return the residual relative to b
     * @throws NumericsException when A is not positive definite; says at which step
     */
    public static double approximate(
            Product matrix, Product preconditioner, double[] b, double[] out, double tolerance, int iterations) {
        return run(matrix, preconditioner, b, out, tolerance, iterations).residual();
    }

    private record Outcome(int steps, double residual) {}

    private static Outcome run(
            Product matrix, Product preconditioner, double[] b, double[] out, double tolerance, int iterations) {
        int size = b.length;
        Arrays.fill(out, 0, size, 0);
        double[] residual = b.clone();
        double[] conditioned = new double[size];
        double[] image = new double[size];
        double norm = Vectors.norm(b);
        if (norm == 0) {
            return new Outcome(0, 0);
        }
        preconditioner.multiply(residual, conditioned);
        double[] direction = conditioned.clone();
        double energy = Vectors.dot(residual, conditioned);
        double relative = 1;
        int step = 0;
        while (!(relative <= tolerance) && step < iterations) {
            step++;
            matrix.multiply(direction, image);
            double curvature = Vectors.dot(direction, image);
            if (!(curvature > 0)) {
                throw new NumericsException(
                        "conjugate gradients stopped at step " + step + ": the matrix is not positive definite, v'Av = "
                                + curvature + "; check that the operator's vjp is the transpose of its jvp");
            }
            double length = energy / curvature;
            Vectors.add(out, length, direction);
            Vectors.add(residual, -length, image);
            relative = Vectors.norm(residual) / norm;
            preconditioner.multiply(residual, conditioned);
            double next = Vectors.dot(residual, conditioned);
            double turn = next / energy;
            energy = next;
            for (int i = 0; i < size; i++) {
                direction[i] = conditioned[i] + turn * direction[i];
            }
        }
        return new Outcome(step, relative);
    }
}
