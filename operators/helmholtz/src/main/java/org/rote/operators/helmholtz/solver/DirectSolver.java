package org.rote.operators.helmholtz.solver;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.rote.numerics.VectorApi;
import org.rote.spi.NumericsException;
import org.rote.spi.RunExecutor;

/**
 * Factorises complex symmetric matrices of nine-point stencils: a multifrontal block LDLᵀ in the order of a {@link Dissection}, without interchanges.
 *
 * <p>Safe for several threads. Memory that was given back by {@link Factors#close} and {@link Fields#close} is used again, so that a loop over matrices allocates nothing after its
 * first turns. What single precision cannot solve is factorised in double. Results do not depend on the number of threads.
 *
 * <p>Memory: the factors ({@link Dissection#bytes}) and, for each set of solutions, 16 bytes per node and padded right-hand side. At 260 × 260 nodes with 15 right-hand sides, factors and one set of fields are
 * 47 MB in single precision and 78 MB in double; with a second set and the workspaces of two threads, 102 MB and 155 MB were measured. The analysis takes 7 MB.
 *
 * <p>Source: J. W. H. Liu (1992), The multifrontal method for sparse matrix solution; J. W. Demmel, N. J. Higham and R. S. Schreiber (1995), Stability of block LU factorization.
 */
public final class DirectSolver {

    private final Arithmetic arithmetic;
    private final Supplier<FrontSolver<?>> single;
    private final Supplier<FrontSolver<?>> exact;
    private final Runnable fallback;

    /** Decided when the first matrix is factorised: until then nothing is computed, and whoever only plans need not hear of it. */
    private static final class Chosen {
        private static final boolean VECTOR =
                VectorApi.chosen("direct solver", DirectSolver.class.getModule()::addReads);
    }

    /**
     * Plans factorisations.
     *
     * @param dissection of the grid
     * @param arithmetic precision of the factors
     * @param executor threads
     * @param fallback told each time that a matrix was too much for single precision and was factorised in double
     */
    public DirectSolver(Dissection dissection, Arithmetic arithmetic, RunExecutor executor, Runnable fallback) {
        this(dissection, arithmetic, executor, fallback, () -> Chosen.VECTOR);
    }

    DirectSolver(
            Dissection dissection,
            Arithmetic arithmetic,
            RunExecutor executor,
            Runnable fallback,
            BooleanSupplier vector) {
        this.arithmetic = arithmetic;
        this.fallback = fallback;
        this.single = new Once<>(() -> inSingle(dissection, executor, vector.getAsBoolean()));
        this.exact = new Once<>(() -> inDouble(dissection, executor, vector.getAsBoolean()));
    }

    private static FrontSolver<?> inSingle(Dissection dissection, RunExecutor executor, boolean vector) {
        return vector
                ? new FrontSolver<>(
                        dissection, Arithmetic.SINGLE, new VectorSingleKernels(), new VectorFieldLoops(), executor)
                : new FrontSolver<>(
                        dissection, Arithmetic.SINGLE, new PlainSingleKernels(), new FieldLoops(), executor);
    }

    private static FrontSolver<?> inDouble(Dissection dissection, RunExecutor executor, boolean vector) {
        return vector
                ? new FrontSolver<>(
                        dissection, Arithmetic.DOUBLE, new VectorDoubleKernels(), new VectorFieldLoops(), executor)
                : new FrontSolver<>(
                        dissection, Arithmetic.DOUBLE, new PlainDoubleKernels(), new FieldLoops(), executor);
    }

    /**
     * Factorises a matrix.
     *
     * @param matrix on the grid of the dissection; must not change while its factors are used
     * @return the factors; to be closed
     * @throws NumericsException when a pivot vanishes or is not finite
     */
    public Factors factorize(StencilMatrix matrix) {
        return switch (arithmetic) {
            case SINGLE ->
                new GuardedFactors(matrix, single.get(), () -> {
                    fallback.run();
                    return exact.get().factorize(matrix);
                });
            case DOUBLE -> exact.get().factorize(matrix);
        };
    }

    /**
     * Fields of zeros, to be filled as right-hand sides.
     *
     * @param columns number of fields
     * @return fields; to be closed
     */
    public Fields fields(int columns) {
        Fields fields = (arithmetic == Arithmetic.SINGLE ? single : exact).get().fields(columns);
        fields.clear();
        return fields;
    }

    /** Made when first asked for. */
    private static final class Once<T> implements Supplier<T> {
        private final Supplier<? extends T> maker;
        private Optional<T> made = Optional.empty();

        Once(Supplier<? extends T> maker) {
            this.maker = maker;
        }

        @Override
        public synchronized T get() {
            if (made.isEmpty()) {
                made = Optional.of(maker.get());
            }
            return made.get();
        }
    }
}
