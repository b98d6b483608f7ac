package org.rote.arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rote.arrays.NpyFiles.counting;
import static org.rote.arrays.NpyFiles.gzip;
import static org.rote.arrays.NpyFiles.header;
import static org.rote.arrays.NpyFiles.versionOne;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GzipReadingTest {
    private static final long SEED = 20260320;
    private static final int ROWS = 1000;
    private static final int COLUMNS = 100;

    @TempDir
    Path folder;

    private byte[] plain;
    private double[] values;

    /** Numbers that do not compress to nothing, and take several buffers. */
    @BeforeEach
    void writeAnArray() throws IOException {
        values = new SplittableRandom(SEED).doubles(ROWS * COLUMNS).toArray();
        Path path = folder.resolve("plain.npy");
        Npy.write(path, Shape.of(ROWS, COLUMNS), values);
        plain = Files.readAllBytes(path);
    }

    @Test
    void tellsCompressionByContentAndNotByName() throws IOException {
        Path misnamed = NpyFiles.write(folder, "misnamed.npy", gzip(plain));
        Path plainlyMisnamed = NpyFiles.write(folder, "plain.npy.gz", plain);
        assertThat(Npy.read(misnamed).values()).isEqualTo(values);
        assertThat(Npy.read(plainlyMisnamed).values()).isEqualTo(values);
    }

    @Test
    void readsSlicesForwardAndBackward() throws IOException {
        Path path = NpyFiles.write(folder, "a.npy.gz", gzip(plain));
        try (NpyReader reader = NpyReader.open(path)) {
            double[] row = new double[COLUMNS];
            for (int index : new int[] {0, 1, 7, 999, 998, 3, 3, 0}) {
                reader.readSlice(index, row);
                assertThat(row)
                        .as("row %d", index)
                        .isEqualTo(Arrays.copyOfRange(values, index * COLUMNS, (index + 1) * COLUMNS));
            }
            assertThat(reader.readAll()).isEqualTo(values);
        }
    }

    @Test
    void readsSeveralGzipMembersAsOneFile() throws IOException {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        members.writeBytes(gzip(Arrays.copyOf(plain, 5000)));
        members.writeBytes(gzip(Arrays.copyOfRange(plain, 5000, plain.length)));
        Path path = NpyFiles.write(folder, "members.npy.gz", members.toByteArray());
        assertThat(Npy.read(path).values()).isEqualTo(values);
    }

    @Test
    void readsAFortranFile() throws IOException {
        // Column by column: the transpose in the bytes of the file.
        double[] columns = new double[ROWS * COLUMNS];
        Axes.transpose(values, Shape.of(ROWS, COLUMNS), new int[] {1, 0}, columns);
        Path path = folder.resolve("fortran.npy");
        Npy.write(path, Shape.of(COLUMNS, ROWS), columns);
        byte[] body = Files.readAllBytes(path);
        byte[] data = Arrays.copyOfRange(body, body.length - 8 * ROWS * COLUMNS, body.length);
        Path compressed =
                NpyFiles.write(folder, "fortran.npy.gz", gzip(versionOne(header("<f8", true, "(1000, 100)"), data)));
        try (NpyReader reader = NpyReader.open(compressed, 8 * 300 * COLUMNS)) {
            double[] row = new double[COLUMNS];
            for (int index = 0; index < ROWS; index++) {
                reader.readSlice(index, row);
                assertThat(row).isEqualTo(Arrays.copyOfRange(values, index * COLUMNS, (index + 1) * COLUMNS));
            }
        }
    }

    @Test
    void findsDataThatEndEarlyWhenTheyAreRead() throws IOException {
        int keptBytes = plain.length - 8 * ROWS * COLUMNS + 8 * COLUMNS * 10 + 5;
        Path path = NpyFiles.write(folder, "short.npy.gz", gzip(Arrays.copyOf(plain, keptBytes)));
        String message =
                path + ": truncated: the decompressed data end after 8005 bytes of data, but shape (1000, 100) of f8"
                        + " needs 800000; 10 of 1000 slices are whole\n  fix  copy or write the file again";
        try (NpyReader reader = NpyReader.open(path)) {
            double[] row = new double[COLUMNS];
            reader.readSlice(9, row);
            assertThat(row).isEqualTo(Arrays.copyOfRange(values, 9 * COLUMNS, 10 * COLUMNS));
            assertThatThrownBy(() -> reader.readSlice(10, row)).hasMessage(message);
            assertThatThrownBy(() -> reader.readSlice(500, row)).hasMessage(message);
            assertThatThrownBy(reader::readAll).hasMessage(message);
            assertThatThrownBy(reader::readAllFloats).hasMessage(message);
        }
    }

    @Test
    void findsGzipDataThatAreCutShort() throws IOException {
        byte[] compressed = gzip(plain);
        Path path = NpyFiles.write(folder, "cut.npy.gz", Arrays.copyOf(compressed, compressed.length / 2));
        try (NpyReader reader = NpyReader.open(path)) {
            assertThatThrownBy(reader::readAll)
                    .isInstanceOf(ArrayFileException.class)
                    .hasMessageMatching(
                            "(?s).*truncated: the gzip data are cut short after \\d+ bytes of data, but shape"
                                    + " \\(1000, 100\\) of f8 needs 800000; \\d+ of 1000 slices are whole.*");
        }
    }

    @Test
    void findsGzipDataThatLackTheirChecksum() throws IOException {
        byte[] compressed = gzip(plain);
        Path path = NpyFiles.write(folder, "cut.npy.gz", Arrays.copyOf(compressed, compressed.length - 3));
        try (NpyReader reader = NpyReader.open(path)) {
            assertThatThrownBy(reader::readAll)
                    .hasMessage(path
                            + ": the gzip data are cut short at the very end: the values are all there, but not their"
                            + " checksum\n  fix  copy the file again from where it came");
        }
    }

    @Test
    void findsGzipDataThatEndInsideTheirOwnHeader() throws IOException {
        Path path = NpyFiles.write(folder, "cut.npy.gz", Arrays.copyOf(gzip(plain), 7));
        assertThatThrownBy(() -> NpyReader.open(path))
                .hasMessage(
                        path
                                + ": truncated: the gzip data are cut short before the header\n  fix  copy or write the file again");
    }

    @Test
    void findsGzipDataWithAWrongChecksum() throws IOException {
        byte[] compressed = gzip(plain);
        compressed[compressed.length - 6] ^= 1;
        Path path = NpyFiles.write(folder, "wrong.npy.gz", compressed);
        try (NpyReader reader = NpyReader.open(path)) {
            assertThatThrownBy(reader::readAll)
                    .isInstanceOf(ArrayFileException.class)
                    .hasMessage(path + ": the gzip data are damaged: Corrupt GZIP trailer\n"
                            + "  fix  copy the file again from where it came");
        }
    }

    @Test
    void findsDataThatAreTooLongAtTheLastElement() throws IOException {
        Path path = NpyFiles.write(folder, "long.npy.gz", gzip(Arrays.copyOf(plain, plain.length + 1)));
        try (NpyReader reader = NpyReader.open(path)) {
            assertThatThrownBy(reader::readAll)
                    .hasMessageContaining(
                            "the file holds more bytes than shape (1000, 100) of f8 needs (800000 bytes of data)");
        }
        Path empty = NpyFiles.write(folder, "empty.npy.gz", gzip(versionOne(header("<f8", false, "(0,)"), (byte) 1)));
        assertThatThrownBy(() -> NpyReader.open(empty))
                .hasMessageContaining("the file holds more bytes than shape (0,)");
    }

    @Test
    void readsNothingOnceClosed() throws IOException {
        Path path = NpyFiles.write(folder, "a.npy.gz", gzip(plain));
        NpyReader reader = NpyReader.open(path);
        reader.close();
        assertThatThrownBy(() -> reader.read(0, 1, counting(1), 0))
                .hasMessage(path + ": the reader is closed\n  fix  open the file again");
    }
}
