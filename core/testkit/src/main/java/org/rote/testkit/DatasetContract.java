package org.rote.testkit;

import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.rote.spi.Dataset;
import org.rote.spi.Space;

/**
 * What every {@link Dataset} must do. A test of one says how it is built:
 *
 * <pre>{@code
 * class HillsContractTest extends DatasetContract {
 *     protected Space space() { return Space.vector(12); }
 *     protected Dataset dataset() { return new HillsFactory().create(new HillsConfig(5), TestContext.in(space())); }
 * }
 * }</pre>
 *
 * <p>Checked: the space is the one asked for; the count; outputs overwritten whole (they come filled with NaN) with finite values; the same bits whatever is read
 * before, from two threads at once, and from a second data set made the same way; an index that does not exist is refused; closing twice.
 *
 * <p>Cost: every model is read some ten times, so give a small set.
 */
public abstract class DatasetContract extends SeededContract<Dataset> {

    private static final int ROUNDS = 4;

    /** For subclasses. */
    protected DatasetContract() {}

    /**
     * The space in which the models must live.
     *
     * @return the same space each time
     */
    protected abstract Space space();

    /**
     * Builds the data set under test in {@link #space()}. Called once or twice for each test; what is {@link AutoCloseable} is closed after it.
     *
     * @return the data set, of two models or more
     */
    protected abstract Dataset dataset();

    @Override
    final Dataset build() {
        return dataset();
    }

    @Test
    void livesInTheSpaceItWasMadeFor() {
        Dataset dataset = subject();
        Optional<String> mismatch = space().mismatch(dataset.space());
        compare.holds(mismatch.isEmpty(), "space(): " + mismatch.orElse(""));
        compare.holds(dataset.space().equals(dataset.space()), "space() changes from call to call");
    }

    @Test
    void countsItsModelsTheSameEachTime() {
        Dataset dataset = subject();
        int count = dataset.count();
        compare.holds(count >= 2, "count() is " + count + "; the contract needs two models to tell them apart");
        read(dataset, 0);
        compare.holds(dataset.count() == count, "count() changes from call to call");
    }

    @Test
    void overwritesOutputsWholeWithFiniteValues() {
        Dataset dataset = subject();
        for (int index = 0; index < dataset.count(); index++) {
            compare.finite("model " + index, read(dataset, index));
        }
    }

    @Test
    void givesTheSameModelsInAnyOrder() {
        Dataset dataset = subject();
        int last = dataset.count() - 1;
        double[] forward = readAll(dataset, i -> i);
        compare.sameBits("models read backward", forward, readAll(dataset, i -> last - i));
        int[] shuffled = shuffled(dataset.count());
        compare.sameBits("models read in a random order", forward, readAll(dataset, i -> shuffled[i]));
        compare.sameBits("models read forward again", forward, readAll(dataset, i -> i));
    }

    @Test
    void givesTheSameModelsWhenTwoThreadsReadAtOnce() throws Exception {
        double[] expected = readAllAnew();
        int last = subject().count() - 1;
        for (int round = 0; round < ROUNDS; round++) {
            List<double[]> results =
                    Together.run(() -> readAll(subject(), i -> i), () -> readAll(subject(), i -> last - i));
            compare.sameBits("two threads at once, forward", expected, results.get(0));
            compare.sameBits("two threads at once, backward", expected, results.get(1));
        }
    }

    @Test
    void givesTheSameModelsWhenMadeAgain() throws Exception {
        compare.sameBits("a second data set made the same way", readAll(subject(), i -> i), readAllAnew());
    }

    @Test
    void refusesIndicesThatDoNotExist() {
        Dataset dataset = subject();
        for (int index : new int[] {-1, dataset.count(), Integer.MAX_VALUE}) {
            try {
                read(dataset, index);
            } catch (IndexOutOfBoundsException expected) {
                continue;
            }
            compare.holds(
                    false,
                    "read(" + index + ", out) of " + dataset.count()
                            + " models must throw an IndexOutOfBoundsException, and returned");
        }
    }

    @Test
    void closesTwice() throws Exception {
        Dataset dataset = subject();
        read(dataset, 0);
        close(dataset);
        close(dataset);
    }

    private static void close(Dataset dataset) throws Exception {
        if (dataset instanceof AutoCloseable resource) {
            resource.close();
        }
    }

    /** All models of a data set of its own. */
    private double[] readAllAnew() throws Exception {
        Dataset dataset = dataset();
        try {
            return readAll(dataset, i -> i);
        } finally {
            close(dataset);
        }
    }

    private double[] read(Dataset dataset, int index) {
        double[] out = Vectors.poisoned(space().size());
        dataset.read(index, out);
        return out;
    }

    /** All models, stored in the order of their indices, read in another. */
    private double[] readAll(Dataset dataset, IntUnaryOperator order) {
        int size = space().size();
        double[] all = new double[dataset.count() * size];
        for (int i = 0; i < dataset.count(); i++) {
            int index = order.applyAsInt(i);
            System.arraycopy(read(dataset, index), 0, all, index * size, size);
        }
        return all;
    }

    private int[] shuffled(int count) {
        RandomGenerator random = random("order");
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
