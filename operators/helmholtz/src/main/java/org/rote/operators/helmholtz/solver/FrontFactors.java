package org.rote.operators.helmholtz.solver;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.rote.spi.NumericsException;

/** {@link Factors} for one type of array. */
final class FrontFactors<A> implements Factors {

    /** Refinements after which the residual is believed to stay. */
    private static final int REFINEMENTS = 5;

    /** How much larger than the growth of entries the growth of errors is believed to be at most. */
    private static final double SAFETY = 100;

    private final FrontSolver<A> solver;
    private final Dissection dissection;
    private final StencilMatrix matrix;
    private final A factors;
    private final Pool<A> pool;
    private final boolean ninePoint;
    /** Largest entry that a pivot ever had, in units of the largest entry of the matrix: rounding errors grow as much. */
    private final double growth;

    private final boolean[] everywhere;
    private boolean closed;

    FrontFactors(FrontSolver<A> solver, StencilMatrix matrix, A factors, double growth, Pool<A> pool) {
        this.solver = solver;
        this.dissection = solver.dissection;
        this.matrix = matrix;
        this.factors = factors;
        this.pool = pool;
        this.growth = growth;
        this.everywhere = new boolean[dissection.fronts().size()];
        Arrays.fill(everywhere, true);
        this.ninePoint = anyNonzero(matrix.upRight()) || anyNonzero(matrix.downRight());
    }

    private static boolean anyNonzero(double[] plane) {
        for (double entry : plane) {
            if (entry != 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Fields solve(SparseColumns b) {
        return solve(new RightHandSide(b, solver.width(b.columns()), dissection.nodes(), solver.loops));
    }

    @Override
    public Fields solve(Fields b) {
        if (b.nodes() != dissection.nodes()) {
            throw new IllegalArgumentException(
                    "the right-hand sides have " + b.nodes() + " nodes, the matrix has " + dissection.nodes());
        }
        if (b.width() == solver.width(b.columns())) {
            return solve(new RightHandSide(b, solver.loops));
        }
        // From the solver of another precision, whose rows are padded otherwise.
        try (Fields padded = solver.fields(b.columns())) {
            padded.copy(b);
            return solve(new RightHandSide(padded, solver.loops));
        }
    }

    private Fields solve(RightHandSide b) {
        Fields x = solver.fields(b.columns());
        try {
            substitute(b, x, everywhere);
            return x;
        } catch (RuntimeException failure) {
            x.close();
            throw failure;
        }
    }

    /** Solves in the fronts that are wanted; where these are all, until the residual is small. */
    private void substitute(RightHandSide b, Fields x, boolean[] wanted) {
        if (closed) {
            throw new IllegalStateException("these factors are closed");
        }
        var memory = solver.workspaces(b.width());
        A vectors = memory.vectors().take();
        A shared = memory.shared().take();
        try {
            boolean[] active = load(b, vectors);
            forward(active, vectors, shared, memory.substitutions());
            backward(active, wanted, vectors, memory.substitutions(), x, false);
            if (wanted == everywhere) {
                refine(b, x, vectors, shared);
            }
        } finally {
            memory.vectors().give(vectors);
            memory.shared().give(shared);
        }
    }

    /** Puts right-hand sides in the order of elimination. Returns the fronts whose subtree they touch. */
    private boolean[] load(RightHandSide b, A vectors) {
        int stride = 2 * b.width();
        boolean[] active = new boolean[dissection.fronts().size()];
        if (b.nodes().isEmpty()) {
            Arrays.fill(active, true);
            for (int e = 0; e < dissection.nodes(); e++) {
                solver.kernels.load(b.rows(), dissection.nodeOf(e) * stride, vectors, e * stride, stride);
            }
            return active;
        }
        int[] nodes = b.nodes().get();
        dissection.markAbove(nodes, active);
        for (Front front : dissection.fronts()) {
            if (active[front.number]) {
                solver.kernels.clear(vectors, front.firstPivot * stride, (front.firstPivot + front.pivots) * stride);
            }
        }
        for (int i = 0; i < nodes.length; i++) {
            solver.kernels.load(b.rows(), i * stride, vectors, dissection.numberOf(nodes[i]) * stride, stride);
        }
        return active;
    }

    private void forward(boolean[] active, A vectors, A shared, Pool<Substitution<A>> substitutions) {
        solver.executor.forEach(dissection.tasks().size(), task -> {
            Substitution<A> substitution = substitutions.take();
            for (Front front : dissection.tasks().get(task)) {
                if (active[front.number]) {
                    substitution.forward(front, active, factors, vectors, shared);
                }
            }
            substitutions.give(substitution);
        });
        for (List<Front> level : dissection.levels()) {
            solver.executor.forEach(level.size(), f -> {
                Front front = level.get(f);
                if (active[front.number]) {
                    Substitution<A> substitution = substitutions.take();
                    substitution.forward(front, active, factors, vectors, shared);
                    substitutions.give(substitution);
                }
            });
        }
    }

    private void backward(
            boolean[] active, boolean[] wanted, A vectors, Pool<Substitution<A>> substitutions, Fields x, boolean add) {
        for (int l = dissection.levels().size() - 1; l >= 0; l--) {
            List<Front> level = dissection.levels().get(l);
            solver.executor.forEach(
                    level.size(), f -> backward(List.of(level.get(f)), active, wanted, vectors, substitutions, x, add));
        }
        solver.executor.forEach(
                dissection.tasks().size(),
                task -> backward(dissection.tasks().get(task), active, wanted, vectors, substitutions, x, add));
    }

    private void backward(
            List<Front> postorder,
            boolean[] active,
            boolean[] wanted,
            A vectors,
            Pool<Substitution<A>> substitutions,
            Fields x,
            boolean add) {
        int stride = 2 * x.width();
        Substitution<A> substitution = substitutions.take();
        for (int f = postorder.size() - 1; f >= 0; f--) {
            Front front = postorder.get(f);
            if (!wanted[front.number]) {
                continue;
            }
            substitution.backward(front, active, factors, vectors);
            for (int e = front.firstPivot; e < front.firstPivot + front.pivots; e++) {
                solver.kernels.store(vectors, e * stride, x.values(), x.at(dissection.nodeOf(e)), stride, add);
            }
        }
        substitutions.give(substitution);
    }

    private void refine(RightHandSide b, Fields x, A vectors, A shared) {
        double before = Double.POSITIVE_INFINITY;
        for (int refinement = 0; ; refinement++) {
            // Another refinement is unlikely after the first, so what it would need is computed when it is needed.
            boolean keep = refinement == 0 && solver.arithmetic == Arithmetic.SINGLE;
            double residual = residual(b, x, vectors, keep);
            if (residual <= solver.arithmetic.tolerance()) {
                return;
            }
            if (refinement == REFINEMENTS || !(residual < before / 2)) {
                throw stalled(residual, refinement);
            }
            before = residual;
            if (!keep) {
                residual(b, x, vectors, true);
            }
            var substitutions = solver.workspaces(b.width()).substitutions();
            forward(everywhere, vectors, shared, substitutions);
            backward(everywhere, everywhere, vectors, substitutions, x, true);
        }
    }

    private NumericsException stalled(double residual, int refinements) {
        return new NumericsException(String.format(
                Locale.ROOT,
                "the relative residual of a solution stays at %.1e after %d refinements with factors in %s precision (at most %.0e is allowed); the frequency may be a resonance of the grid:"
                        + " strengthen the absorbing layers, or change the frequency a little",
                residual,
                refinements,
                solver.arithmetic == Arithmetic.SINGLE ? "single" : "double",
                solver.arithmetic.tolerance()));
    }

    /** Computes b − A x and keeps it in the vectors, in the order of elimination, if asked to. Returns the largest ratio ‖b − A x‖₂ / ‖b‖₂ of a column. */
    private double residual(RightHandSide b, Fields x, A vectors, boolean keep) {
        int width = b.width();
        int stride = 2 * width;
        int nz = dissection.nz();
        double[][] squares = new double[dissection.nx()][width];
        var lines = solver.workspaces(width).lines();
        solver.executor.forEach(dissection.nx(), line -> {
            double[] rows = lines.take();
            b.copy(line * nz, (line + 1) * nz, rows);
            solver.loops.subtract(matrix, ninePoint, line, x.values(), width, rows);
            solver.loops.addSquares(rows, 0, nz, width, squares[line]);
            for (int k = 0; keep && k < nz; k++) {
                solver.kernels.load(rows, k * stride, vectors, dissection.numberOf(line * nz + k) * stride, stride);
            }
            lines.give(rows);
        });
        double largest = 0;
        for (int c = 0; c < b.columns(); c++) {
            double square = 0;
            for (double[] part : squares) {
                square += part[c];
            }
            // 0/0 is no failure, but NaN/0 is.
            largest = square == 0 ? largest : Math.max(largest, Math.sqrt(square / b.squares()[c]));
        }
        return largest;
    }

    @Override
    public Fields solveAt(SparseColumns b, int... nodes) {
        if (solver.arithmetic.roundoff() * growth * SAFETY > solver.arithmetic.tolerance()) {
            try (Fields x = solve(b)) {
                return x.at(nodes);
            }
        }
        var sides = new RightHandSide(b, solver.width(b.columns()), dissection.nodes(), solver.loops);
        boolean[] wanted = new boolean[dissection.fronts().size()];
        dissection.markAbove(nodes, wanted);
        try (Fields x = solver.fields(b.columns())) {
            substitute(sides, x, wanted);
            return x.at(nodes);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            pool.give(factors);
        }
    }
}
