package org.rote.spi;

import java.util.Map;
import java.util.TreeMap;

/**
 * Some consecutive draws and what is known of each.
 *
 * @param count number of draws
 * @param values the draws, one after another, {@code count} times the size of the space
 * @param traces scalars of each draw by name ({@code component}, {@code log-weight}, {@code misfit} …): arrays of {@code count} numbers. A chain gives the same names with
 *     every batch
 */
public record Draws(int count, double[] values, Map<String, double[]> traces) {

    /** Checks lengths; throws {@link IllegalArgumentException} when a trace has another count. */
    public Draws {
        traces = java.util.Collections.unmodifiableMap(new TreeMap<>(traces));
        if (count < 0 || (count == 0 ? values.length != 0 : values.length % count != 0)) {
            throw new IllegalArgumentException("draws: count=" + count + ", values.length=" + values.length);
        }
        traces.forEach((name, trace) -> {
            if (trace.length != count) {
                throw new IllegalArgumentException(
                        "draws: trace " + name + " has " + trace.length + " numbers for " + count + " draws");
            }
        });
    }

    /**
     * Draws without traces.
     *
     * @param count number of draws
     * @param values the draws, one after another
     */
    public Draws(int count, double[] values) {
        this(count, values, Map.of());
    }
}
