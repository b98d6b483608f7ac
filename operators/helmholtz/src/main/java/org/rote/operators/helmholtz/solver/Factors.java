package org.rote.operators.helmholtz.solver;

import org.rote.spi.NumericsException;

/**
 * A factorised matrix A. It equals its transpose, so A x = b and Aᵀ x = b are one; nothing is conjugated.
 *
 * <p>Every solution is checked: ‖b − A x‖₂ / ‖b‖₂ of each column, in 64 bits, must not exceed {@link Arithmetic#tolerance}; where it does the solution is refined first (with
 * factors in single precision once, as a rule). Solutions may be asked for by several threads at a time.
 */
public interface Factors extends AutoCloseable {

    /**
     * Solves for right-hand sides that are zero at most nodes.
     *
     * @param b right-hand sides
     * @return x at every node; to be closed
     * @throws NumericsException when the residual stays above the tolerance
     */
    Fields solve(SparseColumns b);

    /**
     * Solves for dense right-hand sides.
     *
     * @param b right-hand sides, of {@link DirectSolver#fields}; not modified
     * @return x at every node; to be closed
     * @throws NumericsException when the residual stays above the tolerance
     */
    Fields solve(Fields b);

    /**
     * Solves for right-hand sides that are zero at most nodes, and gives the solution at a few nodes. Only the fronts that these depend on are visited in the backward substitution,
     * where rounding errors cannot have grown to the tolerance, which in double precision is the rule: no entry has become 10 000 times larger in the elimination. Otherwise the
     * solution is computed, and checked, everywhere.
     *
     * @param b right-hand sides
     * @param nodes of the grid
     * @return x with one row for each of the nodes, in their order; to be closed
     * @throws NumericsException when the residual stays above the tolerance
     */
    Fields solveAt(SparseColumns b, int... nodes);

    /** Gives the memory back, to be used for other factorisations. */
    @Override
    void close();
}
