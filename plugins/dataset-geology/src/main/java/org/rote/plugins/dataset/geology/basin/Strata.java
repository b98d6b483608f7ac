package org.rote.plugins.dataset.geology.basin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.rote.plugins.dataset.geology.section.Undulation;

/**
 * Layers in the order of their deposition, as they were before anything happened to them. Their thickness changes along the section, neighbours alike, since a basin subsides where it did before; where it would be negative, the
 * layer is missing.
 */
final class Strata {

    private static final int SHAPES = 3;
    /** How alike the changes of neighbouring layers are. */
    private static final double PERSISTENCE = 0.8;
    /** The standard deviation of the sum of the shapes, each of height 1, is about half that of their weights. */
    private static final double WEIGHT = 2;

    private final double[] tops;
    private final double[] factors;
    private final double[][] weights;
    private final Undulation[] shapes;

    private Strata(double[] tops, double[] factors, double[][] weights, Undulation[] shapes) {
        this.tops = tops;
        this.factors = factors;
        this.weights = weights;
        this.shapes = shapes;
    }

    /**
     * Draws layers.
     *
     * @param from the depth below the sea floor at which they begin, in m
     * @param to the depth that they reach, in m
     * @param contrast standard deviation of the logarithm of their factor
     */
    static Strata draw(
            LayerConfig config,
            double contrast,
            double from,
            double to,
            Extent extent,
            RandomGenerator layers,
            RandomGenerator contrasts) {
        Undulation[] shapes = new Undulation[SHAPES];
        Memory[] changes = new Memory[SHAPES];
        for (int m = 0; m < SHAPES; m++) {
            shapes[m] = extent.gentle(layers);
            changes[m] = new Memory(PERSISTENCE, layers);
        }
        Memory sizes = new Memory(config.memory(), layers);
        Memory rocks = new Memory(config.memory(), contrasts);
        List<Double> tops = new ArrayList<>(List.of(from));
        List<Double> factors = new ArrayList<>();
        List<double[]> weights = new ArrayList<>();
        for (double depth = from; depth < to; ) {
            depth += config.thickness() * StrictMath.exp(config.spread() * sizes.next());
            tops.add(depth);
            factors.add(StrictMath.exp(contrast * rocks.next()));
            weights.add(Arrays.stream(changes)
                    .mapToDouble(change -> WEIGHT * config.taper() * change.next())
                    .toArray());
        }
        return new Strata(
                tops.stream().mapToDouble(Double::doubleValue).toArray(),
                factors.stream().mapToDouble(Double::doubleValue).toArray(),
                weights.toArray(double[][]::new),
                shapes);
    }

    int count() {
        return factors.length;
    }

    /** How many layers begin above a depth below the sea floor, at least one. */
    int layersAbove(double depth) {
        return Math.max(1, (int)
                Arrays.stream(tops, 0, count()).filter(top -> top < depth).count());
    }

    /** How much faster than the trend a layer is. */
    double factor(int layer) {
        return factors[layer];
    }

    /** The depth of the middle of a layer below the sea floor when it was deposited, in m. */
    double middle(int layer) {
        return (tops[layer] + tops[layer + 1]) / 2;
    }

    double thickness(int layer) {
        return tops[layer + 1] - tops[layer];
    }

    /** The depths of the lower boundaries of the layers at one place in m, not decreasing. */
    double[] bottoms(double x) {
        double[] heights =
                Arrays.stream(shapes).mapToDouble(shape -> shape.at(x)).toArray();
        double[] bottoms = new double[count()];
        double depth = tops[0];
        for (int k = 0; k < bottoms.length; k++) {
            double share = 1;
            for (int m = 0; m < SHAPES; m++) {
                share += weights[k][m] * heights[m];
            }
            depth += thickness(k) * Math.max(0, share);
            bottoms[k] = depth;
        }
        return bottoms;
    }
}
