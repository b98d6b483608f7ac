package org.rote.plugins.dataset.geology.basin;

import java.util.List;
import java.util.Optional;

/**
 * A basin, with a velocity at every point. Nothing in it knows of a grid.
 *
 * @param seaFloor the sea floor, none where there is no water
 * @param waterVelocity in m/s
 * @param salt the body of salt, if there is one
 * @param saltVelocity in m/s
 * @param sequences from the youngest to the oldest
 * @param compaction the trend of the velocity
 * @param texture the variation inside the layers
 * @param deviation standard deviation of the variation, relative to the velocity
 * @param slowest least velocity of sediment in m/s
 * @param fastest largest velocity of sediment in m/s
 */
record Basin(
        Optional<Surface> seaFloor,
        double waterVelocity,
        Optional<Salt> salt,
        double saltVelocity,
        List<Sequence> sequences,
        Compaction compaction,
        Texture texture,
        double deviation,
        double slowest,
        double fastest) {

    /**
     * Velocities down one vertical line.
     *
     * @param x where, in m
     * @param step distance between samples in m
     * @param out receives the velocities in m/s from depth 0 downward
     * @param offset where the first one goes
     * @param count how many
     */
    void column(double x, double step, double[] out, int offset, int count) {
        double floor = seaFloor.map(surface -> surface.depth(x)).orElse(0.0);
        double roof = salt.map(body -> body.moved(x)).orElse(0.0);
        double lift = salt.map(body -> body.lift(x)).orElse(0.0);
        Texture.Line variation = texture.at(x);
        Sequence.Column[] columns =
                sequences.stream().map(sequence -> sequence.at(x)).toArray(Sequence.Column[]::new);
        for (int i = 0; i < count; i++) {
            double z = i * step;
            if (z < floor) {
                out[offset + i] = waterVelocity;
            } else if (salt.isPresent() && salt.get().outline().contains(x, z - roof)) {
                out[offset + i] = saltVelocity;
            } else {
                double uplift = lift == 0 ? 0 : lift * salt.get().share(z, floor);
                out[offset + i] = sediment(z - floor, uplift, columns, variation);
            }
        }
    }

    /** The velocity of sediment at a depth below the sea floor. */
    private double sediment(double depth, double uplift, Sequence.Column[] columns, Texture.Line variation) {
        double deposited = depth + uplift;
        int s = -1;
        do {
            s++;
            deposited = columns[s].deposited(deposited);
        } while (!columns[s].holds(deposited));
        double velocity = columns[s].velocity(deposited, depth, compaction);
        double varied = velocity * (1 + deviation * variation.at(deposited));
        return Math.max(slowest, Math.min(fastest, varied));
    }
}
