package org.rote.plugins.dataset.geology.basin;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Layers without a gap in time, and what has happened to them since the next younger sequence began. All depths are below the sea floor.
 *
 * @param strata the layers
 * @param channels in them
 * @param fold how they were bent, before the faults
 * @param faults from the youngest to the oldest
 * @param base the unconformity below, in depths of deposition; none below the oldest sequence
 */
record Sequence(Strata strata, List<Channel> channels, Fold fold, List<GrowthFault> faults, Optional<Surface> base) {

    /**
     * The sequence below one place.
     *
     * @param x the place in m
     * @return the column
     */
    Column at(double x) {
        return new Column(
                this,
                faults.stream().map(fault -> fault.at(x)).toArray(GrowthFault.Line[]::new),
                fold.shift(x),
                fold.stretch(x),
                base.map(surface -> surface.depth(x)).orElse(Double.POSITIVE_INFINITY),
                strata.bottoms(x),
                channels.stream().mapToDouble(channel -> channel.depth(x)).toArray());
    }

    /** What is the same for all rock below one place. */
    record Column(
            Sequence sequence,
            GrowthFault.Line[] faults,
            double shift,
            double stretch,
            double base,
            double[] bottoms,
            double[] incisions) {

        /** The depth of deposition of what is now at a depth below the sea floor, in m. */
        double deposited(double depth) {
            double before = depth;
            for (GrowthFault.Line fault : faults) {
                before = fault.before(before);
            }
            return (before - shift) / stretch;
        }

        /** Whether what was deposited at a depth belongs to this sequence, and not to one below. */
        boolean holds(double deposited) {
            return deposited < base;
        }

        /**
         * How fast what was deposited at a depth is now: the trend at the mean of the depth at which its layer was deposited and its own depth now, times the factor of its layer.
         */
        double velocity(double deposited, double depth, Compaction compaction) {
            double factor = 1;
            int layer = layer(deposited);
            for (int c = 0; c < incisions.length; c++) {
                Channel channel = sequence.channels.get(c);
                double below = deposited - top(channel.layer());
                if (below >= 0 && below < incisions[c]) {
                    layer = channel.layer();
                    factor = channel.factor();
                }
            }
            double burial = (sequence.strata.middle(layer) + depth) / 2;
            return factor * sequence.strata.factor(layer) * compaction.velocity(burial);
        }

        private int layer(double deposited) {
            int found = Arrays.binarySearch(bottoms, deposited);
            return Math.min(found >= 0 ? found + 1 : -1 - found, bottoms.length - 1);
        }

        private double top(int layer) {
            return layer == 0 ? Double.NEGATIVE_INFINITY : bottoms[layer - 1];
        }
    }
}
