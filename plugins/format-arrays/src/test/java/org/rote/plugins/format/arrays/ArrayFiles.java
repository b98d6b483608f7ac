package org.rote.plugins.format.arrays;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.rote.arrays.ElementType;
import org.rote.arrays.Npy;
import org.rote.arrays.NpyArray;
import org.rote.arrays.Shape;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Axis;
import org.rote.spi.Dataset;
import org.rote.spi.Element;
import org.rote.spi.Space;
import org.rote.testkit.TestContext;

/** Array files for tests, and data sets made from them. */
final class ArrayFiles {

    /** Velocities on 2 × 3 points, x and z. */
    static final Space VELOCITY =
            new Space(List.of(Axis.metres("x", 2, 10), Axis.metres("z", 3, 10)), "velocity", "m/s", Element.FLOAT64);

    private ArrayFiles() {}

    /** The numbers 1, 2, 3, …. */
    static double[] counting(int count) {
        double[] values = new double[count];
        Arrays.setAll(values, i -> i + 1);
        return values;
    }

    static Path plain(Path folder, ElementType type, Shape shape, double... values) throws IOException {
        Path file = folder.resolve("models.npy");
        Npy.write(file, new NpyArray(shape, values, type));
        return file;
    }

    static Path compressed(Path file) throws IOException {
        Path compressed = file.resolveSibling(file.getFileName() + ".gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            Files.copy(file, out);
        }
        return compressed;
    }

    /** A file whose header says what it likes; the numbers are f8, written as they come. */
    static Path withHeader(Path folder, boolean fortranOrder, String shape, double... stored) throws IOException {
        String header = "{'descr': '<f8', 'fortran_order': " + (fortranOrder ? "True" : "False") + ", 'shape': " + shape
                + ", }\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("\u0093NUMPY\1\0".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(ByteBuffer.allocate(2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) header.length())
                .array());
        out.writeBytes(header.getBytes(StandardCharsets.ISO_8859_1));
        ByteBuffer numbers = ByteBuffer.allocate(8 * stored.length).order(ByteOrder.LITTLE_ENDIAN);
        numbers.asDoubleBuffer().put(stored);
        out.writeBytes(numbers.array());
        return Files.write(folder.resolve("by-hand.npy"), out.toByteArray());
    }

    /** A section {@code type: npy} that says nothing but the file and what the {@code with…} methods add. */
    record Section(
            Path file,
            Optional<List<String>> axes,
            Optional<String> unit,
            Optional<WaveSpeed> quantity,
            Optional<List<String>> take) {

        static Section of(Path file) {
            return new Section(file, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        Section withAxes(String... names) {
            return new Section(file, Optional.of(List.of(names)), unit, quantity, take);
        }

        Section withUnit(String name) {
            return new Section(file, axes, Optional.of(name), quantity, take);
        }

        Section withQuantity(WaveSpeed speed) {
            return new Section(file, axes, unit, Optional.of(speed), take);
        }

        Section withTake(String... entries) {
            return new Section(file, axes, unit, quantity, Optional.of(List.of(entries)));
        }

        Dataset open(Space space) {
            return open(TestContext.in(space));
        }

        Dataset open(TestContext context) {
            return new NpyFactory().create(new NpyConfig(file, axes, unit, quantity, take), context);
        }
    }

    static double[] read(Dataset dataset, int index) {
        double[] out = new double[dataset.space().size()];
        Arrays.fill(out, Double.NaN);
        dataset.read(index, out);
        return out;
    }
}
