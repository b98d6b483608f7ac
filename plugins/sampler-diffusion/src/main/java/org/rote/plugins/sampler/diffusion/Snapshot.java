package org.rote.plugins.sampler.diffusion;

import java.util.Map;
import java.util.TreeMap;
import org.rote.spi.ChainState;

/** Reads a chain's state; says so when it is another chain's. */
record Snapshot(ChainState state) {

    boolean has(String name) {
        return state.arrays().containsKey(name);
    }

    /** A copy of an array. */
    double[] array(String name) {
        double[] values = state.arrays().get(name);
        if (values == null) {
            throw new IllegalArgumentException("chain state has no array \"" + name
                    + "\", so it is not that of a reverse process: arrays="
                    + state.arrays().keySet());
        }
        return values.clone();
    }

    /** Copies of the arrays whose names begin so, without that beginning. */
    Map<String, double[]> under(String prefix) {
        Map<String, double[]> arrays = new TreeMap<>();
        for (String name : state.arrays().keySet()) {
            if (name.startsWith(prefix)) {
                arrays.put(name.substring(prefix.length()), array(name));
            }
        }
        return arrays;
    }
}
