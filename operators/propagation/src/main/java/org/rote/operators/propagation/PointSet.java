package org.rote.operators.propagation;

import java.util.List;
import org.rote.operators.survey.NodeWeights;

/**
 * Points between the nodes of a grid, each a weighted sum of nodes: point p has the entries {@code starts[p]} … {@code starts[p + 1]} − 1.
 *
 * @param starts where the entries of each point begin, and after the last
 * @param nodes indices in a field
 * @param weights as many
 */
public record PointSet(int[] starts, int[] nodes, float[] weights) {

    /** Flattens the points. */
    static PointSet of(List<NodeWeights> points) {
        int[] starts = new int[points.size() + 1];
        for (int p = 0; p < points.size(); p++) {
            starts[p + 1] = starts[p] + points.get(p).count();
        }
        int[] nodes = new int[starts[points.size()]];
        float[] weights = new float[nodes.length];
        for (int p = 0; p < points.size(); p++) {
            NodeWeights point = points.get(p);
            for (int i = 0; i < point.count(); i++) {
                nodes[starts[p] + i] = point.nodes()[i];
                weights[starts[p] + i] = (float) point.weights()[i];
            }
        }
        return new PointSet(starts, nodes, weights);
    }

    /** How many points there are. */
    public int count() {
        return starts.length - 1;
    }

    /**
     * Reads a field at every point.
     *
     * @param field over the grid
     * @param factor of the values
     * @param traces takes them, point p at [step · points + p]
     * @param step number of the row
     */
    void read(float[] field, float factor, float[] traces, int step) {
        for (int p = 0; p < count(); p++) {
            float sum = 0;
            for (int i = starts[p]; i < starts[p + 1]; i++) {
                sum += weights[i] * field[nodes[i]];
            }
            traces[step * count() + p] = factor * sum;
        }
    }
}
