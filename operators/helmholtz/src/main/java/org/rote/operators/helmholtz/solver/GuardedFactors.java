package org.rote.operators.helmholtz.solver;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rote.spi.NumericsException;

/**
 * Factors in single precision with those in double behind them. Without interchanges an elimination can come close to a resonance of a part of the grid, and lose more digits than single precision has; which
 * models that happens to cannot be told beforehand. Where a solution stalls, the matrix is factorised again and everything is solved in double from then on.
 */
final class GuardedFactors implements Factors {

    private final FrontSolver<?> solver;
    private final Supplier<Factors> inDouble;
    private Optional<Factors> single;
    private Optional<Factors> exact = Optional.empty();

    /**
     * Factorises.
     *
     * @param matrix on the solver's grid
     * @param solver in single precision, tried first
     * @param inDouble asked when that fails, or a solution with it does
     */
    GuardedFactors(StencilMatrix matrix, FrontSolver<?> solver, Supplier<Factors> inDouble) {
        this.solver = solver;
        this.inDouble = inDouble;
        this.single = factorized(matrix, solver);
        if (single.isEmpty()) {
            this.exact = Optional.of(inDouble.get());
        }
    }

    private static Optional<Factors> factorized(StencilMatrix matrix, FrontSolver<?> solver) {
        try {
            return Optional.of(solver.factorize(matrix));
        } catch (NumericsException singular) {
            return Optional.empty();
        }
    }

    @Override
    public Fields solve(SparseColumns b) {
        return attempt(factors -> factors.solve(b));
    }

    @Override
    public Fields solve(Fields b) {
        return attempt(factors -> factors.solve(b));
    }

    @Override
    public Fields solveAt(SparseColumns b, int... nodes) {
        return attempt(factors -> factors.solveAt(b, nodes));
    }

    private Fields attempt(Function<Factors, Fields> solve) {
        Optional<Factors> tried = inSingle();
        if (tried.isPresent()) {
            try {
                return solve.apply(tried.get());
            } catch (NumericsException stalled) {
                return padded(solve.apply(exact()));
            }
        }
        return padded(solve.apply(exact()));
    }

    /** All fields of one solver are padded alike, so that they can be combined. */
    private Fields padded(Fields solution) {
        if (solution.width() == solver.width(solution.columns()) || solution.nodes() != solver.dissection.nodes()) {
            return solution;
        }
        try (solution) {
            Fields padded = solver.fields(solution.columns());
            padded.copy(solution);
            return padded;
        }
    }

    private synchronized Optional<Factors> inSingle() {
        return exact.isPresent() ? Optional.empty() : single;
    }

    private synchronized Factors exact() {
        if (exact.isEmpty()) {
            exact = Optional.of(inDouble.get());
        }
        return exact.get();
    }

    @Override
    public synchronized void close() {
        single.ifPresent(Factors::close);
        exact.ifPresent(Factors::close);
        single = Optional.empty();
    }
}
