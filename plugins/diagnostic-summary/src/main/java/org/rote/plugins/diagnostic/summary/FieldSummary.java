package org.rote.plugins.diagnostic.summary;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Space;

/**
 * What is known of a posterior over a field.
 *
 * @param space the space of the fields
 * @param truth the true model
 * @param mean the posterior mean, or the estimate where there is one draw only
 * @param deviation the posterior standard deviation; empty where there is one draw only
 * @param draws the first draws
 * @param nearest the nearest training model
 */
record FieldSummary(
        Space space,
        Optional<double[]> truth,
        double[] mean,
        Optional<double[]> deviation,
        List<double[]> draws,
        Optional<double[]> nearest) {

    /**
     * As people look at it: speeds of waves as velocity, everything else as it is. The standard deviation is that of the velocity to first order, |dv/dm| at the mean times that
     * of m: slowness v² and squared slowness ½ v³ times it. Values that are no speed of a wave, such as negative ones, are NaN.
     */
    FieldSummary pictured() {
        Optional<WaveSpeed> speed = WaveSpeed.of(space).filter(given -> given != WaveSpeed.VELOCITY);
        if (speed.isEmpty()) {
            return this;
        }
        WaveSpeed given = speed.get();
        double[] velocity = velocity(given, mean);
        return new FieldSummary(
                WaveSpeed.VELOCITY.in(space),
                truth.map(field -> velocity(given, field)),
                velocity,
                deviation.map(field -> spread(given, velocity, field)),
                draws.stream().map(field -> velocity(given, field)).toList(),
                nearest.map(field -> velocity(given, field)));
    }

    private static double[] velocity(WaveSpeed given, double[] field) {
        double[] velocity = new double[field.length];
        Arrays.setAll(velocity, i -> field[i] > 0 ? given.convert(field[i], WaveSpeed.VELOCITY) : Double.NaN);
        return velocity;
    }

    private static double[] spread(WaveSpeed given, double[] velocity, double[] deviation) {
        double[] spread = new double[velocity.length];
        Arrays.setAll(spread, i -> derivative(given, velocity[i]) * deviation[i]);
        return spread;
    }

    /** |dv/dm| where the velocity is v. */
    private static double derivative(WaveSpeed given, double v) {
        return switch (given) {
            case VELOCITY -> 1;
            case SLOWNESS -> v * v;
            case SQUARED_SLOWNESS -> v * v * v / 2;
        };
    }
}
