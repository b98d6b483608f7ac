package org.rote.arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.rote.arrays.NpyFiles.counting;
import static org.rote.arrays.NpyFiles.header;
import static org.rote.arrays.NpyFiles.versionOne;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpyReaderTest {
    @TempDir
    Path folder;

    private Path written(Shape shape, ElementType type) throws IOException {
        Path path = folder.resolve("array.npy");
        Npy.write(path, new NpyArray(shape, counting((int) shape.elements() * type.components()), type));
        return path;
    }

    /** The counting numbers, stored with the first axis fastest. */
    private Path fortran(Shape shape) throws IOException {
        int rank = shape.rank();
        long[] reversed = new long[rank];
        int[] permutation = new int[rank];
        for (int axis = 0; axis < rank; axis++) {
            reversed[axis] = shape.length(rank - 1 - axis);
            permutation[axis] = rank - 1 - axis;
        }
        double[] stored = new double[(int) shape.elements()];
        Axes.transpose(counting(stored.length), shape, permutation, stored);
        ByteBuffer data = ByteBuffer.allocate(8 * stored.length).order(ByteOrder.LITTLE_ENDIAN);
        data.asDoubleBuffer().put(stored);
        return NpyFiles.write(folder, "fortran.npy", versionOne(header("<f8", true, shape.toString()), data.array()));
    }

    @Test
    void saysWhetherTheOrderOfReadingMatters() throws IOException {
        Shape shape = Shape.of(4, 5);
        Path plain = written(shape, ElementType.INT32);
        Path compressed = NpyFiles.write(folder, "array.npy.gz", NpyFiles.gzip(Files.readAllBytes(plain)));
        assertThat(isRandomAccess(plain)).isTrue();
        assertThat(isRandomAccess(compressed)).isFalse();
        assertThat(isRandomAccess(fortran(shape))).isFalse();
        assertThat(isRandomAccess(fortran(Shape.of(20)))).isTrue();
    }

    private static boolean isRandomAccess(Path path) throws IOException {
        try (NpyReader reader = NpyReader.open(path)) {
            return reader.isRandomAccess();
        }
    }

    @Test
    void readsAFileOfNothingButNumbers() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(24);
        bytes.asFloatBuffer().put(new float[] {1, 2, 3, 4, 5, 6});
        Path path = Files.write(folder.resolve("numbers.bin"), bytes.array());
        try (NpyReader reader = NpyReader.openRaw(path, ElementType.FLOAT32, ByteOrder.BIG_ENDIAN, Shape.of(2))) {
            assertThat(reader.header())
                    .isEqualTo(new NpyHeader(
                            ElementType.FLOAT32, ByteOrder.BIG_ENDIAN, false, Shape.of(3, 2), NpyHeader.RAW, 0));
            assertThat(reader.isRandomAccess()).isTrue();
            double[] out = new double[2];
            reader.readSlice(2, out);
            assertThat(out).containsExactly(5, 6);
        }
    }

    @Test
    void readsAnyRangeIntoAnyPlaceAndNothingElse() throws IOException {
        try (NpyReader reader = NpyReader.open(written(Shape.of(4, 5), ElementType.INT32))) {
            double[] out = {-1, -1, -1, -1, -1};
            reader.read(7, 3, out, 1);
            assertThat(out).containsExactly(-1, 7, 8, 9, -1);
            float[] floats = {-1, -1, -1};
            reader.read(19, 1, floats, 2);
            assertThat(floats).containsExactly(-1, -1, 19);
            reader.read(20, 0, out, 5);
            assertThat(out).containsExactly(-1, 7, 8, 9, -1);
        }
    }

    @Test
    void countsComplexElementsAndNotTheirParts() throws IOException {
        try (NpyReader reader = NpyReader.open(written(Shape.of(3, 2), ElementType.COMPLEX64))) {
            double[] out = new double[5];
            reader.read(3, 2, out, 1);
            assertThat(out).containsExactly(0, 6, 7, 8, 9);
            float[] slice = new float[4];
            reader.readSlice(2, slice);
            assertThat(slice).containsExactly(8, 9, 10, 11);
        }
    }

    @Test
    void refusesRangesOutsideTheArrayOrTheOutput() throws IOException {
        try (NpyReader reader = NpyReader.open(written(Shape.of(4, 5), ElementType.FLOAT64))) {
            assertThatThrownBy(() -> reader.read(18, 3, new double[3], 0))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessageContaining("20");
            assertThatThrownBy(() -> reader.read(-1, 1, new double[3], 0))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> reader.read(0, 3, new float[3], 1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> reader.readSlice(4, new double[5])).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> reader.readSlice(0, new double[4])).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void readsNothingOnceClosed() throws IOException {
        Path path = written(Shape.of(2), ElementType.FLOAT64);
        NpyReader reader = NpyReader.open(path);
        reader.close();
        assertThatThrownBy(reader::readAll).hasMessage(path + ": the reader is closed\n  fix  open the file again");
    }

    @Test
    void noticesAFileThatShrinksWhileItIsOpen() throws IOException {
        Path path = written(Shape.of(4, 5), ElementType.FLOAT64);
        try (NpyReader reader = NpyReader.open(path);
                FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 45);
            assertThatThrownBy(() -> reader.readSlice(3, new double[5]))
                    .hasMessageContaining("after 115 bytes of data")
                    .hasMessageContaining("2 of 4 slices are whole");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 40_000, 300_001})
    void readsArraysOfAnyLengthAcrossItsBuffers(int length) throws IOException {
        try (NpyReader reader = NpyReader.open(written(Shape.of(length), ElementType.FLOAT64))) {
            assertThat(reader.readAll()).isEqualTo(counting(length));
        }
    }

    /** Windows of one slice, of some, and of all; rows shorter and longer than what is gathered at once. */
    @ParameterizedTest
    @ValueSource(longs = {1, 8 * 6 * 2, 8 * 6 * 3, 1 << 20})
    void gathersFortranFilesInWindows(long windowBytes) throws IOException {
        Shape shape = Shape.of(7, 2, 3);
        try (NpyReader reader = NpyReader.open(fortran(shape), windowBytes)) {
            assertThat(reader.readAll()).isEqualTo(counting(42));
            assertThat(reader.readAllFloats()).hasSize(42).endsWith(40, 41);
            double[] part = new double[20];
            reader.read(11, 20, part, 0);
            for (int i = 0; i < part.length; i++) {
                assertThat(part[i]).isEqualTo(11 + i);
            }
            double[] slice = new double[6];
            for (int index : new int[] {6, 0, 5, 1, 1}) {
                reader.readSlice(index, slice);
                assertThat(slice[0]).as("slice %d", index).isEqualTo(6 * index);
            }
        }
    }

    @Test
    void gathersAFortranFileOfLongRows() throws IOException {
        try (NpyReader reader = NpyReader.open(fortran(Shape.of(40_000, 3)))) {
            assertThat(reader.readAll()).isEqualTo(counting(120_000));
        }
    }

    @Test
    void readsFortranFilesWithoutElements() throws IOException {
        Path path = NpyFiles.write(folder, "empty.npy", versionOne(header("<f8", true, "(5, 0, 3)")));
        assertThat(Npy.read(path).values()).isEmpty();
    }

    /** More than 2 GiB, of which only the written blocks take room on the disk. */
    @Test
    void readsAnyPartOfAFileBeyondTwoGibibytes() throws IOException {
        long rows = 700_000;
        Path path = folder.resolve("sparse.npy");
        byte[] head = HeaderFormat.bytes(ElementType.FLOAT32, Shape.of(rows, 1000));
        long end = head.length + rows * 4000;
        ByteBuffer last = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(1.5f)
                .putFloat(-2.5f)
                .flip();
        try (FileChannel channel = FileChannel.open(
                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            channel.write(ByteBuffer.wrap(head));
            channel.write(last.duplicate(), head.length + 600_000L * 4000);
            channel.write(last, end - 8);
        } catch (IOException e) {
            assumeTrue(false, "this file system takes no sparse file of 2.8 GB: " + e.getMessage());
        }
        try (NpyReader reader = NpyReader.open(path)) {
            float[] row = new float[1000];
            reader.readSlice(rows - 1, row);
            assertThat(row).startsWith(0, 0).endsWith(1.5f, -2.5f);
            double[] wide = new double[1000];
            reader.readSlice(600_000, wide);
            assertThat(wide).startsWith(1.5, -2.5, 0).endsWith(0, 0);
            reader.read(rows * 1000 - 1, 1, wide, 0);
            assertThat(wide[0]).isEqualTo(-2.5);
        } finally {
            Files.delete(path);
        }
    }

    @Test
    void roundTripsShapesOfEverySize() throws IOException {
        for (Shape shape :
                new Shape[] {Shape.of(), Shape.of(0), Shape.of(1), Shape.of(2, 3), Shape.of(5, 0), Shape.of(3, 1, 5)}) {
            for (ElementType type : ElementType.values()) {
                double[] values = new double[(int) shape.elements() * type.components()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = type == ElementType.BOOL ? i % 2 : i;
                }
                Path path = folder.resolve("round.npy");
                Npy.write(path, new NpyArray(shape, values, type));
                NpyArray array = Npy.read(path);
                assertThat(array.shape()).isEqualTo(shape);
                assertThat(array.type()).isEqualTo(type);
                assertThat(array.values()).as("%s of %s", shape, type).isEqualTo(values);
            }
        }
    }
}
