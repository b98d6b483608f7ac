package org.rote.operators.survey;

/**
 * A value between the nodes of a grid as a weighted sum of values at its nodes, Σ_n weights[n] · u[nodes[n]]. The transpose of it spreads a point source over the same nodes.
 *
 * @param nodes numbers of the nodes, each once; may be none
 * @param weights as many
 */
public record NodeWeights(int[] nodes, double[] weights) {

    /** Checks that there is a weight for each node; throws {@link IllegalArgumentException}. */
    public NodeWeights {
        if (nodes.length != weights.length) {
            throw new IllegalArgumentException(nodes.length + " nodes with " + weights.length + " weights");
        }
    }

    /** How many nodes take part. */
    public int count() {
        return nodes.length;
    }

    /**
     * The weights on a grid of one more dimension: all products with those along a further, faster axis.
     *
     * @param faster weights along the further axis
     * @param length number of nodes along it
     * @return weights of the nodes {@code this.nodes · length + faster.nodes}
     */
    public NodeWeights times(NodeWeights faster, int length) {
        int[] products = new int[count() * faster.count()];
        double[] values = new double[products.length];
        for (int i = 0, at = 0; i < count(); i++) {
            for (int k = 0; k < faster.count(); k++, at++) {
                products[at] = nodes[i] * length + faster.nodes[k];
                values[at] = weights[i] * faster.weights[k];
            }
        }
        return new NodeWeights(products, values);
    }

    /**
     * The interpolated value of a field.
     *
     * @param field values at the nodes
     * @return Σ_n weights[n] · field[nodes[n]]
     */
    public double of(double[] field) {
        double sum = 0;
        for (int n = 0; n < nodes.length; n++) {
            sum += weights[n] * field[nodes[n]];
        }
        return sum;
    }
}
