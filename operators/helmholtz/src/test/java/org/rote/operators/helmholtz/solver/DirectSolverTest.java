package org.rote.operators.helmholtz.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rote.spi.NumericsException;
import org.rote.spi.RunExecutor;

class DirectSolverTest {

    private static final long SEED = 20261123;

    /** Rounding of either method, times a condition number of a few thousand. */
    private static final double CLOSE = 1e-11;

    /** What a residual of {@link Arithmetic#tolerance} leaves, times a condition number of a few hundred. */
    private static final double REFINED = 2e-5;

    private static final int COLUMNS = 5;

    @ParameterizedTest
    @CsvSource({"1,1", "1,7", "7,1", "2,3", "17,5", "5,31", "9,9", "24,23", "40,33"})
    void agreesWithDenseElimination(int nx, int nz) {
        for (boolean ninePoint : new boolean[] {false, true}) {
            StencilMatrix dominant = Matrices.random(nx, nz, ninePoint, 9, SEED);
            checkAgainstDense(dominant, Arithmetic.DOUBLE, CLOSE);
            checkAgainstDense(dominant, Arithmetic.SINGLE, REFINED);
        }
        checkAgainstDense(Matrices.waves(nx, nz, 0.7, 3), Arithmetic.DOUBLE, CLOSE);
        checkAgainstDense(Matrices.waves(nx, nz, 0.7, 3), Arithmetic.SINGLE, REFINED);
    }

    private static void checkAgainstDense(StencilMatrix matrix, Arithmetic precision, double tolerance) {
        int nodes = matrix.nx() * matrix.nz();
        double[][] dense = Matrices.dense(matrix);
        DirectSolver solver = solver(matrix, precision);
        try (Factors factors = solver.factorize(matrix);
                Fields b = noise(solver, nodes);
                Fields x = factors.solve(b)) {
            double[][] columns = new double[COLUMNS][];
            Arrays.setAll(columns, c -> column(b, c));
            double[][] expected = Matrices.solve(dense, columns);
            for (int c = 0; c < COLUMNS; c++) {
                assertThat(largestDifference(column(x, c), expected[c]))
                        .as("%s %d × %d, seed %d", precision, matrix.nx(), matrix.nz(), SEED)
                        .isLessThanOrEqualTo(tolerance);
            }
        }
    }

    private static double largestDifference(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }

    private static DirectSolver solver(StencilMatrix matrix, Arithmetic precision) {
        return new DirectSolver(new Dissection(matrix.nx(), matrix.nz()), precision, RunExecutor.SERIAL, () -> {});
    }

    private static Fields noise(DirectSolver solver, int nodes) {
        SplittableRandom random = new SplittableRandom(SEED);
        Fields fields = solver.fields(COLUMNS);
        for (int node = 0; node < nodes; node++) {
            for (int c = 0; c < COLUMNS; c++) {
                fields.set(node, c, random.nextDouble(-1, 1), random.nextDouble(-1, 1));
            }
        }
        return fields;
    }

    private static double[] column(Fields fields, int column) {
        double[] values = new double[2 * fields.nodes()];
        for (int node = 0; node < fields.nodes(); node++) {
            values[2 * node] = fields.real(node, column);
            values[2 * node + 1] = fields.imaginary(node, column);
        }
        return values;
    }

    private static SparseColumns sparse(int nodes) {
        SparseColumns b = new SparseColumns(COLUMNS);
        b.add(0, 0, 1, -2);
        b.add(1, nodes / 2, 0.5, 0);
        b.add(1, nodes / 2, 0.25, 3);
        b.add(1, nodes / 3, -1, 0);
        b.add(3, nodes - 1, 0, 1);
        return b;
    }

    private static void copy(SparseColumns from, Fields to) {
        for (int e = 0; e < from.size(); e++) {
            int node = from.node(e);
            int c = from.column(e);
            to.set(node, c, to.real(node, c) + from.real(e), to.imaginary(node, c) + from.imaginary(e));
        }
    }

    @ParameterizedTest
    @EnumSource
    void sparseRightHandSidesAreDenseOnesWithZeros(Arithmetic precision) {
        StencilMatrix matrix = Matrices.waves(61, 47, 0.5, 8);
        DirectSolver solver = solver(matrix, precision);
        SparseColumns b = sparse(61 * 47);
        try (Factors factors = solver.factorize(matrix);
                Fields dense = solver.fields(COLUMNS);
                Fields x = factors.solve(b)) {
            copy(b, dense);
            try (Fields same = factors.solve(dense)) {
                for (int c = 0; c < COLUMNS; c++) {
                    assertThat(column(x, c)).containsExactly(column(same, c));
                }
                assertThat(column(x, 2)).as("a column of zeros").containsOnly(0);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesTheSameAtAFewNodesAsEverywhere(Arithmetic precision) {
        StencilMatrix matrix = Matrices.waves(61, 47, 0.5, 8);
        int[] nodes = {60 * 47 + 3, 0, 1234, 1234, 17};
        try (Factors factors = solver(matrix, precision).factorize(matrix);
                Fields x = factors.solve(sparse(61 * 47));
                Fields some = factors.solveAt(sparse(61 * 47), nodes)) {
            assertThat(some.nodes()).isEqualTo(nodes.length);
            for (int n = 0; n < nodes.length; n++) {
                for (int c = 0; c < COLUMNS; c++) {
                    assertThat(some.real(n, c)).as("column %d", c).isEqualTo(x.real(nodes[n], c));
                    assertThat(some.imaginary(n, c)).as("column %d", c).isEqualTo(x.imaginary(nodes[n], c));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void memoryUsedAgainGivesTheSameBits(Arithmetic precision) {
        StencilMatrix matrix = Matrices.waves(40, 50, 0.5, 8);
        StencilMatrix other = Matrices.random(40, 50, true, 9, SEED);
        DirectSolver solver = solver(matrix, precision);
        double[] first = solveOnce(solver, matrix);
        solveOnce(solver, other);
        assertThat(solveOnce(solver, matrix)).containsExactly(first);
    }

    private static double[] solveOnce(DirectSolver solver, StencilMatrix matrix) {
        try (Factors factors = solver.factorize(matrix);
                Fields x = factors.solve(sparse(matrix.nx() * matrix.nz()))) {
            return column(x, 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void severalThreadsGiveTheSameBitsAsOne(Arithmetic precision) {
        StencilMatrix matrix = Matrices.waves(201, 190, 0.4, 20);
        Dissection dissection = new Dissection(201, 190);
        double[] serial = solveOnce(new DirectSolver(dissection, precision, RunExecutor.SERIAL, () -> {}), matrix);
        assertThat(dissection.levels()).as("parts that run at the same time").isNotEmpty();
        DirectSolver threads = new DirectSolver(dissection, precision, new Backwards(), () -> {});
        assertThat(solveOnce(threads, matrix)).containsExactly(serial);
    }

    /** Tasks on a thread each, started last to first. */
    private static final class Backwards implements RunExecutor {
        @Override
        public int parallelism() {
            return 2;
        }

        @Override
        public void forEach(int tasks, IntConsumer task) {
            CompletableFuture<?>[] running = new CompletableFuture<?>[tasks];
            for (int i = tasks - 1; i >= 0; i--) {
                int number = i;
                running[i] = CompletableFuture.runAsync(() -> task.accept(number));
            }
            CompletableFuture.allOf(running).join();
        }
    }

    @ParameterizedTest
    @EnumSource
    void vectorKernelsAgreeWithPlainOnesToRounding(Arithmetic precision) {
        assumeTrue(
                ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent(),
                "started without --add-modules jdk.incubator.vector");
        for (boolean ninePoint : new boolean[] {false, true}) {
            StencilMatrix matrix = Matrices.random(83, 67, ninePoint, 9, SEED);
            Dissection dissection = new Dissection(83, 67);
            double[] plain = solveOnce(
                    new DirectSolver(dissection, precision, RunExecutor.SERIAL, () -> {}, () -> false), matrix);
            double[] vector = solveOnce(
                    new DirectSolver(dissection, precision, RunExecutor.SERIAL, () -> {}, () -> true), matrix);
            assertThat(largestDifference(vector, plain)).isPositive().isLessThanOrEqualTo(10 * precision.tolerance());
        }
    }

    @ParameterizedTest
    @EnumSource
    void solvesThePublishedSizeToItsTolerance(Arithmetic precision) {
        StencilMatrix matrix = Matrices.waves(260, 260, 0.14, 30);
        DirectSolver solver = solver(matrix, precision);
        SparseColumns b = new SparseColumns(1);
        b.add(0, 130 * 260 + 32, 3, 4);
        try (Factors factors = solver.factorize(matrix);
                Fields x = factors.solve(b)) {
            double[] rows = new double[2 * x.width() * 260];
            double[] squares = new double[x.width()];
            for (int line = 0; line < 260; line++) {
                Arrays.fill(rows, 0);
                if (line == 130) {
                    rows[x.at(32)] = 3;
                    rows[x.at(32) + x.width()] = 4;
                }
                FieldLoops loops = new FieldLoops();
                loops.subtract(matrix, true, line, x.values(), x.width(), rows);
                loops.addSquares(rows, 0, 260, x.width(), squares);
            }
            assertThat(Math.sqrt(squares[0]) / 5).isPositive().isLessThanOrEqualTo(precision.tolerance());
        }
    }

    @Test
    void saysSoWhenRefinementDoesNotHelp() {
        // Without absorption, and so near to a resonance that double precision cannot tell.
        StencilMatrix matrix = nearResonance(1e-12);
        SparseColumns b = new SparseColumns(1);
        b.add(0, 17 * 47 + 11, 1, 0);
        for (Arithmetic precision : Arithmetic.values()) {
            try (Factors factors = solver(matrix, precision).factorize(matrix)) {
                assertThatThrownBy(() -> factors.solve(b))
                        .isInstanceOf(NumericsException.class)
                        .hasMessageContaining("the relative residual of a solution stays at ")
                        .hasMessageContaining("with factors in double precision (at most 1e-08 is allowed)")
                        .hasMessageContaining("a resonance");
            }
        }
    }

    @Test
    void solvesInDoubleWhatIsTooMuchForSinglePrecision() {
        StencilMatrix matrix = nearResonance(1e-6);
        SparseColumns b = new SparseColumns(3);
        b.add(0, 17 * 47 + 11, 1, 0);
        b.add(2, 31 * 47 + 5, 0, 2);
        AtomicInteger told = new AtomicInteger();
        DirectSolver guarded =
                new DirectSolver(new Dissection(60, 47), Arithmetic.SINGLE, RunExecutor.SERIAL, told::incrementAndGet);
        try (Factors factors = guarded.factorize(matrix);
                Factors exact = solver(matrix, Arithmetic.DOUBLE).factorize(matrix);
                Fields found = factors.solve(b);
                Fields expected = exact.solve(b);
                Fields dense = noise(guarded, 60 * 47);
                Fields again = factors.solve(dense)) {
            assertThat(told).hasValue(1);
            assertThat(found.width()).isEqualTo(dense.width()).isEqualTo(again.width());
            for (int node = 0; node < 60 * 47; node++) {
                for (int column = 0; column < 3; column++) {
                    assertThat(found.real(node, column)).isEqualTo(expected.real(node, column));
                    assertThat(found.imaginary(node, column)).isEqualTo(expected.imaginary(node, column));
                }
            }
        }
    }

    /** Waves in a box without absorption, whose squared wavenumber is that of a resonance but for a relative distance. */
    private static StencilMatrix nearResonance(double distance) {
        double resonance = 4 - 2 * Math.cos(Math.PI / 61) - 2 * Math.cos(2 * Math.PI / 48);
        return Matrices.waves(60, 47, resonance * (1 + distance), 0);
    }

    @Test
    void multipliesFieldsNodeByNode() {
        StencilMatrix matrix = Matrices.random(3, 4, true, 9, SEED);
        DirectSolver solver = solver(matrix, Arithmetic.DOUBLE);
        try (Fields a = noise(solver, 12);
                Fields b = solver.fields(COLUMNS)) {
            b.set(7, 2, 2, 3);
            double[] sums = new double[24];
            Arrays.fill(sums, Double.NaN);
            a.products(b, sums);
            double[] expected = new double[24];
            expected[14] = 2 * a.real(7, 2) - 3 * a.imaginary(7, 2);
            expected[15] = 3 * a.real(7, 2) + 2 * a.imaginary(7, 2);
            assertThat(largestDifference(sums, expected)).isLessThanOrEqualTo(CLOSE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesASingularMatrix(Arithmetic precision) {
        StencilMatrix matrix = Matrices.random(12, 9, true, 9, SEED);
        for (double[] plane : FieldLoops.planes(matrix)) {
            // Node (1, 1) loses its couplings.
            for (int node : new int[] {0, 1, 2, 9, 10, 11}) {
                plane[2 * node] = 0;
                plane[2 * node + 1] = 0;
            }
        }
        DirectSolver solver = solver(matrix, precision);
        assertThatThrownBy(() -> solver.factorize(matrix))
                .isInstanceOf(NumericsException.class)
                .hasMessageContaining("the matrix is singular or nearly so: a pivot at node (")
                .hasMessageContaining("the frequency may be a resonance of the grid");
    }

    @Test
    void refusesAMatrixThatIsNotFinite() {
        StencilMatrix matrix = Matrices.random(12, 9, true, 9, SEED);
        matrix.centre()[31] = Double.NaN;
        assertThatThrownBy(() -> solver(matrix, Arithmetic.DOUBLE).factorize(matrix))
                .isInstanceOf(NumericsException.class)
                .hasMessageContaining("an entry that is not finite");
    }

    @Test
    void refusesAMatrixOfAnotherGrid() {
        DirectSolver solver = solver(Matrices.random(5, 6, true, 9, SEED), Arithmetic.DOUBLE);
        assertThatThrownBy(() -> solver.factorize(StencilMatrix.zero(6, 5)))
                .hasMessage("the matrix is for 6 × 5 nodes, the solver for 5 × 6");
    }

    @Test
    void refusesEntriesOutsideTheGrid() {
        StencilMatrix matrix = Matrices.random(5, 6, true, 9, SEED);
        SparseColumns b = new SparseColumns(1);
        b.add(0, 30, 1, 0);
        try (Factors factors = solver(matrix, Arithmetic.DOUBLE).factorize(matrix)) {
            assertThatThrownBy(() -> factors.solve(b))
                    .hasMessage("a right-hand side has an entry at node 30, the grid has 30 nodes");
        }
    }

    @Test
    void refusesToSolveOnceClosed() {
        StencilMatrix matrix = Matrices.random(5, 6, true, 9, SEED);
        Factors factors = solver(matrix, Arithmetic.DOUBLE).factorize(matrix);
        factors.close();
        assertThatThrownBy(() -> factors.solve(new SparseColumns(1))).hasMessage("these factors are closed");
    }
}
