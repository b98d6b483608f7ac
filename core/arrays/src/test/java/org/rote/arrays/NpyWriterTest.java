package org.rote.arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.rote.arrays.NpyFiles.counting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpyWriterTest {
    private static final Shape ROW = Shape.of(2, 2);

    @TempDir
    Path folder;

    private Path path() {
        return folder.resolve("samples.npy");
    }

    private Path part() {
        return folder.resolve("samples.npy.part");
    }

    private static double[] row(int index) {
        return new double[] {index, index + 0.25, index + 0.5, index + 0.75};
    }

    private static void append(NpyWriter writer, int from, int to) throws IOException {
        for (int index = from; index < to; index++) {
            writer.append(row(index));
        }
    }

    private byte[] uninterrupted(int rows) throws IOException {
        Path path = folder.resolve("uninterrupted.npy");
        try (NpyWriter writer = NpyWriter.create(path, ElementType.FLOAT64, ROW)) {
            append(writer, 0, rows);
            writer.finish();
        }
        return Files.readAllBytes(path);
    }

    @Test
    void hasItsNameOnlyWhenFinished() throws IOException {
        try (NpyWriter writer = NpyWriter.create(path(), ElementType.FLOAT64, ROW)) {
            append(writer, 0, 3);
            assertThat(path()).doesNotExist();
            writer.finish();
            assertThat(part()).doesNotExist();
        }
        assertThat(Npy.read(path()).shape()).isEqualTo(Shape.of(3, 2, 2));
        assertThat(Npy.read(path()).values()).startsWith(0, 0.25).endsWith(2.5, 2.75);
    }

    @Test
    void leavesTheOldFileUntilTheNewOneIsFinished() throws IOException {
        byte[] old = uninterrupted(5);
        Files.write(path(), old);
        try (NpyWriter writer = NpyWriter.create(path(), ElementType.FLOAT64, ROW)) {
            append(writer, 0, 3);
        }
        assertThat(path()).hasBinaryContent(old);
        try (NpyWriter writer = NpyWriter.create(path(), ElementType.FLOAT64, ROW)) {
            append(writer, 0, 3);
            writer.finish();
        }
        assertThat(path()).hasBinaryContent(uninterrupted(3));
    }

    @Test
    void writesAnArrayOfNoRows() throws IOException {
        try (NpyWriter writer = NpyWriter.create(path(), ElementType.FLOAT64, ROW)) {
            writer.finish();
        }
        assertThat(Npy.read(path()).shape()).isEqualTo(Shape.of(0, 2, 2));
    }

    @Test
    void isAValidArrayAtACheckpoint() throws IOException {
        try (NpyWriter writer = NpyWriter.create(path(), ElementType.FLOAT64, ROW)) {
            append(writer, 0, 7);
            writer.checkpoint();
            assertThat(Npy.read(part()).values()).hasSize(28).endsWith(6.5, 6.75);
            append(writer, 7, 10);
            writer.checkpoint();
            assertThat(Npy.read(part()).shape()).isEqualTo(Shape.of(10, 2, 2));
        }
    }

    @Test
    void endsWithTheSameBytesWhenResumed() throws IOException {
        try (NpyWriter writer = NpyWriter.create(path(), ElementType.FLOAT64, ROW)) {
            append(writer, 0, 10);
            writer.checkpoint();
        }
        try (NpyWriter writer = NpyWriter.resume(path(), ElementType.FLOAT64, ROW, 7)) {
            assertThat(writer.rows()).isEqualTo(7);
            append(writer, 7, 13);
            writer.finish();
        }
        assertThat(path()).hasBinaryContent(uninterrupted(13));
    }

    @Test
    void resumesFromAnyRowAndAnyTorn() throws IOException {
        byte[] whole = uninterrupted(9);
        for (int rows = 0; rows <= 5; rows++) {
            // As a crash may leave it: five rows and a piece of the sixth, and a header that counts fewer.
            byte[] torn = Arrays.copyOf(whole, whole.length - 3 * 32 - 13);
            System.arraycopy(HeaderFormat.bytes(ElementType.FLOAT64, ROW.stacked(2)), 0, torn, 0, 128);
            Files.write(part(), torn);
            try (NpyWriter writer = NpyWriter.resume(path(), ElementType.FLOAT64, ROW, rows)) {
                append(writer, rows, 9);
                writer.finish();
            }
            assertThat(path()).as("resumed at %d", rows).hasBinaryContent(whole);
        }
    }

    @Test
    void resumesAFinishedFile() throws IOException {
        Files.write(path(), uninterrupted(6));
        try (NpyWriter writer = NpyWriter.resume(path(), ElementType.FLOAT64, ROW, 4)) {
            assertThat(path()).doesNotExist();
            append(writer, 4, 8);
            writer.finish();
        }
        assertThat(path()).hasBinaryContent(uninterrupted(8));
    }

    @Test
    void prefersTheUnfinishedFileToAnOlderFinishedOne() throws IOException {
        Files.write(path(), uninterrupted(6));
        Files.write(part(), uninterrupted(2));
        try (NpyWriter writer = NpyWriter.resume(path(), ElementType.FLOAT64, ROW, 2)) {
            writer.finish();
        }
        assertThat(path()).hasBinaryContent(uninterrupted(2));
    }

    @Test
    void refusesToResumeAfterRowsThatAreNotThere() throws IOException {
        Files.write(part(), uninterrupted(6));
        assertThatThrownBy(() -> NpyWriter.resume(path(), ElementType.FLOAT64, ROW, 7))
                .isInstanceOf(ArrayFileException.class)
                .hasMessage(part() + ": cannot resume after 7 rows: only 6 whole rows are there\n"
                        + "  fix  resume after at most 6 rows, or start again");
        assertThat(part()).hasBinaryContent(uninterrupted(6));
    }

    @Test
    void refusesToResumeAnotherKindOfArray() throws IOException {
        Files.write(path(), uninterrupted(6));
        assertThatThrownBy(() -> NpyWriter.resume(path(), ElementType.FLOAT32, Shape.of(4), 3))
                .isInstanceOf(ArrayFileException.class)
                .hasMessage(path()
                        + ": cannot resume: the file holds shape (6, 2, 2) of f8 (C order, LITTLE_ENDIAN, version 1,"
                        + " data at byte 128) where shape (6, 4) of f4 (C order, LITTLE_ENDIAN, version 1, data at byte 128) is"
                        + " to be written\n  fix  start again, or give the settings that the file was started with");
        assertThat(path()).hasBinaryContent(uninterrupted(6));
        Files.write(path(), NpyFiles.versionOne(NpyFiles.header(">f8", true, "(6, 2, 2)"), new byte[192]));
        assertThatThrownBy(() -> NpyWriter.resume(path(), ElementType.FLOAT64, ROW, 3))
                .hasMessageContaining("Fortran order, BIG_ENDIAN");
    }

    @Test
    void refusesToResumeWhatIsNotThere() {
        assertThatThrownBy(() -> NpyWriter.resume(path(), ElementType.FLOAT64, ROW, 0))
                .hasMessage(path() + ": there is no such file\n  fix  correct the name of the file");
    }

    @ParameterizedTest
    @CsvSource({
        "UINT8, 256, '[0, 255]', u1",
        "UINT8, -1, '[0, 255]', u1",
        "UINT16, 65536, '[0, 65535]', u2",
        "INT32, 2147483648, '[-2147483648, 2147483647]', i4",
        "INT32, 0.5, '[-2147483648, 2147483647]', i4",
        "INT64, 9007199254740994, '[-9007199254740992, 9007199254740992]', i8",
        "INT64, NaN, '[-9007199254740992, 9007199254740992]', i8",
        "INT64, Infinity, '[-9007199254740992, 9007199254740992]', i8",
        "BOOL, 2, '[0, 1]', b1"
    })
    void appendsNoRowOfACallThatHoldsAValueOutOfRange(ElementType type, double value, String range, String code)
            throws IOException {
        try (NpyWriter writer = NpyWriter.create(path(), type, Shape.of())) {
            writer.append(new double[] {1});
            assertThatThrownBy(() -> writer.append(new double[] {0, 1, value, 0}, 1, 3))
                    .isInstanceOf(ArrayFileException.class)
                    .hasMessage(path() + ": cannot write values[2]=" + value + ": it is no whole number in " + range
                            + ", all that " + code + " holds\n  fix  write the array as f8");
            writer.append(new double[] {0});
            writer.finish();
        }
        assertThat(Npy.read(path()).values()).containsExactly(1, 0);
    }

    @Test
    void refusesFiniteValuesBeyondFloat() throws IOException {
        double[] values = {1e38, Double.NaN, Double.POSITIVE_INFINITY, 1e39};
        try (NpyWriter writer = NpyWriter.create(path(), ElementType.COMPLEX64, Shape.of())) {
            assertThatThrownBy(() -> writer.append(values, 0, 2))
                    .hasMessage(path() + ": cannot write values[3]=1.0E39: it is beyond the range of c8\n"
                            + "  fix  write the array as f8");
            writer.append(values, 0, 1);
            writer.append(new double[] {Double.NEGATIVE_INFINITY, 0});
            writer.finish();
        }
        assertThat(Npy.read(path()).values()).containsExactly((float) 1e38, Double.NaN, Double.NEGATIVE_INFINITY, 0);
    }

    @Test
    void appendsMoreThanItsBufferHolds() throws IOException {
        double[] values = counting(400_000);
        try (NpyWriter writer = NpyWriter.create(path(), ElementType.FLOAT64, Shape.of(4))) {
            writer.append(values, 4, 1);
            writer.append(values, 0, 100_000);
            writer.finish();
        }
        double[] read = Npy.read(path()).values();
        assertThat(Arrays.copyOf(read, 4)).containsExactly(4, 5, 6, 7);
        assertThat(Arrays.copyOfRange(read, 4, read.length)).isEqualTo(values);
    }

    @Test
    void refusesMisuse() throws IOException {
        assertThatThrownBy(() -> NpyWriter.create(path(), ElementType.FLOAT64, Shape.of(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a row of shape (0,) has no elements");
        assertThatThrownBy(() -> NpyWriter.resume(path(), ElementType.FLOAT64, ROW, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rows=-1 is negative");
        assertThatThrownBy(() -> Npy.write(path(), Shape.of(3), new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("values.length=2 but shape=(3,) of f8 asks for 3");
        try (NpyWriter writer = NpyWriter.create(path(), ElementType.COMPLEX128, ROW)) {
            assertThatThrownBy(() -> writer.append(new double[4]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("values.length=4 but a row of shape (2, 2) of c16 has 8");
            assertThatThrownBy(() -> writer.append(new double[8], 1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> writer.append(new double[8], 0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
            writer.finish();
            assertThatThrownBy(() -> writer.append(new double[8]))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the writer of " + path() + " is closed: resume the file to go on");
        }
    }

    @Test
    void saysWhereItCannotWrite() throws IOException {
        Path nowhere = folder.resolve("missing").resolve("samples.npy");
        assertThatThrownBy(() -> NpyWriter.create(nowhere, ElementType.FLOAT64, ROW))
                .isInstanceOf(ArrayFileException.class)
                .hasMessage(nowhere + ": cannot be written: there is no folder " + nowhere.getParent()
                        + "\n  fix  create the folder, or give another name");
        Files.createDirectory(path());
        assertThatThrownBy(() -> NpyWriter.create(path(), ElementType.FLOAT64, ROW))
                .hasMessage(path() + ": cannot be written: it is a folder\n  fix  give another name");
    }

    /** The device of Linux that behaves as a disk without room. */
    @Test
    void saysHowMuchRoomAFullDiskLacks() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/full")), "no /dev/full here");
        Files.createSymbolicLink(part(), Path.of("/dev/full"));
        assertThatThrownBy(() -> NpyWriter.create(path(), ElementType.FLOAT64, ROW))
                .isInstanceOf(ArrayFileException.class)
                .hasMessageMatching(
                        "(?s).*samples.npy: the disk is full: 128 bytes more are needed now, and \\d+ are free\n"
                                + "  fix  make room and resume, or write to another disk");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void leavesNothingOfAOneShotWriteThatFails() {
        NpyArray array = new NpyArray(Shape.of(2), new double[] {1, 300}, ElementType.UINT8);
        assertThatThrownBy(() -> Npy.write(path(), array)).hasMessageContaining("values[1]=300.0");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void takesNothingMoreOnceInterrupted() throws IOException {
        try (NpyWriter writer = NpyWriter.create(path(), ElementType.FLOAT64, ROW)) {
            append(writer, 0, 2);
            writer.checkpoint();
            append(writer, 2, 3);
            Thread.currentThread().interrupt();
            try {
                assertThatThrownBy(writer::checkpoint)
                        .isInstanceOf(ArrayFileException.class)
                        .hasMessage(path() + ": writing was interrupted\n  fix  resume the run");
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }
            assertThatThrownBy(() -> append(writer, 3, 4)).isInstanceOf(IllegalStateException.class);
        }
        try (NpyWriter writer = NpyWriter.resume(path(), ElementType.FLOAT64, ROW, 2)) {
            append(writer, 2, 4);
            writer.finish();
        }
        assertThat(path()).hasBinaryContent(uninterrupted(4));
    }
}
