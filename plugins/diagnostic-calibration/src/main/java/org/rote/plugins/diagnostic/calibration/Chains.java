package org.rote.plugins.diagnostic.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rote.spi.Draws;

/** Which draws belong to which chain, by the trace {@code chain}; without it, and where no chain is long enough to be halved, all draws are one chain in the order they were made. */
final class Chains {

    /** Shortest chain that is halved; below it variances of halves say nothing. */
    static final int SHORTEST = 8;

    /** The most quantities that are asked how much draws depend on each other. */
    private static final int MOST_ASKED = 32;

    private final Map<Double, List<Integer>> chains = new LinkedHashMap<>();
    private int count;

    void add(Draws draws) {
        Optional<double[]> chain = Optional.ofNullable(draws.traces().get("chain"));
        for (int k = 0; k < draws.count(); k++) {
            int draw = k;
            double name = chain.map(trace -> trace[draw]).orElse(0.0);
            chains.computeIfAbsent(name, any -> new ArrayList<>()).add(count++);
        }
    }

    int count() {
        return count;
    }

    /** Whether every draw is a chain of its own. */
    boolean areAlone() {
        return count > 1 && chains.size() == count;
    }

    /** Which draws make up each half of each chain, the longest chains cut to the length of the shortest. */
    int[][] halves() {
        List<List<Integer>> whole = chains.values().stream()
                .filter(chain -> chain.size() >= SHORTEST)
                .toList();
        if (whole.isEmpty()) {
            whole = List.of(IntStream.range(0, count).boxed().toList());
        }
        int half = whole.stream().mapToInt(List::size).min().orElseThrow() / 2;
        int[][] halves = new int[2 * whole.size()][];
        for (int c = 0; c < whole.size(); c++) {
            List<Integer> chain = whole.get(c);
            int size = chain.size();
            halves[2 * c] = indices(chain.subList(0, half));
            halves[2 * c + 1] = indices(chain.subList(size - half, size));
        }
        return halves;
    }

    private static int[] indices(List<Integer> of) {
        return of.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Every how many draws are about independent: draws over the bulk effective sample size (Talts et al., 2018), at the lower quartile of up to 32 quantities.
     *
     * @param rows the quantities of every draw
     * @return at least 1
     */
    int spacing(List<double[]> rows) {
        if (count < SHORTEST || areAlone()) {
            return 1;
        }
        int[][] halves = halves();
        double[] effective = Arrays.stream(Subset.spread(rows.get(0).length, MOST_ASKED))
                .mapToDouble(q -> Mixing.effective(Mixing.rankNormalised(Arrays.stream(halves)
                        .map(half -> Arrays.stream(half)
                                .mapToDouble(k -> rows.get(k)[q])
                                .toArray())
                        .toArray(double[][]::new))))
                .sorted()
                .toArray();
        double asked = (double) halves.length * halves[0].length;
        return (int) Math.max(1, Math.round(asked / effective[(effective.length - 1) / 4]));
    }
}
