package org.rote.plugins.sampler.optimization;

import java.util.ArrayList;
import java.util.List;
import org.rote.spi.Sink;
import org.rote.spi.Value;

/**
 * How an inversion went, as the sampler keeps it beside its estimate: array {@code history}, [entry][column] with the columns iteration, stage, objective, misfit, gradient, evaluations. Each stage has an entry for where
 * it begins, with the iteration that the one before ended with, and one for each of its iterations.
 */
final class History {

    static final String NAME = "history";

    private static final int COLUMNS = 6;

    private final List<Entry> entries;

    /**
     * A line of it.
     *
     * @param iteration iterations done, of all stages
     * @param stage number of the stage, from 0
     * @param objective what the stage minimizes
     * @param misfit squared residual over noise variance of all data without a filter, a mean over the data: about 1 for noise
     * @param gradient largest component of the objective's gradient that is not held by a bound, in nats per unit of the model
     * @param evaluations linearizations done, of all stages
     */
    record Entry(int iteration, int stage, double objective, double misfit, double gradient, int evaluations) {

        private double[] columns() {
            return new double[] {iteration, stage, objective, misfit, gradient, evaluations};
        }

        private static Entry of(double[] values, int first) {
            return new Entry(
                    (int) values[first],
                    (int) values[first + 1],
                    values[first + 2],
                    values[first + 3],
                    values[first + 4],
                    (int) values[first + 5]);
        }
    }

    History() {
        this(List.of());
    }

    private History(List<Entry> entries) {
        this.entries = entries;
    }

    /** Goes on from what {@link #values} gave. */
    static History of(double[] values) {
        List<Entry> entries = new ArrayList<>();
        for (int first = 0; first < values.length; first += COLUMNS) {
            entries.add(Entry.of(values, first));
        }
        return new History(entries);
    }

    /** Whether an array has the shape of a history. */
    static boolean fits(Value value) {
        return value.shape().length == 2 && value.shape()[0] > 0 && value.shape()[1] == COLUMNS;
    }

    History with(Entry entry) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(entry);
        return new History(more);
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    Entry last() {
        return entries.get(entries.size() - 1);
    }

    /** The entry with which a stage began. */
    Entry begin(int stage) {
        return entries.stream()
                .filter(entry -> entry.stage() == stage)
                .findFirst()
                .orElseThrow();
    }

    double[] values() {
        return entries.stream()
                .flatMapToDouble(entry -> java.util.Arrays.stream(entry.columns()))
                .toArray();
    }

    void send(Sink sink) {
        sink.array(NAME, new int[] {entries.size(), COLUMNS}, values());
    }
}
