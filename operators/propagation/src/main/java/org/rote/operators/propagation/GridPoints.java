package org.rote.operators.propagation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rote.operators.survey.Interpolation;
import org.rote.operators.survey.NodeWeights;
import org.rote.operators.survey.Position;
import org.rote.spi.Axis;

/** Brings positions onto a padded grid. */
final class GridPoints {

    private final PaddedGrid grid;
    private final Interpolation interpolation;

    GridPoints(PaddedGrid grid, Interpolation interpolation) {
        this.grid = grid;
        this.interpolation = interpolation;
    }

    /** The nodes and weights of positions. */
    PointSet at(List<Position> positions) {
        return PointSet.of(positions.stream().map(this::at).toList());
    }

    private NodeWeights at(Position position) {
        int dimensions = grid.dimensions();
        List<NodeWeights> along = new ArrayList<>();
        for (int axis = 0; axis < dimensions; axis++) {
            double coordinate = position.along(dimensions - 1 - axis, dimensions);
            along.add(axis == 0 && grid.freeSurface() ? belowSurface(coordinate) : along(axis, coordinate));
        }
        int[] nodes = {grid.row(0, 0)};
        double[] weights = {1};
        for (int axis = grid.dimensions() - 1; axis >= 0; axis--) {
            NodeWeights here = along.get(axis);
            int[] products = new int[nodes.length * here.count()];
            double[] values = new double[products.length];
            for (int i = 0, at = 0; i < nodes.length; i++) {
                for (int k = 0; k < here.count(); k++, at++) {
                    products[at] = nodes[i] + here.nodes()[k] * grid.stride(axis);
                    values[at] = weights[i] * here.weights()[k];
                }
            }
            nodes = products;
            weights = values;
        }
        return new NodeWeights(nodes, weights);
    }

    private NodeWeights along(int axis, double coordinate) {
        double h = grid.spacing(axis);
        return interpolation.along(coordinate, new Axis("padded", "m", grid.count(axis), h, -grid.before(axis) * h));
    }

    /** The field above a free surface is minus the field below: weights of its nodes go to their images, and node 0 has no field. */
    private NodeWeights belowSurface(double depth) {
        double h = grid.spacing(0);
        int above = interpolation.halfWidth();
        NodeWeights all = interpolation.along(depth, new Axis("imaged", "m", grid.count(0) + above, h, -above * h));
        double[] folded = new double[grid.count(0)];
        for (int i = 0; i < all.count(); i++) {
            int node = all.nodes()[i] - above;
            folded[Math.abs(node)] += Integer.signum(node) * all.weights()[i];
        }
        int count = 0;
        int[] nodes = new int[all.count()];
        double[] weights = new double[all.count()];
        for (int node = 0; node < folded.length; node++) {
            if (folded[node] != 0) {
                nodes[count] = node;
                weights[count++] = folded[node];
            }
        }
        return new NodeWeights(Arrays.copyOf(nodes, count), Arrays.copyOf(weights, count));
    }
}
