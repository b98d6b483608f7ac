package org.rote.plugins.diagnostic.comparison;

import java.util.Arrays;
import org.rote.numerics.Vectors;
import org.rote.numerics.Weights;
import org.rote.spi.Atoms;
import org.rote.spi.Components;
import org.rote.spi.Distribution;

/** The modes of a closed form, and which of them a draw belongs to. Immutable; safe to use from several threads at once. */
interface Modes {

    /** Atoms where there are some, otherwise components. */
    static Modes of(Distribution closedForm) {
        return closedForm
                .capability(Atoms.class)
                .<Modes>map(OfAtoms::new)
                .orElseGet(() ->
                        OfComponents.of(closedForm.capability(Components.class).orElseThrow()));
    }

    /** The weights of the modes. */
    Weights weights();

    /**
     * How the draws are shared out among the modes.
     *
     * @param draws draws of this size, not modified
     * @param size numbers in a draw
     * @return for each mode the sum over the draws of the share that belongs to it; together as many as draws
     */
    default double[] shares(double[][] draws, int size) {
        double[][] terms = new double[draws.length][weights().count()];
        measure(draws, size, terms);
        double[] sum = new double[weights().count()];
        for (double[] term : terms) {
            share(term, sum);
        }
        return sum;
    }

    /** Fills terms[k][n] with what {@link #share} needs of draw k and mode n; a mode is read once for all draws. */
    void measure(double[][] draws, int size, double[][] terms);

    /** Adds the shares of one draw, which sum to one. */
    void share(double[] terms, double[] sum);

    /** A draw belongs to the nearest atom, or to all equally near ones (copies of one model) in proportion to their weights. */
    record OfAtoms(Atoms atoms, Weights weights) implements Modes {

        OfAtoms(Atoms atoms) {
            this(atoms, normalised(atoms));
        }

        private static Weights normalised(Atoms atoms) {
            double[] logs = new double[atoms.count()];
            Arrays.setAll(logs, atoms::logWeight);
            return Weights.ofLogs(logs);
        }

        @Override
        public void measure(double[][] draws, int size, double[][] terms) {
            double[] atom = new double[size];
            for (int n = 0; n < weights.count(); n++) {
                atoms.atom(n, atom);
                for (int k = 0; k < draws.length; k++) {
                    terms[k][n] = Vectors.squaredDistance(draws[k], atom);
                }
            }
        }

        @Override
        public void share(double[] distances, double[] sum) {
            double least = Arrays.stream(distances).min().orElseThrow();
            double[] logs = new double[distances.length];
            double[] equal = new double[distances.length];
            boolean weighted = false;
            for (int n = 0; n < distances.length; n++) {
                boolean nearest = distances[n] == least;
                logs[n] = nearest ? weights.log(n) : Double.NEGATIVE_INFINITY;
                equal[n] = nearest ? 0 : Double.NEGATIVE_INFINITY;
                weighted |= logs[n] != Double.NEGATIVE_INFINITY;
            }
            Vectors.add(sum, Weights.ofLogs(weighted ? logs : equal).toArray());
        }
    }

    /** A draw belongs to every component by its responsibility r_n(x) ∝ w_n N(x; μ_n, C_n): their mean over exact draws is w_n, however much the components overlap. */
    record OfComponents(Components components, Weights weights, double[] constants) implements Modes {

        static OfComponents of(Components components) {
            double[] logs = new double[components.count()];
            double[] constants = new double[components.count()];
            for (int n = 0; n < logs.length; n++) {
                logs[n] = components.logWeight(n);
                constants[n] = logs[n] - 0.5 * components.covariance(n).logDeterminant();
            }
            return new OfComponents(components, Weights.ofLogs(logs), constants);
        }

        @Override
        public void measure(double[][] draws, int size, double[][] terms) {
            double[] mean = new double[size];
            double[] solved = new double[size];
            for (int n = 0; n < weights.count(); n++) {
                components.mean(n, mean);
                for (int k = 0; k < draws.length; k++) {
                    double[] residual = Vectors.minus(draws[k], mean);
                    components.covariance(n).solve(residual, solved);
                    terms[k][n] = constants[n] - 0.5 * Vectors.dot(residual, solved);
                }
            }
        }

        @Override
        public void share(double[] logs, double[] sum) {
            Vectors.add(sum, Weights.ofLogs(logs).toArray());
        }
    }
}
