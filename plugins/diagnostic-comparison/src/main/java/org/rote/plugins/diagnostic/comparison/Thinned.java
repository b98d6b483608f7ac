package org.rote.plugins.diagnostic.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.rote.spi.RunExecutor;

/** Evenly spaced ones of a sequence of unknown length: every one at first, and whenever that becomes too many, every other of those. */
final class Thinned {

    private final int most;
    private List<double[]> kept = new ArrayList<>();
    private long seen;
    private long stride = 1;

    Thinned(int most) {
        this.most = most;
    }

    /** Takes the next {@code count}; only those that are kept are made. */
    void accept(int count, IntFunction<double[]> made, RunExecutor executor) {
        List<Integer> wanted = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            if ((seen + k) % stride == 0) {
                wanted.add(k);
            }
        }
        kept.addAll(executor.map(wanted.size(), i -> made.apply(wanted.get(i))));
        seen += count;
        while (kept.size() > most) {
            List<double[]> fewer = new ArrayList<>();
            for (int i = 0; i < kept.size(); i += 2) {
                fewer.add(kept.get(i));
            }
            kept = fewer;
            stride *= 2;
        }
    }

    double[][] kept() {
        return kept.toArray(double[][]::new);
    }
}
