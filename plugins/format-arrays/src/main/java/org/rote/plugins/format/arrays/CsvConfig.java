package org.rote.plugins.format.arrays;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rote.numerics.WaveSpeed;
import org.rote.numerics.input.Conversion;
import org.rote.numerics.input.Take;
import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;

/**
 * The data set {@code csv}.
 *
 * @param file a text file in UTF-8, one model a line, its values in the order of the space, depth fastest; empty lines and lines that begin with # are passed over
 * @param header whether the first line holds names
 * @param separator the character between values
 * @param unit the unit of the values
 * @param quantity the quantity of the values
 * @param take which models, see {@code describe csv}
 */
public record CsvConfig(
        @Doc("text file with one model a line, its values depth fastest; # begins a comment line")
        Path file,

        @Doc("whether the first line holds names, which are passed over") @Default("false")
        boolean header,

        @Doc("character between the values, such as ; or \"\\t\"") @Default("','")
        String separator,

        @Doc("unit of the values, such as km/s; SI when left out")
        Optional<String> unit,

        @Doc("what the values are, where the operator works with another of these")
        Optional<WaveSpeed> quantity,

        @Doc("models to take, counted from 0: 17, 0..4999, 0..90 step 10, or a list of these; all when left out")
        Optional<List<String>> take) {

    private static final String NO_SEPARATORS = "\"#\r\n+-.0123456789eE";

    /** Checks what can be checked without the file; throws {@link org.rote.spi.InvalidInputException}. */
    public CsvConfig {
        take = take.map(List::copyOf);
        Checks checks = new Checks()
                .that(
                        separator.length() == 1 && !NO_SEPARATORS.contains(separator),
                        "separator",
                        "must be one character that no number holds, got \"" + separator + "\"",
                        "give a comma, a semicolon, a blank or a tab (\"\\t\")");
        Conversion.checkUnit(unit, checks);
        Take.parse("model", take, checks);
        checks.verify();
    }
}
