package org.rote.plugins.sampler.diffusion;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rote.spi.Draws;

/**
 * Draws of a finished batch that are still to be handed out.
 *
 * @param size numbers in a draw
 * @param values the draws, one after another
 * @param traces as many numbers by name as there are draws
 */
record Ready(int size, double[] values, Map<String, double[]> traces) {

    static Ready none(int size) {
        return new Ready(size, new double[0], Map.of());
    }

    int count() {
        return values.length / size;
    }

    Draws first(int limit) {
        return part(0, Math.min(limit, count())).draws();
    }

    Ready without(int taken) {
        return part(taken, count());
    }

    private Ready part(int from, int to) {
        Map<String, double[]> some = new LinkedHashMap<>();
        traces.forEach((name, trace) -> some.put(name, Arrays.copyOfRange(trace, from, to)));
        return new Ready(size, Arrays.copyOfRange(values, from * size, to * size), some);
    }

    private Draws draws() {
        return new Draws(count(), values, traces);
    }
}
