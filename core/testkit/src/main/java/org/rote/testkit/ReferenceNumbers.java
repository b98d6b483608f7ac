package org.rote.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * Numbers computed elsewhere, read from a JSON file, to hold results against:
 *
 * <pre>{@code
 * ReferenceNumbers reference = ReferenceNumbers.shared("stylized-1d.json");
 * double[][] score = reference.at("per_sigma", 0, "score").rows();
 * }</pre>
 *
 * <p>Keys and indices that do not exist, and values of another kind, throw {@link IllegalArgumentException} with the path.
 */
public final class ReferenceNumbers {

    private final String path;
    private final Object value;

    private ReferenceNumbers(String path, Object value) {
        this.path = path;
        this.value = value;
    }

    /**
     * Reads a JSON file.
     *
     * @param file the file, UTF-8
     * @return its outermost value
     * @throws IllegalArgumentException when it is no JSON; says at which character
     */
    public static ReferenceNumbers read(Path file) {
        try {
            return new ReferenceNumbers(file.getFileName().toString(), Json.parse(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file of the folder {@code reference} in the directory named by the system property {@code rote.shared}, and skips the test where there is
     * none.
     *
     * @param name the file's name
     * @return its outermost value
     */
    public static ReferenceNumbers shared(String name) {
        Path file = Path.of(System.getProperty("rote.shared", "shared"), "reference", name);
        Assumptions.assumeTrue(Files.isReadable(file), () -> "no reference numbers at " + file);
        return read(file);
    }

    /**
     * Goes inwards.
     *
     * @param steps keys (strings) and indices (integers)
     * @return the value there
     */
    public ReferenceNumbers at(Object... steps) {
        ReferenceNumbers here = this;
        for (Object step : steps) {
            here = here.inner(step);
        }
        return here;
    }

    private ReferenceNumbers inner(Object step) {
        String where = path + "/" + step;
        if (step instanceof String key && value instanceof Map<?, ?> object && object.containsKey(key)) {
            return new ReferenceNumbers(where, object.get(key));
        }
        if (step instanceof Integer index && value instanceof List<?> list && index >= 0 && index < list.size()) {
            return new ReferenceNumbers(where, list.get(index));
        }
        throw new IllegalArgumentException("there is no " + where);
    }

    /**
     * How many values a list holds.
     *
     * @return the count
     */
    public int count() {
        return list().size();
    }

    /**
     * A number.
     *
     * @return the value
     */
    public double number() {
        if (value instanceof Double number) {
            return number;
        }
        throw new IllegalArgumentException(path + " is no number");
    }

    /**
     * A list of numbers.
     *
     * @return a new array
     */
    public double[] numbers() {
        double[] numbers = new double[count()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = inner(i).number();
        }
        return numbers;
    }

    /**
     * A list of lists of numbers.
     *
     * @return a new array
     */
    public double[][] rows() {
        double[][] rows = new double[count()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = inner(i).numbers();
        }
        return rows;
    }

    private List<?> list() {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException(path + " is no list");
    }
}
