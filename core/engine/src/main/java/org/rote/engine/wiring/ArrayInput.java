package org.rote.engine.wiring;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import org.rote.arrays.ArrayFileException;
import org.rote.arrays.NpyHeader;
import org.rote.arrays.NpyReader;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Space;

/** Reads arrays that a user gave for a space, and says what does not fit. */
public final class ArrayInput {

    private ArrayInput() {}

    /**
     * Reads an array file that holds one point of a space.
     *
     * @param key the key that named the file
     * @param file a NumPy file of the space's shape, or flat with as many elements
     * @param space the space
     * @return the values; complex ones as pairs
     * @throws InvalidInputException when it cannot be read or does not fit
     */
    public static double[] read(String key, Path file, Space space) {
        try (NpyReader reader = NpyReader.open(file)) {
            requireFit(key, reader.header(), space);
            double[] values = reader.readAll();
            requireFinite(key, values, space);
            return values;
        } catch (ArrayFileException e) {
            InvalidInputException invalid = new InvalidInputException(key, e.path() + ": " + e.problem(), e.fix());
            invalid.initCause(e);
            throw invalid;
        }
    }

    private static void requireFit(String key, NpyHeader header, Space space) {
        boolean complex = space.element().doubles() == 2;
        if (header.type().isComplex() != complex) {
            throw new InvalidInputException(
                    key,
                    "holds " + (complex ? "real" : "complex") + " numbers ("
                            + header.type().code() + "), needed are " + (complex ? "complex" : "real") + " ones: "
                            + space.describe(),
                    complex ? "save the array as complex128" : "save the array as float64");
        }
        long[] wanted = Arrays.stream(space.shape()).asLongStream().toArray();
        long[] found = header.shape().lengths();
        boolean sameCount = header.shape().elements() == Arrays.stream(wanted).reduce(1, (a, b) -> a * b);
        if (!sameCount || !(Arrays.equals(wanted, found) || found.length <= 1 || wanted.length <= 1)) {
            throw new InvalidInputException(
                    key,
                    "holds an array of shape " + Arrays.toString(found) + ", needed is " + Arrays.toString(wanted)
                            + ": " + space.describe(),
                    "save the array with this shape, axes in this order");
        }
    }

    /**
     * Checks values that were written down.
     *
     * @param key the key that holds them
     * @param values the values
     * @param space the space
     * @return the same values
     * @throws InvalidInputException when there are more or fewer, or one is not finite
     */
    static double[] requireFit(String key, double[] values, Space space) {
        if (values.length != space.size()) {
            throw new InvalidInputException(
                    key,
                    "holds " + values.length + " values, needed are " + space.size() + ": " + space.describe(),
                    "give one value for each element, in this order");
        }
        requireFinite(key, values, space);
        return values;
    }

    private static void requireFinite(String key, double[] values, Space space) {
        OptionalInt bad = NonFinite.first(values, 0, values.length);
        if (bad.isPresent()) {
            throw new InvalidInputException(
                    key,
                    "must be finite, got " + values[bad.getAsInt()] + " at " + NonFinite.place(space, bad.getAsInt()),
                    "replace the value");
        }
    }
}
