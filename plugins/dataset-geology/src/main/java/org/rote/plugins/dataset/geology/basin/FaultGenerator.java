package org.rote.plugins.dataset.geology.basin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws the faults of a basin: most dip to one side, as they do where a basin is pulled apart, and no two at the same place. */
final class FaultGenerator {

    private static final double MOST_THROW = 0.25;
    private static final double SAME_SIDE = 0.75;
    private static final double DEEPEST_TIP = 0.3;
    /** Faults are drawn over this much of the width beyond either side. */
    private static final double BEYOND = 0.15;

    private static final double SHALLOWEST_DETACHMENT = 0.5;
    private static final double DEEPEST_DETACHMENT = 1.1;
    private static final double SHORTEST_REACH = 0.6;
    private static final double LONGEST_REACH = 2;

    private final FaultConfig config;
    private final Extent below;
    private final RandomGenerator random;
    private final int main;
    /** For each fault, the middle of its place in m, in a random order. */
    private final List<Double> places = new ArrayList<>();
    /** For each fault, the sequence before which it moved last. */
    private final List<Integer> ages = new ArrayList<>();

    FaultGenerator(FaultConfig config, Extent below, int sequences, RandomGenerator random) {
        this.config = config;
        this.below = below;
        this.random = random;
        this.main = random.nextBoolean() ? 1 : -1;
        int count = Ranges.drawNumber(config.number(), random);
        double room = below.width() * (1 + 2 * BEYOND) / Math.max(1, count);
        for (int f = 0; f < count; f++) {
            places.add(room * (f + random.nextDouble()) - BEYOND * below.width());
            ages.add(random.nextInt(sequences));
        }
        // the oldest fault is not always the leftmost one
        for (int f = count - 1; f > 0; f--) {
            Collections.swap(places, f, random.nextInt(f + 1));
        }
    }

    /**
     * The faults that moved last while a sequence was deposited, or soon after.
     *
     * @param sequence its number, 0 for the youngest
     * @param top the depth of deposition of what lies on it, 0 for the sea floor; older faults end there
     */
    List<GrowthFault> of(int sequence, double top) {
        List<GrowthFault> faults = new ArrayList<>();
        for (int f = 0; f < places.size(); f++) {
            if (ages.get(f) == sequence) {
                faults.add(draw(places.get(f), sequence, top));
            }
        }
        return List.copyOf(faults);
    }

    private GrowthFault draw(double place, int sequence, double top) {
        double depth = below.depth();
        double displacement = Math.min(Ranges.drawLogarithmically(config.displacement(), random), MOST_THROW * depth);
        double slope = StrictMath.tan(Ranges.draw(config.dip(), random));
        boolean isListric = random.nextDouble() < config.listric();
        double detachment = depth * random.nextDouble(SHALLOWEST_DETACHMENT, DEEPEST_DETACHMENT);
        double reach = depth / slope * random.nextDouble(SHORTEST_REACH, LONGEST_REACH);
        double growth = Math.max(Ranges.draw(config.growth(), random), GrowthFault.LEAST_GROWTH * displacement);
        double hidden = random.nextDouble();
        // old faults had grown to their throw, or a part of it, when erosion cut them
        double tip = sequence == 0 ? DEEPEST_TIP * depth * hidden : top - growth * hidden;
        int side = random.nextDouble() < SAME_SIDE ? main : -main;
        return new GrowthFault(
                place,
                top,
                side,
                slope,
                isListric ? detachment : Double.POSITIVE_INFINITY,
                displacement,
                reach,
                tip,
                growth);
    }
}
