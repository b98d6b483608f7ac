package org.rote.plugins.format.arrays;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.OptionalDouble;
import org.rote.numerics.input.Conversion;
import org.rote.numerics.input.Take;
import org.rote.spi.Checks;
import org.rote.spi.InvalidInputException;

/** Reads the models of a text file. */
final class CsvModels {

    private static final int SHARE_OF_HEAP = 2;
    private static final String NUMBER_CHARACTERS = "+-.0123456789eE";

    private final CsvConfig config;
    private final int size;
    private final Conversion conversion;
    private final long most;

    /** @param size how many values a model has */
    CsvModels(CsvConfig config, int size, Conversion conversion) {
        this(config, size, conversion, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    /** @param memory how many bytes the models may take */
    CsvModels(CsvConfig config, int size, Conversion conversion, long memory) {
        this.config = config;
        this.size = size;
        this.conversion = conversion;
        this.most = memory / (Double.BYTES * (long) size);
    }

    /**
     * Reads the wanted models.
     *
     * @return the models in the order wanted
     * @throws InvalidInputException when the file cannot be read or holds what is no model; says in which line and column
     */
    double[][] read(Take take) {
        Map<Long, double[]> wanted = new HashMap<>();
        long rows = 0;
        try (CsvReader<CsvRecord> reader = open()) {
            Iterator<CsvRecord> records = reader.iterator();
            if (config.header() && records.hasNext()) {
                records.next();
            }
            for (; records.hasNext(); rows++) {
                CsvRecord row = records.next();
                if (take.contains(rows)) {
                    wanted.put(rows, model(row));
                    checkMemory(wanted.size());
                }
            }
        } catch (CsvParseException e) {
            throw because(
                    FileProblem.of(config.file(), "is no text with separators: " + e.getMessage(), "check the file"),
                    e);
        } catch (IOException | UncheckedIOException e) {
            throw because(FileProblem.of(config.file(), "reading failed: " + e.getMessage(), "check the file"), e);
        }
        Checks checks = new Checks();
        Take.Selection selection = take.of(rows, config.file().toString(), checks);
        checks.verify();
        double[][] models = new double[selection.count()][];
        for (int index = 0; index < models.length; index++) {
            models[index] = wanted.getOrDefault(selection.model(index), new double[0]);
        }
        return models;
    }

    private CsvReader<CsvRecord> open() throws IOException {
        // far more fields than a model has are still told as a row of the wrong length
        int mostFields = (int) Math.min(Integer.MAX_VALUE - 8, 1000 + 2L * size);
        return CsvReader.builder()
                .fieldSeparator(config.separator().charAt(0))
                .commentStrategy(CommentStrategy.SKIP)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(true)
                .build(CsvRecordHandler.builder().maxFields(mostFields).build(), config.file());
    }

    private double[] model(CsvRecord row) {
        if (row.getFieldCount() != size) {
            throw FileProblem.of(
                    config.file(),
                    "line " + row.getStartingLineNumber() + " has " + row.getFieldCount()
                            + (row.getFieldCount() == 1 ? " value" : " values") + " where a model has " + size,
                    "write one model a line, its values separated by \"" + config.separator() + "\"");
        }
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = value(row, i);
        }
        return values;
    }

    private double value(CsvRecord row, int field) {
        String text = row.getField(field).strip();
        OptionalDouble number = number(text);
        if (number.isEmpty()) {
            String fix =
                    "write numbers with a point, such as 1500.5; where the first line holds names, say header: true";
            throw wrong(row, field, "must be a number, got \"" + text + "\"", fix);
        }
        double value = conversion.convert(number.getAsDouble());
        if (!Double.isFinite(value)) {
            throw wrong(row, field, conversion.complaint(number.getAsDouble()), "correct the value");
        }
        return value;
    }

    /** Plain decimal numbers only: Java's own parser takes hexadecimal ones and letters for types as well. */
    private static OptionalDouble number(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (NUMBER_CHARACTERS.indexOf(text.charAt(i)) < 0) {
                return OptionalDouble.empty();
            }
        }
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private InvalidInputException wrong(CsvRecord row, int field, String what, String fix) {
        String place = "line " + row.getStartingLineNumber() + ", column " + (field + 1) + ": ";
        return FileProblem.of(config.file(), place + what, fix);
    }

    private void checkMemory(int models) {
        if (models > most) {
            throw FileProblem.of(
                    config.file(),
                    "more than " + most + " models of " + size + " values do not fit into the memory that Java may use",
                    "save them as a NumPy file and read that by type: npy, or give Java more memory");
        }
    }

    private static InvalidInputException because(InvalidInputException problem, Exception cause) {
        problem.initCause(cause);
        return problem;
    }
}
