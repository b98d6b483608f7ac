package org.rote.plugins.dataset.geology.basin;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.rote.plugins.dataset.geology.section.Undulation;

/**
 * Draws the salt of a basin.
 *
 * @param config what it is like
 * @param extent of the section
 * @param floor mean depth of the sea floor in m
 */
record SaltGenerator(SaltConfig config, Extent extent, double floor) {

    private static final double WIDEST = 2.0 / 3;
    /** How far below the section the foot of a diapir is, and how deep a closed body reaches, as shares of the depth. */
    private static final double BELOW_THE_SECTION = 1.25;

    private static final double SHALLOWEST_FOOT = 0.55;
    private static final double DEEPEST_FOOT = 0.95;
    private static final double LEAST_NECK = 0.3;
    private static final double MOST_NECK = 0.75;
    private static final double LEAST_LIFT = 0.4;
    private static final double MOST_LIFT = 0.8;
    private static final double RIGHTMOST = 0.85;
    private static final double MOST_LEAN = 0.5;
    private static final double SHORTEST_WOBBLE = 0.6;
    private static final double LONGEST_WOBBLE = 2;
    private static final double ROUGHNESS = 0.12;

    /** The salt, if there is any. */
    Optional<Salt> draw(RandomGenerator random) {
        boolean isThere = random.nextDouble() < config.probability();
        return isThere ? Optional.of(body(random)) : Optional.empty();
    }

    private Salt body(RandomGenerator random) {
        double below = extent.depth() - floor;
        boolean isDetached = random.nextDouble() < config.detached();
        double width = Math.min(Ranges.draw(config.width(), random), WIDEST * extent.width());
        double crest = floor + below * Ranges.draw(config.top(), random);
        double foot = isDetached
                ? crest + (extent.depth() - crest) * random.nextDouble(SHALLOWEST_FOOT, DEEPEST_FOOT)
                : crest + (extent.depth() - crest) * BELOW_THE_SECTION;
        double height = foot - crest;
        double x = extent.width() * random.nextDouble(1 - RIGHTMOST, RIGHTMOST);
        double lean = width * random.nextDouble(-MOST_LEAN, MOST_LEAN);
        double neck = isDetached ? LEAST_NECK * random.nextDouble() : random.nextDouble(LEAST_NECK, MOST_NECK);
        double lift = (crest - floor) * random.nextDouble(LEAST_LIFT, MOST_LIFT);
        Undulation wobble = Undulation.draw(random, height, SHORTEST_WOBBLE, LONGEST_WOBBLE);
        return new Salt(
                SaltOutline.of(x, crest, foot, width / 2, neck, lean, wobble),
                x,
                width / 2,
                lift,
                extent.undulation(random, width / 3, width),
                ROUGHNESS * width * random.nextDouble());
    }
}
