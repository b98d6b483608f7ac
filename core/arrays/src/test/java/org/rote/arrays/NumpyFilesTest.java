package org.rote.arrays;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that NumPy wrote; {@code make_arrays.py} beside them says what they hold. */
class NumpyFilesTest {
    private static final Shape SHAPE = Shape.of(3, 2, 2);

    static Path resource(String name) throws URISyntaxException {
        URL url = NumpyFilesTest.class.getResource("numpy/" + name);
        assertThat(url).as("resource numpy/%s", name).isNotNull();
        return Path.of(url.toURI());
    }

    static double[] expected(ElementType type) {
        double[] values = new double[12 * type.components()];
        for (int i = 0; i < 12; i++) {
            double real = switch (type.code().charAt(0)) {
                case 'b' -> i % 3 == 0 ? 1 : 0;
                case 'u' -> 5 * i;
                case 'i' -> 5 * i - 20;
                default -> (5 * i - 20) / 4.0;
            };
            values[i * type.components()] = real;
            if (type.isComplex()) {
                values[2 * i + 1] = i;
            }
        }
        return values;
    }

    static Stream<Arguments> typesEndiansAndOrders() {
        return Arrays.stream(ElementType.values())
                .flatMap(type -> Stream.of("little", "big")
                        .flatMap(endian -> Stream.of("c", "fortran").map(order -> Arguments.of(type, endian, order))));
    }

    @ParameterizedTest
    @MethodSource("typesEndiansAndOrders")
    void readsEveryTypeEndianAndOrderAsDoubles(ElementType type, String endian, String order) throws Exception {
        try (NpyReader reader = NpyReader.open(resource(type.code() + "-" + endian + "-" + order + ".npy"))) {
            NpyHeader header = reader.header();
            assertThat(header.type()).isEqualTo(type);
            assertThat(header.shape()).isEqualTo(SHAPE);
            assertThat(header.fortranOrder()).isEqualTo(order.equals("fortran"));
            boolean big = endian.equals("big") && type.bytes() > 1;
            assertThat(header.byteOrder()).isEqualTo(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            assertThat(reader.readAll()).containsExactly(expected(type));
        }
    }

    @ParameterizedTest
    @MethodSource("typesEndiansAndOrders")
    void readsEveryTypeEndianAndOrderAsFloats(ElementType type, String endian, String order) throws Exception {
        try (NpyReader reader = NpyReader.open(resource(type.code() + "-" + endian + "-" + order + ".npy"))) {
            float[] values = reader.readAllFloats();
            double[] expected = expected(type);
            assertThat(values).hasSameSizeAs(expected);
            for (int i = 0; i < expected.length; i++) {
                // Quarters of small numbers: exact as float.
                assertThat((double) values[i]).as("number %d", i).isEqualTo(expected[i]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("typesEndiansAndOrders")
    void readsEverySliceOfEveryFile(ElementType type, String endian, String order) throws Exception {
        int numbers = 4 * type.components();
        try (NpyReader reader = NpyReader.open(resource(type.code() + "-" + endian + "-" + order + ".npy"), 1)) {
            double[] slice = new double[numbers];
            for (int index : new int[] {2, 0, 1}) {
                reader.readSlice(index, slice);
                assertThat(slice)
                        .as("slice %d", index)
                        .containsExactly(Arrays.copyOfRange(expected(type), index * numbers, (index + 1) * numbers));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void readsEveryVersion(int version) throws Exception {
        try (NpyReader reader = NpyReader.open(resource("f8-version-" + version + ".npy"))) {
            assertThat(reader.header().version()).isEqualTo(version);
            assertThat(reader.readAll()).containsExactly(expected(ElementType.FLOAT64));
        }
    }

    @Test
    void readsAScalar() throws Exception {
        NpyArray array = Npy.read(resource("scalar.npy"));
        assertThat(array.shape()).isEqualTo(Shape.of());
        assertThat(array.values()).containsExactly(2.5);
    }

    @Test
    void readsAnEmptyArray() throws Exception {
        NpyArray array = Npy.read(resource("empty.npy"));
        assertThat(array.shape()).isEqualTo(Shape.of(0, 3));
        assertThat(array.values()).isEmpty();
    }

    @Test
    void readsACompressedFile() throws Exception {
        assertThat(Npy.read(resource("u2.npy.gz")).values()).containsExactly(expected(ElementType.UINT16));
    }

    @ParameterizedTest
    @EnumSource
    void writesTheBytesThatNumpyWrites(ElementType type, @TempDir Path folder) throws Exception {
        Path path = folder.resolve("ours.npy");
        Npy.write(path, new NpyArray(SHAPE, expected(type), type));
        assertThat(path).hasSameBinaryContentAs(resource(type.code() + "-little-c.npy"));
    }

    @Test
    void writesScalarsAndEmptyArraysAsNumpyDoes(@TempDir Path folder) throws Exception {
        Npy.write(folder.resolve("scalar.npy"), Shape.of(), new double[] {2.5});
        Npy.write(folder.resolve("empty.npy"), new NpyArray(Shape.of(0, 3), new double[0], ElementType.FLOAT32));
        assertThat(folder.resolve("scalar.npy")).hasSameBinaryContentAs(resource("scalar.npy"));
        assertThat(folder.resolve("empty.npy")).hasSameBinaryContentAs(resource("empty.npy"));
    }

    @ParameterizedTest
    @EnumSource
    void writesTheSameBytesRowByRow(ElementType type, @TempDir Path folder) throws IOException, URISyntaxException {
        Path path = folder.resolve("rows.npy");
        int numbers = 4 * type.components();
        try (NpyWriter writer = NpyWriter.create(path, type, Shape.of(2, 2))) {
            writer.append(expected(type), 0, 2);
            writer.append(Arrays.copyOfRange(expected(type), 2 * numbers, 3 * numbers));
            assertThat(writer.rows()).isEqualTo(3);
            writer.finish();
        }
        assertThat(path).hasSameBinaryContentAs(resource(type.code() + "-little-c.npy"));
        assertThat(Files.exists(folder.resolve("rows.npy.part"))).isFalse();
    }
}
