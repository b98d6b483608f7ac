package org.rote.plugins.format.arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.rote.plugins.format.arrays.ArrayFiles.VELOCITY;
import static org.rote.plugins.format.arrays.ArrayFiles.counting;
import static org.rote.plugins.format.arrays.ArrayFiles.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.arrays.ArrayFileException;
import org.rote.numerics.WaveSpeed;
import org.rote.plugins.format.arrays.RawConfig.Bytes;
import org.rote.plugins.format.arrays.RawConfig.Element;
import org.rote.spi.Axis;
import org.rote.spi.Dataset;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Space;
import org.rote.testkit.TestContext;

class RawTest {

    @TempDir
    private Path folder;

    @Test
    void readsBothPrecisionsInBothByteOrders() throws IOException {
        for (Element element : Element.values()) {
            for (Bytes order : Bytes.values()) {
                Dataset dataset = Section.of(file(element, order, counting(12)))
                        .with(element, order)
                        .open(VELOCITY);
                assertThat(dataset.count()).isEqualTo(2);
                assertThat(read(dataset, 1)).as("%s %s", element, order).containsExactly(7, 8, 9, 10, 11, 12);
                assertThat(read(dataset, 0)).as("%s %s", element, order).containsExactly(1, 2, 3, 4, 5, 6);
            }
        }
    }

    @Test
    void readsModelsStoredTheOtherWay() throws IOException {
        Dataset dataset = Section.of(floats(counting(12))).withAxes("z", "x").open(VELOCITY);
        assertThat(read(dataset, 1)).containsExactly(7, 9, 11, 8, 10, 12);
    }

    @Test
    void readsThreeAxesInAnyOrder() throws IOException {
        Space space = new Space(
                List.of(Axis.metres("x", 2, 1), Axis.metres("y", 3, 1), Axis.metres("z", 4, 1)),
                "velocity",
                "m/s",
                org.rote.spi.Element.FLOAT64);
        double[] out =
                read(Section.of(floats(counting(24))).withAxes("z", "x", "y").open(space), 0);
        for (int x = 0; x < 2; x++) {
            for (int y = 0; y < 3; y++) {
                for (int z = 0; z < 4; z++) {
                    assertThat(out[(x * 3 + y) * 4 + z]).isEqualTo(1 + (z * 2 + x) * 3 + y);
                }
            }
        }
    }

    @Test
    void takesAndConvertsModels() throws IOException {
        Dataset dataset = Section.of(floats(counting(18)))
                .converting("km/s", WaveSpeed.VELOCITY)
                .withTake("2", "0")
                .open(WaveSpeed.SLOWNESS.in(VELOCITY));
        assertThat(dataset.count()).isEqualTo(2);
        assertThat(read(dataset, 1)[1]).isEqualTo(1 / 2000.0);
    }

    @Test
    void readsNumbersThatLookLikeACompressedFile() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(24).put(0, (byte) 0x1f).put(1, (byte) 0x8b);
        Path file = Files.write(folder.resolve("models.bin"), bytes.array());
        assertThat(read(Section.of(file).open(VELOCITY), 0)[0]).isEqualTo(Float.intBitsToFloat(0x8b1f));
    }

    @Test
    void rejectsALengthThatIsNoNumberOfModels() throws IOException {
        Path file = floats(counting(13));
        rejects(
                Section.of(file),
                "has 52 bytes, which is no number of arrays of shape (2, 3) of f4 (24 bytes each): 2 and 4 bytes more"
                        + " (correct the type of the numbers or the shape, or copy the file again; a compressed one must be unpacked)");
        rejects(
                Section.of(file).with(Element.FLOAT64, Bytes.LITTLE_ENDIAN).withAxes("z", "x"),
                "has 52 bytes, which is no number of arrays of shape (3, 2) of f8 (48 bytes each): 1 and 4 bytes more"
                        + " (correct the type of the numbers or the shape, or copy the file again; a compressed one must be unpacked)");
        rejects(
                Section.of(Files.createFile(folder.resolve("empty.bin"))),
                "has 0 bytes, which is no number of arrays of shape (2, 3) of f4 (24 bytes each): 0 and 0 bytes more"
                        + " (correct the type of the numbers or the shape, or copy the file again; a compressed one must be unpacked)");
    }

    @Test
    void rejectsWhatIsNoFile() {
        rejects(Section.of(folder), "this is a folder, not a file (name the file of numbers in it)");
        rejects(Section.of(folder.resolve("none.bin")), "there is no such file (correct the name of the file)");
    }

    @Test
    void namesThePlaceOfWhatIsNoNumber() throws IOException {
        double[] values = counting(12);
        values[9] = Double.NaN;
        Path file = floats(values);
        Dataset dataset = Section.of(file).withAxes("z", "x").open(VELOCITY);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> read(dataset, 1))
                .withMessage("file: " + file + ": model 1: the number at [1, 1, 1] must be finite, got NaN"
                        + " (correct the file, or leave the model out by take)");
    }

    @Test
    void rejectsAxesThatAreNotThoseOfAModel() throws IOException {
        Path file = floats(counting(6));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Section.of(file).withAxes("z", "y").open(VELOCITY))
                .withMessage("axes: names [z, y], but a model has the axes [x, z]"
                        + " (name each of them once, in the order of the file)");
    }

    @Test
    void rejectsModelsOfComplexNumbers() throws IOException {
        Path file = floats(counting(6));
        Space complex = new Space(VELOCITY.axes(), "field", "1", org.rote.spi.Element.COMPLEX128);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Section.of(file).open(complex))
                .withMessageContaining("models of real numbers are read");
    }

    @Test
    void namesEverythingThatIsWrongInTheSection() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Section.of(folder.resolve("models.bin"))
                        .converting("furlong", WaveSpeed.VELOCITY)
                        .withTake("x")
                        .open(VELOCITY))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(problem -> problem.where())
                        .containsExactly("unit", "take"));
    }

    private Path floats(double... values) throws IOException {
        return file(Element.FLOAT32, Bytes.LITTLE_ENDIAN, values);
    }

    private Path file(Element element, Bytes order, double... values) throws IOException {
        return write(folder, element, order, values);
    }

    static Path write(Path folder, Element element, Bytes order, double... values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * (element == Element.FLOAT32 ? 4 : 8))
                .order(order == Bytes.BIG_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            if (element == Element.FLOAT32) {
                bytes.putFloat((float) value);
            } else {
                bytes.putDouble(value);
            }
        }
        return Files.write(folder.resolve("models.bin"), bytes.array());
    }

    private static void rejects(Section section, String what) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> section.open(VELOCITY))
                .withMessage("file: " + section.file() + ": " + what)
                .withCauseInstanceOf(ArrayFileException.class);
    }

    /** A section {@code type: raw} of little-endian float32 that says nothing more but what the {@code with…} methods add. */
    record Section(
            Path file,
            Element element,
            Bytes order,
            Optional<List<String>> axes,
            Optional<String> unit,
            Optional<WaveSpeed> quantity,
            Optional<List<String>> take) {

        static Section of(Path file) {
            return new Section(
                    file,
                    Element.FLOAT32,
                    Bytes.LITTLE_ENDIAN,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        Section with(Element other, Bytes another) {
            return new Section(file, other, another, axes, unit, quantity, take);
        }

        Section withAxes(String... names) {
            return new Section(file, element, order, Optional.of(List.of(names)), unit, quantity, take);
        }

        Section converting(String name, WaveSpeed speed) {
            return new Section(file, element, order, axes, Optional.of(name), Optional.of(speed), take);
        }

        Section withTake(String... entries) {
            return new Section(file, element, order, axes, unit, quantity, Optional.of(List.of(entries)));
        }

        Dataset open(Space space) {
            RawConfig config = new RawConfig(file, element, order, axes, unit, quantity, take);
            return new RawFactory().create(config, TestContext.in(space));
        }
    }
}
