package org.rote.operators.helmholtz;

import java.util.List;
import org.rote.operators.helmholtz.solver.DirectSolver;
import org.rote.operators.helmholtz.solver.Factors;
import org.rote.operators.helmholtz.solver.Fields;
import org.rote.operators.helmholtz.solver.SparseColumns;
import org.rote.operators.survey.NodeWeights;

/** The waves of one frequency: A(m) u_s = b_s for every source, d_sr = (P u_s)_r. Immutable. */
final class FrequencyProblem {

    private final Discretization discretization;
    private final DirectSolver solver;
    private final SparseColumns sources;
    private final Receivers receivers;

    /**
     * Places the sources.
     *
     * @param discretization of the frequency
     * @param solver of the grid
     * @param at which nodes each source feeds
     * @param density 1 / (h_x h_z), so that a source is δ(x − x_s) on the grid
     * @param receivers of all sources
     */
    FrequencyProblem(
            Discretization discretization,
            DirectSolver solver,
            List<NodeWeights> at,
            double density,
            Receivers receivers) {
        this.discretization = discretization;
        this.solver = solver;
        this.sources = new SparseColumns(at.size());
        this.receivers = receivers;
        for (int s = 0; s < at.size(); s++) {
            for (int i = 0; i < at.get(s).count(); i++) {
                double strength = density * at.get(s).weights()[i];
                discretization.addSource(at.get(s).nodes()[i], strength, s, sources);
            }
        }
    }

    /** How many doubles its data are. */
    int size() {
        return 2 * sources.columns() * receivers.count();
    }

    /** Data of a model, from {@code at} on. */
    void forward(double[] model, double[] data, int at) {
        try (Factors factors = solver.factorize(discretization.matrix(model));
                Fields u = factors.solveAt(sources, receivers.nodes())) {
            receivers.readRows(u, data, at);
        }
    }

    /** Solves for a model and keeps factors and wavefields. */
    Solved solve(double[] model) {
        Factors factors = solver.factorize(discretization.matrix(model));
        try {
            return new Solved(factors, factors.solve(sources));
        } catch (RuntimeException | Error failure) {
            factors.close();
            throw failure;
        }
    }

    /** The wavefields of a model. */
    final class Solved implements AutoCloseable {

        private final Factors factors;
        private final Fields u;

        private Solved(Factors factors, Fields u) {
            this.factors = factors;
            this.u = u;
        }

        void read(double[] data, int at) {
            receivers.read(u, data, at);
        }

        /** Data of the fields that a change of the model scatters. */
        void jvp(double[] dm, double[] data, int at) {
            try (Fields scattered = solver.fields(u.columns())) {
                discretization.scatter(dm, u, scattered);
                try (Fields du = factors.solve(scattered)) {
                    receivers.read(du, data, at);
                }
            }
        }

        /** Adds the gradient of ⟨data, F⟩, by the adjoint state λ: A λ_s = Pᵀ conj(data_s). */
        void addVjp(double[] data, int at, double[] gradient) {
            try (Fields lambda = factors.solve(receivers.conjugate(u.columns(), data, at))) {
                discretization.addGradient(u, lambda, gradient);
            }
        }

        @Override
        public void close() {
            u.close();
            factors.close();
        }
    }
}
