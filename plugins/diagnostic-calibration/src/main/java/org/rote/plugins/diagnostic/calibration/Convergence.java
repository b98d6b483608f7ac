package org.rote.plugins.diagnostic.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rote.spi.Case;
import org.rote.spi.Diagnostic;
import org.rote.spi.Draws;
import org.rote.spi.Finding;
import org.rote.spi.Value;

/**
 * Whether chains have mixed, by {@link Mixing} of every one of the {@link Quantities}: R̂, effective sample sizes of bulk and tail, Monte Carlo standard error of the mean.
 *
 * <p>Each of the {@link Chains} is split in halves.
 *
 * <p>Memory: eight bytes for each draw and quantity. Cost: see {@link Mixing#of}, for each quantity.
 */
final class Convergence implements Diagnostic {

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
        private final Chains chains = new Chains();

        Reading(Case subject) {
            this.subject = subject;
            this.quantities = new Quantities(subject, config.quantities());
        }

        @Override
        public void accept(Draws draws) {
            chains.add(draws);
            rows.addAll(quantities.of(draws));
        }

        @Override
        public Conclusion conclude() {
            if (rows.size() < Chains.SHORTEST) {
                return new Conclusion(
                        List.of(Finding.info(
                                "draws",
                                Value.of(rows.size()),
                                "1",
                                "too few to ask for convergence, which takes at least " + Chains.SHORTEST)),
                        List.of());
            }
            int[][] sequences = chains.halves();
            List<Mixing> mixings = subject.executor().map(quantities.count(), q -> {
                double[] column = Quantities.column(rows, q);
                return Mixing.of(Arrays.stream(sequences)
                        .map(sequence -> Arrays.stream(sequence)
                                .mapToDouble(k -> column[k])
                                .toArray())
                        .toArray(double[][]::new));
            });
            return new ConvergenceEvidence(subject, quantities, mixings, sequences, chains.areAlone()).conclusion(rows);
        }
    }
}
