package org.rote.operators.helmholtz.solver;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rote.spi.NumericsException;
import org.rote.spi.RunExecutor;

/** {@link DirectSolver} for one type of array: the kernels, the threads and the memory that is used again. */
final class FrontSolver<A> {

    final Dissection dissection;
    final Arithmetic arithmetic;
    final Kernels<A> kernels;
    final FieldLoops loops;
    final RunExecutor executor;
    private final int kept;
    private final Pool<Elimination<A>> eliminations;
    private final Pool<A> factors;
    private final Pool<A> shared;
    private final Map<Integer, Workspaces<A>> workspaces = new ConcurrentHashMap<>();

    FrontSolver(
            Dissection dissection, Arithmetic arithmetic, Kernels<A> kernels, FieldLoops loops, RunExecutor executor) {
        this.dissection = dissection;
        this.arithmetic = arithmetic;
        this.kernels = kernels;
        this.loops = loops;
        this.executor = executor;
        this.kept = executor.parallelism() + 1;
        this.eliminations = new Pool<>(kept, () -> new Elimination<>(dissection, kernels, loops));
        this.factors =
                new Pool<>(kept, () -> kernels.allocate(dissection.factorLength() + Front.tileLength(Kernels.TILE)));
        this.shared = new Pool<>(kept, () -> kernels.allocate(2 * dissection.sharedLength()));
    }

    /** What substitution needs for one padded number of right-hand sides. */
    record Workspaces<A>(
            Pool<Substitution<A>> substitutions,
            Pool<A> vectors,
            Pool<A> shared,
            Pool<double[]> fields,
            Pool<double[]> lines) {}

    Workspaces<A> workspaces(int width) {
        return workspaces.computeIfAbsent(
                width,
                w -> new Workspaces<>(
                        new Pool<>(kept, () -> new Substitution<>(dissection, kernels, w)),
                        new Pool<>(kept, () -> kernels.allocate(Math.multiplyExact(2 * w, dissection.nodes()))),
                        new Pool<>(kept, () -> kernels.allocate(Math.multiplyExact(2 * w, dissection.sharedRows()))),
                        new Pool<>(2 * kept, () -> new double[Math.multiplyExact(2 * w, dissection.nodes())]),
                        new Pool<>(kept, () -> new double[2 * w * dissection.nz()])));
    }

    /** Padded number of right-hand sides. */
    int width(int columns) {
        return columns + kernels.lanes() - 1 & -kernels.lanes();
    }

    Fields fields(int columns) {
        int width = width(columns);
        return new Fields(dissection.nodes(), columns, width, loops, executor, workspaces(width).fields);
    }

    Factors factorize(StencilMatrix matrix) {
        if (matrix.nx() != dissection.nx() || matrix.nz() != dissection.nz()) {
            throw new IllegalArgumentException("the matrix is for " + matrix.nx() + " × " + matrix.nz()
                    + " nodes, the solver for " + dissection.nx() + " × " + dissection.nz());
        }
        double[][] planes = FieldLoops.planes(matrix);
        double largest = largest(planes);
        double tiny = arithmetic.roundoff() * largest;
        double[] pivots = new double[dissection.fronts().size()];
        A into = factors.take();
        A between = shared.take();
        try {
            executor.forEach(dissection.tasks().size(), task -> {
                Elimination<A> elimination = eliminations.take();
                for (Front front : dissection.tasks().get(task)) {
                    pivots[front.number] = elimination.eliminate(front, planes, tiny, into, between);
                }
                eliminations.give(elimination);
            });
            for (var level : dissection.levels()) {
                executor.forEach(level.size(), f -> {
                    Elimination<A> elimination = eliminations.take();
                    Front front = level.get(f);
                    pivots[front.number] = elimination.eliminate(front, planes, tiny, into, between);
                    eliminations.give(elimination);
                });
            }
        } catch (RuntimeException failure) {
            factors.give(into);
            throw failure;
        } finally {
            shared.give(between);
        }
        double growth = Arrays.stream(pivots).max().orElseThrow() / largest;
        return new FrontFactors<>(this, matrix, into, growth, factors);
    }

    private static double largest(double[][] planes) {
        double largest = 0;
        for (double[] plane : planes) {
            for (double entry : plane) {
                largest = Math.max(largest, Math.abs(entry));
            }
        }
        if (!(largest <= Double.MAX_VALUE)) {
            throw new NumericsException(
                    "the matrix has an entry that is not finite; check the model and the frequency");
        }
        return largest;
    }
}
