package org.rote.arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rote.arrays.NpyFiles.header;
import static org.rote.arrays.NpyFiles.hex;
import static org.rote.arrays.NpyFiles.versionOne;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes written out by hand from the definition of each number format, extremes included. */
class GoldenBytesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    |b1; 00 02;                                            0;                 1
                    |i1; 80 7f;                                            -128;              127
                    <i1; 80 7f;                                            -128;              127
                    |u1; 80 ff;                                            128;               255
                    <i2; 00 80 ff 7f;                                      -32768;            32767
                    >i2; 80 00 7f ff;                                      -32768;            32767
                    <u2; 00 80 ff ff;                                      32768;             65535
                    >u2; 80 00 ff fe;                                      32768;             65534
                    <i4; 00 00 00 80 ff ff ff 7f;                          -2147483648;       2147483647
                    >i4; 80 00 00 00 7f ff ff ff;                          -2147483648;       2147483647
                    <u4; 00 00 00 80 ff ff ff ff;                          2147483648;        4294967295
                    >u4; 80 00 00 00 ff ff ff fe;                          2147483648;        4294967294
                    <i8; 00 00 00 00 00 00 e0 ff 00 00 00 00 00 00 20 00;  -9007199254740992; 9007199254740992
                    >i8; ff e0 00 00 00 00 00 00 00 20 00 00 00 00 00 00;  -9007199254740992; 9007199254740992
                    <u8; 01 00 00 00 00 00 00 00 00 00 00 00 00 00 20 00;  1;                 9007199254740992
                    >u8; 00 00 00 00 00 00 00 01 00 20 00 00 00 00 00 00;  1;                 9007199254740992
                    <f4; 00 00 80 3f 00 00 20 c1;                          1;                 -10
                    >f4; 3f 80 00 00 c1 20 00 00;                          1;                 -10
                    <f4; 00 00 c0 7f 00 00 80 ff;                          NaN;               -Infinity
                    <f8; 00 00 00 00 00 00 f0 3f 00 00 00 00 00 00 24 c0;  1;                 -10
                    >f8; 3f f0 00 00 00 00 00 00 c0 24 00 00 00 00 00 00;  1;                 -10
                    <f8; 00 00 00 00 00 00 f8 7f 00 00 00 00 00 00 f0 ff;  NaN;               -Infinity
                    """)
    void readsTwoNumbers(String descr, String bytes, double first, double second) throws IOException {
        Path path = NpyFiles.write(folder, "two.npy", versionOne(header(descr, false, "(2,)"), hex(bytes)));
        try (NpyReader reader = NpyReader.open(path)) {
            assertThat(reader.readAll()).containsExactly(first, second);
            assertThat(reader.readAllFloats()).containsExactly((float) first, (float) second);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "<c8, 0000803f 000020c1",
        ">c8, 3f800000 c1200000",
        "<c16, 000000000000f03f 00000000000024c0",
        ">c16, 3ff0000000000000 c024000000000000"
    })
    void readsAComplexNumberAsRealAndImaginaryPart(String descr, String bytes) throws IOException {
        Path path = NpyFiles.write(folder, "complex.npy", versionOne(header(descr, false, "()"), hex(bytes)));
        try (NpyReader reader = NpyReader.open(path)) {
            assertThat(reader.readAll()).containsExactly(1, -10);
            assertThat(reader.readAllFloats()).containsExactly(1, -10);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "<i8, 00000000000000000100000000002000, 9007199254740993",
        "<i8, 0000000000000000ffffffffffffdfff, -9007199254740993",
        ">i8, 00000000000000007fffffffffffffff, 9223372036854775807",
        "<u8, 00000000000000000100000000002000, 9007199254740993",
        ">u8, 0000000000000000ffffffffffffffff, 18446744073709551615"
    })
    void refusesWholeNumbersThatDoubleDoesNotHold(String descr, String bytes, String value) throws IOException {
        Path path = NpyFiles.write(folder, "large.npy", versionOne(header(descr, false, "(2,)"), hex(bytes)));
        try (NpyReader reader = NpyReader.open(path)) {
            assertThatThrownBy(reader::readAll)
                    .isInstanceOf(ArrayFileException.class)
                    .hasMessage(
                            path + ": the value " + value + " at number 1 is beyond 2^53, where double no longer holds"
                                    + " every whole number\n  fix  convert the array with astype('f8') in NumPy and save it again");
            assertThatThrownBy(reader::readAllFloats).hasMessageContaining(value);
        }
    }

    @Test
    void refusesDoublesThatFloatDoesNotHold() throws IOException {
        Path path = folder.resolve("far.npy");
        Npy.write(path, Shape.of(3), new double[] {Double.NEGATIVE_INFINITY, 1e38, -1e39});
        try (NpyReader reader = NpyReader.open(path)) {
            assertThatThrownBy(reader::readAllFloats)
                    .hasMessage(path + ": the value -1.0E39 at number 2 is beyond the range of float\n"
                            + "  fix  scale the values, or read them as double");
            float[] two = new float[2];
            reader.read(0, 2, two, 0);
            assertThat(two).containsExactly(Float.NEGATIVE_INFINITY, 1e38f);
        }
    }

    /** What Python 2 wrote, what other programs write, and what an editor might leave. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'shape': (2, 1), 'fortran_order': False, 'descr': '<u2'}",
                "{'descr': '<u2', 'fortran_order': False, 'shape': (2L, 1L), }",
                "{u'descr': b'<u2', 'fortran_order': False, 'shape': (2, 1,),}",
                "  { \"descr\" :\t\"<u2\" , \"fortran_order\":False,\n\"shape\" : ( 2 ,1 ) , }   \n",
                "{'descr':'\\<u2','fortran_order':False,'shape':((2),(1))}",
            })
    void readsTheDictionaryHoweverItIsWritten(String header) throws IOException {
        byte[] data = hex("0100 0002");
        Path one = NpyFiles.write(folder, "one.npy", versionOne(header, data));
        assertThat(Npy.read(one).shape()).isEqualTo(Shape.of(2, 1));
        assertThat(Npy.read(one).values()).containsExactly(1, 512);
        for (int version = 2; version <= 3; version++) {
            Path path = NpyFiles.write(folder, "later.npy", NpyFiles.version(version, header, data));
            assertThat(Npy.read(path).values()).containsExactly(1, 512);
        }
    }

    @Test
    void readsALongHeaderOfVersionTwo() throws IOException {
        String header = header("|u1", false, "(1,)") + " ".repeat(70_000);
        Path path = NpyFiles.write(folder, "long.npy", NpyFiles.version(2, header, (byte) 9));
        try (NpyReader reader = NpyReader.open(path)) {
            assertThat(reader.header().dataOffset()).isEqualTo(12 + header.length());
            assertThat(reader.readAll()).containsExactly(9);
        }
    }

    @Test
    void writesAHeaderAlignedTo64BytesWithRoomToGrow() throws IOException {
        Path path = folder.resolve("golden.npy");
        Npy.write(path, Shape.of(1), new double[] {-10});
        String text = "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }";
        byte[] expected = versionOne(text + " ".repeat(128 - 10 - 1 - text.length()) + "\n", hex("00000000000024c0"));
        assertThat(Files.readAllBytes(path)).isEqualTo(expected);
    }
}
