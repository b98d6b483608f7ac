package org.rote.operators.helmholtz;

import org.rote.operators.helmholtz.solver.Fields;
import org.rote.operators.helmholtz.solver.SparseColumns;
import org.rote.operators.helmholtz.solver.StencilMatrix;

/**
 * The Helmholtz matrix of one frequency, A(m) = L + ω² M(m): L fixed, M linear in the squared slowness m of the padded nodes, with M_jj = w_jj m_j and M_jl = w_jl (m_j + m_l)/2.
 * Symmetric, as its rows are scaled by s_x s_z. Immutable.
 */
final class Discretization {

    private final double omega;
    private final StencilMatrix laplacian;
    private final StencilMatrix mass;
    private final int[] modelNodes;
    private final boolean spreadsMass;
    private final Coupling[] couplings;

    Discretization(PaddedGrid grid, HelmholtzConfig.Pml pml, Stencil stencil, double frequency) {
        this.omega = 2 * Math.PI * frequency;
        this.laplacian = StencilMatrix.zero(grid.nx(), grid.nz());
        this.mass = StencilMatrix.zero(grid.nx(), grid.nz());
        this.modelNodes = grid.modelNodes();
        this.spreadsMass = stencil.averaging() != 0;
        double[] sx = grid.stretch(grid.nx(), pml.strength(), omega);
        double[] sz = grid.stretch(grid.nz(), pml.strength(), omega);
        stencil.fill(sx, sz, grid.x().step(), grid.z().step(), laplacian, mass);
        int nz = grid.nz();
        this.couplings = new Coupling[] {
            new Coupling(1, laplacian.down(), mass.down()),
            new Coupling(nz - 1, laplacian.upRight(), mass.upRight()),
            new Coupling(nz, laplacian.right(), mass.right()),
            new Coupling(nz + 1, laplacian.downRight(), mass.downRight())
        };
    }

    /** One of the four planes of couplings: of each node with the node that has a number greater by {@code step}. Zero where there is none. */
    private record Coupling(int step, double[] laplacian, double[] mass) {}

    /**
     * Adds a source to a column of right-hand sides: M(1) applied to it. The average over nodes that a stencil takes of ω² m u is taken of what feeds u as well; otherwise its amplitude would be off
     * where its phase is right. On the five-point stencil this only scales by s_x s_z, as rows are.
     */
    void addSource(int node, double strength, int column, SparseColumns sources) {
        add(mass.centre(), node, strength, node, column, sources);
        for (Coupling coupling : couplings) {
            int next = node + coupling.step;
            if (next < modelNodes.length) {
                add(coupling.mass, node, strength, next, column, sources);
            }
            int before = node - coupling.step;
            if (before >= 0) {
                add(coupling.mass, before, strength, before, column, sources);
            }
        }
    }

    private static void add(
            double[] weights, int weight, double strength, int node, int column, SparseColumns sources) {
        double re = strength * weights[2 * weight];
        double im = strength * weights[2 * weight + 1];
        if (re != 0 || im != 0) {
            sources.add(column, node, re, im);
        }
    }

    /** A(m) for a model m. */
    StencilMatrix matrix(double[] model) {
        double[] centre = laplacian.centre().clone();
        double square = omega * omega;
        for (int node = 0; node < modelNodes.length; node++) {
            double m = square * model[modelNodes[node]];
            centre[2 * node] += m * mass.centre()[2 * node];
            centre[2 * node + 1] += m * mass.centre()[2 * node + 1];
        }
        double[][] planes = new double[couplings.length][];
        for (int c = 0; c < planes.length; c++) {
            planes[c] = spreadsMass ? coupled(couplings[c], model) : couplings[c].laplacian;
        }
        return new StencilMatrix(laplacian.nx(), laplacian.nz(), centre, planes[0], planes[1], planes[2], planes[3]);
    }

    private double[] coupled(Coupling coupling, double[] model) {
        double[] plane = coupling.laplacian.clone();
        double half = omega * omega / 2;
        for (int node = 0; node + coupling.step < modelNodes.length; node++) {
            double m = half * (model[modelNodes[node]] + model[modelNodes[node + coupling.step]]);
            plane[2 * node] += m * coupling.mass[2 * node];
            plane[2 * node + 1] += m * coupling.mass[2 * node + 1];
        }
        return plane;
    }

    /** out = −ω² M(dm) u, the right-hand side of the scattered fields. */
    void scatter(double[] dm, Fields u, Fields out) {
        out.clear();
        double square = -omega * omega;
        for (int node = 0; node < modelNodes.length; node++) {
            double m = square * dm[modelNodes[node]];
            addScaled(m * mass.centre()[2 * node], m * mass.centre()[2 * node + 1], u, node, out, node);
        }
        if (!spreadsMass) {
            return;
        }
        for (Coupling coupling : couplings) {
            for (int node = 0; node + coupling.step < modelNodes.length; node++) {
                int next = node + coupling.step;
                double m = square / 2 * (dm[modelNodes[node]] + dm[modelNodes[next]]);
                double re = m * coupling.mass[2 * node];
                double im = m * coupling.mass[2 * node + 1];
                addScaled(re, im, u, next, out, node);
                addScaled(re, im, u, node, out, next);
            }
        }
    }

    private static void addScaled(double re, double im, Fields u, int from, Fields out, int to) {
        double[] a = u.values();
        double[] b = out.values();
        int width = u.width();
        int ar = u.at(from);
        int br = out.at(to);
        for (int c = 0; c < width; c++) {
            b[br + c] += re * a[ar + c] - im * a[ar + width + c];
            b[br + width + c] += re * a[ar + width + c] + im * a[ar + c];
        }
    }

    /** Adds −ω² Re Σ_s λ_sᵀ (∂M/∂m) u_s to a gradient, what belongs to a padded node at the node of the model that it copies. */
    void addGradient(Fields u, Fields lambda, double[] gradient) {
        int nodes = modelNodes.length;
        double[] products = new double[2 * nodes];
        u.products(lambda, products);
        double[] atNodes = new double[nodes];
        for (int node = 0; node < nodes; node++) {
            atNodes[node] =
                    mass.centre()[2 * node] * products[2 * node] - mass.centre()[2 * node + 1] * products[2 * node + 1];
        }
        if (spreadsMass) {
            spread(u, lambda, atNodes);
        }
        double square = omega * omega;
        for (int node = 0; node < nodes; node++) {
            gradient[modelNodes[node]] -= square * atNodes[node];
        }
    }

    private void spread(Fields u, Fields lambda, double[] atNodes) {
        for (Coupling coupling : couplings) {
            for (int node = 0; node + coupling.step < atNodes.length; node++) {
                int next = node + coupling.step;
                double both = (real(coupling.mass, node, u, node, lambda, next)
                                + real(coupling.mass, node, u, next, lambda, node))
                        / 2;
                atNodes[node] += both;
                atNodes[next] += both;
            }
        }
    }

    /** Re w Σ_s u_s λ_s. */
    private static double real(double[] weights, int weight, Fields u, int uNode, Fields lambda, int lambdaNode) {
        double[] a = u.values();
        double[] b = lambda.values();
        int width = u.width();
        int ar = u.at(uNode);
        int br = lambda.at(lambdaNode);
        double re = 0;
        double im = 0;
        for (int c = 0; c < u.columns(); c++) {
            re += a[ar + c] * b[br + c] - a[ar + width + c] * b[br + width + c];
            im += a[ar + c] * b[br + width + c] + a[ar + width + c] * b[br + c];
        }
        return weights[2 * weight] * re - weights[2 * weight + 1] * im;
    }
}
