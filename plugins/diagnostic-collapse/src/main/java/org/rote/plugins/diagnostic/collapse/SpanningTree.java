package org.rote.plugins.diagnostic.collapse;

import java.util.Arrays;
import org.rote.numerics.Vectors;

/** The minimum spanning tree of models under the Euclidean distance (Prim, 1957): N²/2 distances. */
final class SpanningTree {

    private SpanningTree() {}

    /** The mean length of an edge for at least two models: their spacing, in one dimension their range over N − 1. */
    static double meanEdge(double[][] models) {
        int count = models.length;
        double[] nearest = new double[count];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        boolean[] connected = new boolean[count];
        double total = 0;
        int latest = 0;
        for (int edges = 0; edges < count - 1; edges++) {
            connected[latest] = true;
            int next = -1;
            for (int n = 0; n < count; n++) {
                if (!connected[n]) {
                    nearest[n] = Math.min(nearest[n], Vectors.squaredDistance(models[latest], models[n]));
                    next = next < 0 || nearest[n] < nearest[next] ? n : next;
                }
            }
            total += Math.sqrt(nearest[next]);
            latest = next;
        }
        return total / (count - 1);
    }
}
