package org.rote.plugins.sampler.optimization.quasinewton;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The limited-memory approximation to the Hessian in compact form (Byrd, Lu, Nocedal and Zhu, 1995, eq. 3.2 to 3.4):
 *
 * <p>B = θ I − W M Wᵀ, W = [Y, θ S], M = [−D, Lᵀ; L, θ SᵀS]⁻¹, D_ii = s_iᵀ y_i, L_ij = s_iᵀ y_j for i &gt; j.
 *
 * <p>It is made anew from the pairs in every iteration, so that a search that goes on from a snapshot has the bits of one that was not stopped. Cost: 1.5 m² products of two vectors.
 */
final class QuadraticModel {

    private final double theta;
    /** The columns of W. */
    private final List<double[]> columns;

    private final double[][] middle;

    private QuadraticModel(double theta, List<double[]> columns, double[][] middle) {
        this.theta = theta;
        this.columns = columns;
        this.middle = middle;
    }

    /** The model, or empty where the pairs contradict each other to rounding. */
    static Optional<QuadraticModel> of(Memory memory) {
        int m = memory.size();
        double theta = memory.theta();
        double[][] inner = new double[2 * m][2 * m];
        for (int i = 0; i < m; i++) {
            double[] s = memory.steps().get(i);
            inner[i][i] = -Arrays.dot(s, memory.changes().get(i));
            for (int j = 0; j < i; j++) {
                double product = Arrays.dot(s, memory.changes().get(j));
                inner[m + i][j] = product;
                inner[j][m + i] = product;
            }
            for (int j = 0; j <= i; j++) {
                double product = theta * Arrays.dot(s, memory.steps().get(j));
                inner[m + i][m + j] = product;
                inner[m + j][m + i] = product;
            }
        }
        return SmallSystem.inverse(inner).map(middle -> new QuadraticModel(theta, columns(memory), middle));
    }

    private static List<double[]> columns(Memory memory) {
        List<double[]> columns = new ArrayList<>(memory.changes());
        for (double[] step : memory.steps()) {
            double[] column = step.clone();
            for (int i = 0; i < column.length; i++) {
                column[i] *= memory.theta();
            }
            columns.add(column);
        }
        return columns;
    }

    double theta() {
        return theta;
    }

    /** 2m, the columns of W. */
    int rank() {
        return columns.size();
    }

    /** M v. */
    double[] middle(double[] v) {
        return SmallSystem.product(middle, v);
    }

    /** Wᵀ v. */
    double[] project(double[] v) {
        double[] product = new double[rank()];
        for (int k = 0; k < product.length; k++) {
            product[k] = Arrays.dot(columns.get(k), v);
        }
        return product;
    }

    /** Row i of W. */
    double[] row(int i) {
        double[] row = new double[rank()];
        for (int k = 0; k < row.length; k++) {
            row[k] = columns.get(k)[i];
        }
        return row;
    }

    /** out += factor W v. */
    void expand(double factor, double[] v, double[] out) {
        for (int k = 0; k < v.length; k++) {
            double[] column = columns.get(k);
            double weight = factor * v[k];
            for (int i = 0; i < out.length; i++) {
                out[i] += weight * column[i];
            }
        }
    }

    /**
     * The minimum over the components that are free: −B̂⁻¹ r, with B̂ the rows and columns of B that are free (eq. 5.11, by the formula of Sherman, Morrison and Woodbury).
     *
     * @param r the gradient of the model, zero where a component is not free
     * @param free which are free
     * @return the step, zero where a component is not free; empty where B̂ is singular to rounding
     */
    Optional<double[]> freeStep(double[] r, boolean[] free) {
        double[][] gram = freeGram(free);
        double[][] system = new double[rank()][];
        for (int i = 0; i < system.length; i++) {
            system[i] = new double[rank()];
            for (int j = 0; j < system.length; j++) {
                double product = 0;
                for (int k = 0; k < system.length; k++) {
                    product += middle[i][k] * gram[k][j];
                }
                system[i][j] = (i == j ? 1 : 0) - product / theta;
            }
        }
        return SmallSystem.inverse(system).map(inverse -> {
            double[] v = SmallSystem.product(inverse, middle(project(r)));
            double[] step = new double[r.length];
            expand(-1 / (theta * theta), v, step);
            for (int i = 0; i < step.length; i++) {
                step[i] = free[i] ? step[i] - r[i] / theta : 0;
            }
            return step;
        });
    }

    /** Wᵀ Z Zᵀ W, Z the free components. */
    private double[][] freeGram(boolean[] free) {
        double[][] gram = new double[rank()][rank()];
        for (int k = 0; k < gram.length; k++) {
            for (int l = 0; l <= k; l++) {
                double sum = 0;
                double[] a = columns.get(k);
                double[] b = columns.get(l);
                for (int i = 0; i < free.length; i++) {
                    sum += free[i] ? a[i] * b[i] : 0;
                }
                gram[k][l] = sum;
                gram[l][k] = sum;
            }
        }
        return gram;
    }
}
