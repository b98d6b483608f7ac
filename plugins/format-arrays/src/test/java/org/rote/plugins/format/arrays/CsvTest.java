package org.rote.plugins.format.arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.rote.plugins.format.arrays.ArrayFiles.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.numerics.WaveSpeed;
import org.rote.numerics.input.Conversion;
import org.rote.numerics.input.Take;
import org.rote.spi.Checks;
import org.rote.spi.Dataset;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Space;
import org.rote.testkit.TestContext;

class CsvTest {

    private static final Space PAIR = Space.vector(2);

    @TempDir
    private Path folder;

    @Test
    void readsOneModelALine() throws IOException {
        Dataset dataset = open(config("1,2\n-3.5,4e2\n+.5,6."), PAIR);
        assertThat(dataset.count()).isEqualTo(3);
        assertThat(read(dataset, 1)).containsExactly(-3.5, 400);
        assertThat(read(dataset, 2)).containsExactly(0.5, 6);
    }

    @Test
    void passesOverHeaderCommentsEmptyLinesAndTheMarkOfUnicode() throws IOException {
        CsvConfig config = new CsvConfig(
                write("\uFEFF\"a;b\"; c\r\n# by hand\r\n1; 2 \r\n\r\n\"3\";4\r\n"),
                true,
                ";",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Dataset dataset = open(config, PAIR);
        assertThat(dataset.count()).isEqualTo(2);
        assertThat(read(dataset, 0)).containsExactly(1, 2);
        assertThat(read(dataset, 1)).containsExactly(3, 4);
    }

    @Test
    void readsNoModelFromAnEmptyFile() throws IOException {
        assertThat(open(config(""), PAIR).count()).isZero();
    }

    @Test
    void takesModelsInTheOrderWanted() throws IOException {
        CsvConfig config = taking("1,2\n3,4\nnot,read\n7,8\n", "3", "0..1");
        Dataset dataset = open(config, PAIR);
        assertThat(dataset.count()).isEqualTo(3);
        assertThat(read(dataset, 0)).containsExactly(7, 8);
        assertThat(read(dataset, 2)).containsExactly(3, 4);
    }

    @Test
    void saysHowManyModelsThereAre() throws IOException {
        rejects(
                taking("1,2\n3,4\n", "1..2"),
                PAIR,
                "take: asks for model 2, but FILE holds 2 models, from 0 to 1 (take numbers up to 1)");
    }

    @Test
    void namesLineAndColumnOfABadNumber() throws IOException {
        String fix =
                " (write numbers with a point, such as 1500.5; where the first line holds names, say header: true)";
        rejects(config("a,b\n1,2\n"), PAIR, "file: FILE: line 1, column 1: must be a number, got \"a\"" + fix);
        for (String bad : List.of("0x10", "1f", "2d", "1_000", "1 000", "NaN", "Infinity", "", "-", "e5", "--1")) {
            rejects(
                    config("# first\n1,2\n3," + bad + "\n"),
                    PAIR,
                    "file: FILE: line 3, column 2: must be a number, got \"" + bad + "\"" + fix);
        }
        rejects(
                config("1,1e999\n"),
                PAIR,
                "file: FILE: line 1, column 2: must be finite, got Infinity (correct the value)");
    }

    @Test
    void namesTheValueThatCannotBeConverted() throws IOException {
        CsvConfig config = new CsvConfig(
                write("1,2,3,4,5,6\n1,2,3,0,5,6\n"),
                false,
                ",",
                Optional.of("km/s"),
                Optional.of(WaveSpeed.VELOCITY),
                Optional.empty());
        rejects(
                config,
                WaveSpeed.SLOWNESS.in(ArrayFiles.VELOCITY),
                "file: FILE: line 2, column 4: must be greater than 0 to become slowness, got 0.0 km/s (correct the value)");
    }

    @Test
    void namesTheLineOfTheWrongLength() throws IOException {
        String fix = " (write one model a line, its values separated by \",\")";
        rejects(config("1,2\n3\n"), PAIR, "file: FILE: line 2 has 1 value where a model has 2" + fix);
        rejects(config("1;2\n"), PAIR, "file: FILE: line 1 has 1 value where a model has 2" + fix);
        rejects(config("1,2,\n"), PAIR, "file: FILE: line 1 has 3 values where a model has 2" + fix);
        rejects(config(",".repeat(900) + "\n"), PAIR, "file: FILE: line 1 has 901 values where a model has 2" + fix);
    }

    @Test
    void explainsWhatTheParserRefuses() throws IOException {
        Path file = write(",".repeat(5000) + "\n");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> open(config(file), PAIR))
                .withMessageStartingWith("file: " + file + ": is no text with separators: ")
                .withMessageEndingWith(" (check the file)");
    }

    @Test
    void explainsAFileThatCannotBeRead() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> open(config(folder.resolve("none.csv")), PAIR))
                .withMessageStartingWith("file: " + folder.resolve("none.csv") + ": reading failed: ");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> open(config(folder), PAIR))
                .withMessageStartingWith("file: " + folder + ": reading failed: ");
    }

    @Test
    void refusesWhatDoesNotFitIntoMemory() throws IOException {
        CsvConfig config = config("1,2\n3,4\n5,6\n");
        Conversion conversion = Conversion.of(Optional.empty(), Optional.empty(), PAIR, new Checks());
        Take all = Take.parse("model", Optional.empty(), new Checks());
        long twoModels = 2 * 2 * Double.BYTES;
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new CsvModels(config, 2, conversion, twoModels).read(all))
                .withMessage("file: " + config.file()
                        + ": more than 2 models of 2 values do not fit into the memory that Java may use"
                        + " (save them as a NumPy file and read that by type: npy, or give Java more memory)");
        assertThat(new CsvModels(config, 2, conversion, 3 * twoModels / 2).read(all))
                .hasDimensions(3, 2);
    }

    @Test
    void rejectsSeparatorsThatNumbersHold() {
        String fix = " (give a comma, a semicolon, a blank or a tab (\"\\t\"))";
        for (String separator : List.of(".", "e", "7", "\"", "#", "\n", "", ";;")) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> new CsvConfig(
                            folder, false, separator, Optional.empty(), Optional.empty(), Optional.empty()))
                    .withMessage(
                            "separator: must be one character that no number holds, got \"" + separator + "\"" + fix);
        }
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("models.csv"), text);
    }

    private CsvConfig config(String text) throws IOException {
        return config(write(text));
    }

    private static CsvConfig config(Path file) {
        return new CsvConfig(file, false, ",", Optional.empty(), Optional.empty(), Optional.empty());
    }

    private CsvConfig taking(String text, String... entries) throws IOException {
        return new CsvConfig(
                write(text), false, ",", Optional.empty(), Optional.empty(), Optional.of(List.of(entries)));
    }

    private static Dataset open(CsvConfig config, Space space) {
        return new CsvFactory().create(config, TestContext.in(space));
    }

    private static void rejects(CsvConfig config, Space space, String message) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> open(config, space))
                .withMessage(message.replace("FILE", config.file().toString()));
    }
}
