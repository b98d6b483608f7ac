package org.rote.operators.helmholtz;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rote.operators.helmholtz.solver.Fields;
import org.rote.operators.helmholtz.solver.SparseColumns;
import org.rote.operators.survey.NodeWeights;

/** Reads wavefields at the receivers: d_sr = Σ_j w_rj u_s(j). */
final class Receivers {

    private final List<NodeWeights> weights;
    private final int[] nodes;
    private final int[][] rows;

    Receivers(List<NodeWeights> weights) {
        this.weights = List.copyOf(weights);
        Map<Integer, Integer> row = new HashMap<>();
        this.rows = new int[weights.size()][];
        for (int r = 0; r < rows.length; r++) {
            int[] used = weights.get(r).nodes();
            rows[r] = new int[used.length];
            for (int i = 0; i < used.length; i++) {
                rows[r][i] = row.computeIfAbsent(used[i], node -> row.size());
            }
        }
        this.nodes = new int[row.size()];
        row.forEach((node, number) -> nodes[number] = node);
    }

    int count() {
        return rows.length;
    }

    /** The nodes that are read at all. */
    int[] nodes() {
        return nodes;
    }

    /** Reads fields at {@link #nodes} only: data [source][receiver] as (real, imaginary) pairs, from {@code at} on. */
    void readRows(Fields u, double[] data, int at) {
        read(u, rows, data, at);
    }

    /** Reads fields at every node of the grid. */
    void read(Fields u, double[] data, int at) {
        int[][] everywhere = new int[rows.length][];
        for (int r = 0; r < rows.length; r++) {
            everywhere[r] = weights.get(r).nodes();
        }
        read(u, everywhere, data, at);
    }

    private void read(Fields u, int[][] where, double[] data, int at) {
        for (int s = 0; s < u.columns(); s++) {
            for (int r = 0; r < where.length; r++) {
                double[] weight = weights.get(r).weights();
                double re = 0;
                double im = 0;
                for (int i = 0; i < weight.length; i++) {
                    re += weight[i] * u.real(where[r][i], s);
                    im += weight[i] * u.imaginary(where[r][i], s);
                }
                int datum = at + 2 * (s * where.length + r);
                data[datum] = re;
                data[datum + 1] = im;
            }
        }
    }

    /** The adjoint's right-hand sides: for each source, the conjugate of what is given at each receiver. */
    SparseColumns conjugate(int sources, double[] data, int at) {
        SparseColumns columns = new SparseColumns(sources);
        for (int s = 0; s < sources; s++) {
            for (int r = 0; r < rows.length; r++) {
                int datum = at + 2 * (s * rows.length + r);
                NodeWeights of = weights.get(r);
                for (int i = 0; i < of.nodes().length; i++) {
                    double weight = of.weights()[i];
                    columns.add(s, of.nodes()[i], weight * data[datum], -weight * data[datum + 1]);
                }
            }
        }
        return columns;
    }
}
