package org.rote.plugins.format.arrays;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rote.arrays.ArrayFileException;
import org.rote.arrays.ElementType;
import org.rote.arrays.NpyReader;
import org.rote.numerics.input.Take;

/**
 * The wanted models of an array file, as they lie there. Safe to use from several threads at once.
 *
 * <p>A plain file in C order is read where it is asked for. A compressed one, or one in Fortran order, is read forward once at no cost in memory; the first step backward
 * loads the wanted models into memory (4 bytes a number where that is exact, else 8), if they take no more than a quarter of the heap. Where they do not, each step backward
 * starts the file again.
 */
final class StoredModels implements AutoCloseable {

    private static final int SHARE_OF_HEAP = 4;

    private final NpyReader reader;
    private final Take.Selection selection;
    private final int size;
    private final boolean exactAsFloat;
    private final long memory;

    private long next;
    private Loaded[] loaded = {};
    private boolean closed;

    /**
     * Takes over an open file.
     *
     * @param reader the file; closed by this
     * @param selection the wanted models
     * @param size how many numbers a model has
     */
    StoredModels(NpyReader reader, Take.Selection selection, int size) {
        this(reader, selection, size, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    /** @param memory how many bytes loaded models may take */
    StoredModels(NpyReader reader, Take.Selection selection, int size, long memory) {
        this.reader = reader;
        this.selection = selection;
        this.size = size;
        this.memory = memory;
        ElementType type = reader.header().type();
        this.exactAsFloat = type == ElementType.FLOAT32 || type.bytes() <= 2;
    }

    /** What makes these models slow to read in any order but their own, if anything does. */
    Optional<String> doubt() {
        if (reader.isRandomAccess() || fits()) {
            return Optional.empty();
        }
        return Optional.of(
                "the models take " + bytes() / 1_000_000 + " MB, too much to keep in memory, and a file that is"
                        + " compressed or in Fortran order can only be read from its beginning, so that reading them in another order will be slow;"
                        + " save it as a plain .npy file in C order, or give Java more memory");
    }

    private long bytes() {
        return (long) selection.count() * size * (exactAsFloat ? Float.BYTES : Double.BYTES);
    }

    private boolean fits() {
        return bytes() <= memory;
    }

    /**
     * Reads one model.
     *
     * @param index its number in the set
     * @param out receives its numbers in the order of the file
     * @throws IllegalStateException after closing
     */
    synchronized void read(int index, double[] out) throws ArrayFileException {
        if (closed) {
            throw new IllegalStateException("the data set is closed");
        }
        long model = selection.model(index);
        if (loaded.length == 0 && model < next && !reader.isRandomAccess() && fits()) {
            load();
        }
        if (loaded.length > 0) {
            loaded[index].copy(out);
        } else {
            reader.read(model * size, size, out, 0);
            next = model + 1;
        }
    }

    /** One pass through the file, whatever the order in which the models are wanted. */
    private void load() throws ArrayFileException {
        Loaded[] models = new Loaded[selection.count()];
        int[] inFileOrder = IntStream.range(0, models.length)
                .boxed()
                .sorted(Comparator.comparingLong(selection::model))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int index : inFileOrder) {
            models[index] = load(selection.model(index) * size);
        }
        loaded = models;
    }

    private Loaded load(long first) throws ArrayFileException {
        if (exactAsFloat) {
            float[] numbers = new float[size];
            reader.read(first, size, numbers, 0);
            return out -> {
                for (int i = 0; i < numbers.length; i++) {
                    out[i] = numbers[i];
                }
            };
        }
        double[] numbers = new double[size];
        reader.read(first, size, numbers, 0);
        return out -> System.arraycopy(numbers, 0, out, 0, numbers.length);
    }

    @Override
    public synchronized void close() throws ArrayFileException {
        closed = true;
        loaded = new Loaded[0];
        reader.close();
    }

    /** A model in memory. */
    private interface Loaded {
        void copy(double[] out);
    }
}
