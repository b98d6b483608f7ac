package org.rote.operators.helmholtz.solver;

import org.rote.numerics.VectorApi;
import org.rote.spi.NumericsException;
import org.rote.spi.RunExecutor;

/**
 * Factorises complex symmetric matrices of nine-point stencils: a multifrontal block LDLᵀ in the order of a {@link Dissection}, without interchanges.
 *
 * <p>Safe for several threads. Memory that was given back by {@link Factors#close} and {@link Fields#close} is used again, so that a loop over matrices allocates nothing after its
 * first turns. Results do not depend on the number of threads.
 *
 * <p>Source: J. W. H. Liu (1992), The multifrontal method for sparse matrix solution; J. W. Demmel, N. J. Higham and R. S. Schreiber (1995), Stability of block LU factorization.
 */
public final class DirectSolver {

    private static final boolean VECTOR = VectorApi.chosen("direct solver", DirectSolver.class.getModule()::addReads);

    private final FrontSolver<?> solver;

    /**
     * Plans factorisations.
     *
     * @param dissection of the grid
     * @param precision of the factors
     * @param executor threads
     */
    public DirectSolver(Dissection dissection, Precision precision, RunExecutor executor) {
        this(dissection, precision, executor, VECTOR);
    }

    DirectSolver(Dissection dissection, Precision precision, RunExecutor executor, boolean vector) {
        FieldLoops loops = vector ? new VectorFieldLoops() : new FieldLoops();
        this.solver = switch (precision) {
            case SINGLE ->
                new FrontSolver<>(
                        dissection,
                        precision,
                        vector ? new VectorSingleKernels() : new PlainSingleKernels(),
                        loops,
                        executor);
            case DOUBLE ->
                new FrontSolver<>(
                        dissection,
                        precision,
                        vector ? new VectorDoubleKernels() : new PlainDoubleKernels(),
                        loops,
                        executor);
        };
    }

    /**
     * Factorises a matrix.
     *
     * @param matrix on the grid of the dissection; must not change while its factors are used
     * @return the factors; to be closed
     * @throws NumericsException when a pivot vanishes or is not finite
     */
    public Factors factorize(StencilMatrix matrix) {
        return solver.factorize(matrix);
    }

    /**
     * Fields of zeros, to be filled as right-hand sides.
     *
     * @param columns number of fields
     * @return fields; to be closed
     */
    public Fields fields(int columns) {
        Fields fields = solver.fields(columns);
        fields.clear();
        return fields;
    }
}
