package org.rote.plugins.diagnostic.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rote.spi.Case;
import org.rote.spi.Diagnostic;
import org.rote.spi.Draws;
import org.rote.spi.Finding;
import org.rote.spi.Value;

/**
 * Whether chains have mixed, by {@link Mixing} of every one of the {@link Quantities}: R̂, effective sample sizes of bulk and tail, Monte Carlo standard error of the mean.
 *
 * <p>Draws with different values of the trace {@code chain} belong to different chains; without it, and where no chain is long enough to be halved, all draws are one sequence in the order they were made. Each is split
 * in halves, the longest ones to the length of the shortest.
 *
 * <p>Memory: eight bytes for each draw and quantity. Cost: see {@link Mixing#of}, for each quantity.
 */
final class Convergence implements Diagnostic {

    /** Shortest chain that is halved; below it variances of halves say nothing. */
    static final int SHORTEST = 8;

    private final ConvergenceConfig config;

    Convergence(ConvergenceConfig config) {
        this.config = config;
    }

    @Override
    public Optional<String> inapplicable(Case subject) {
        return Optional.empty();
    }

    @Override
    public Examination examine(Case subject) {
        return new Reading(subject);
    }

    private final class Reading implements Examination {

        private final Case subject;
        private final Quantities quantities;
        private final List<double[]> rows = new ArrayList<>();
        private final Map<Double, List<Integer>> chains = new LinkedHashMap<>();

        Reading(Case subject) {
            this.subject = subject;
            this.quantities = new Quantities(subject, config.quantities());
        }

        @Override
        public void accept(Draws draws) {
            Optional<double[]> chain = Optional.ofNullable(draws.traces().get("chain"));
            for (int k = 0; k < draws.count(); k++) {
                int draw = k;
                double name = chain.map(trace -> trace[draw]).orElse(0.0);
                chains.computeIfAbsent(name, any -> new ArrayList<>()).add(rows.size() + k);
            }
            rows.addAll(quantities.of(draws));
        }

        @Override
        public Conclusion conclude() {
            if (rows.size() < SHORTEST) {
                return new Conclusion(
                        List.of(Finding.info(
                                "draws",
                                Value.of(rows.size()),
                                "1",
                                "too few to ask for convergence, which takes at least " + SHORTEST)),
                        List.of());
            }
            int[][] sequences = sequences();
            List<Mixing> mixings = subject.executor().map(quantities.count(), q -> {
                double[] column = Quantities.column(rows, q);
                return Mixing.of(Arrays.stream(sequences)
                        .map(sequence -> Arrays.stream(sequence)
                                .mapToDouble(k -> column[k])
                                .toArray())
                        .toArray(double[][]::new));
            });
            boolean areAlone = rows.size() > 1 && chains.size() == rows.size();
            return new ConvergenceEvidence(subject, quantities, mixings, sequences, areAlone).conclusion(rows);
        }

        /** Which draws make up each half of each chain. */
        private int[][] sequences() {
            List<List<Integer>> whole = chains.values().stream()
                    .filter(chain -> chain.size() >= SHORTEST)
                    .toList();
            if (whole.isEmpty()) {
                whole = List.of(IntStream.range(0, rows.size()).boxed().toList());
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
    }
}
