package org.rote.plugins.format.arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.rote.plugins.format.arrays.ArrayFiles.VELOCITY;
import static org.rote.plugins.format.arrays.ArrayFiles.counting;
import static org.rote.plugins.format.arrays.ArrayFiles.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.arrays.ArrayFileException;
import org.rote.arrays.ElementType;
import org.rote.arrays.Shape;
import org.rote.plugins.format.arrays.ArrayFiles.Section;
import org.rote.spi.Dataset;
import org.rote.spi.Element;
import org.rote.spi.InvalidInputException;
import org.rote.spi.RunInterruptedException;
import org.rote.spi.Space;

class BadFilesTest {

    @TempDir
    private Path folder;

    @Test
    void rejectsWhatIsNoArrayFile() throws IOException {
        rejects(
                Files.writeString(folder.resolve("notes.npy"), "velocity\n1500\n"),
                "not a NumPy .npy file: it starts with");
        rejects(
                Files.createFile(folder.resolve("empty.npy")),
                "truncated: the file ends before the header (copy or write the file again)");
        rejects(folder, "this is a folder, not a file (name an .npy file in it)");
        rejects(folder.resolve("none.npy"), "there is no such file (correct the name of the file)");
    }

    @Test
    void rejectsATruncatedFile() throws IOException {
        Path file = ArrayFiles.plain(folder, ElementType.FLOAT64, Shape.of(4, 2, 3), counting(24));
        byte[] bytes = Files.readAllBytes(file);
        rejects(
                Files.write(file, Arrays.copyOf(bytes, bytes.length - 10)),
                "truncated: the file ends after 182 bytes of data, but shape (4, 2, 3) of f8 needs 192");
    }

    @Test
    void rejectsAHeaderThatLiesAboutTheSize() throws IOException {
        rejects(
                ArrayFiles.withHeader(folder, false, "(1000000000, 2, 3)", counting(24)),
                "truncated: the file ends after 192 bytes of data, but shape (1000000000, 2, 3) of f8 needs 48000000000");
    }

    @Test
    void findsATruncatedCompressedFileWhenItReadsThere() throws IOException {
        Path whole = ArrayFiles.compressed(
                ArrayFiles.plain(folder, ElementType.FLOAT64, Shape.of(400, 2, 3), counting(2400)));
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut.npy.gz"), Arrays.copyOf(bytes, bytes.length / 2));
        Dataset dataset = Section.of(cut).open(VELOCITY);
        assertThat(read(dataset, 0)).containsExactly(counting(6));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> read(dataset, 399))
                .withMessageStartingWith("file: " + cut + ": truncated: the gzip data are cut short after ")
                .withCauseInstanceOf(ArrayFileException.class);
    }

    @Test
    void findsACompressedHeaderThatLiesWithoutAskingForItsMemory() throws IOException {
        Path lying = ArrayFiles.compressed(ArrayFiles.withHeader(folder, false, "(2000000000, 2, 3)", counting(12)));
        Dataset dataset = Section.of(lying).open(VELOCITY);
        assertThat(dataset.count()).isEqualTo(2_000_000_000);
        assertThat(read(dataset, 1)).containsExactly(7, 8, 9, 10, 11, 12);
        assertThat(read(dataset, 0)).containsExactly(1, 2, 3, 4, 5, 6);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> read(dataset, 2))
                .withMessageStartingWith(
                        "file: " + lying + ": truncated: the decompressed data end after 96 bytes of data");
    }

    @Test
    void rejectsComplexNumbers() throws IOException {
        Path file = ArrayFiles.plain(folder, ElementType.COMPLEX64, Shape.of(2, 3), counting(12));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Section.of(file).open(VELOCITY))
                .withMessage("file: " + file + ": models of real numbers are read, got c8 in the file"
                        + " (save one of the parts as an array of its own)");
        Path real = ArrayFiles.plain(
                Files.createDirectory(folder.resolve("real")), ElementType.FLOAT64, Shape.of(2, 3), counting(6));
        Space complex = new Space(VELOCITY.axes(), "field", "1", Element.COMPLEX128);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Section.of(real).open(complex))
                .withMessageContaining(
                        "models of real numbers are read, got field, x 2 (step 10.0 m) × z 3 (step 10.0 m), complex");
    }

    @Test
    void closesTheFileWhenTheSectionIsWrong() throws IOException {
        Path file = ArrayFiles.plain(folder, ElementType.FLOAT64, Shape.of(2, 3), counting(6));
        Path descriptors = Path.of("/proc/self/fd");
        assumeTrue(Files.isDirectory(descriptors), "no list of open files here");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Section.of(file).withTake("1").open(VELOCITY));
        assertThat(open(descriptors)).doesNotContain(file.toRealPath());
        try (AutoCloseable dataset = (AutoCloseable) Section.of(file).open(VELOCITY)) {
            assertThat(dataset).isNotNull();
            assertThat(open(descriptors)).contains(file.toRealPath());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        assertThat(open(descriptors)).doesNotContain(file.toRealPath());
    }

    @Test
    void refusesToReadAfterClosing() throws Exception {
        Path file = ArrayFiles.plain(folder, ElementType.FLOAT64, Shape.of(2, 3), counting(6));
        Dataset dataset = Section.of(file).open(VELOCITY);
        ((AutoCloseable) dataset).close();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> read(dataset, 0))
                .withMessage("the data set is closed");
    }

    @Test
    void passesAnInterruptionOn() throws IOException {
        Path file = ArrayFiles.plain(folder, ElementType.FLOAT64, Shape.of(2, 3), counting(6));
        Dataset dataset = Section.of(file).open(VELOCITY);
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(RunInterruptedException.class).isThrownBy(() -> read(dataset, 0));
        assertThat(Thread.interrupted()).isTrue();
    }

    private static List<Path> open(Path descriptors) throws IOException {
        try (Stream<Path> files = Files.list(descriptors)) {
            return files.filter(Files::exists).map(BadFilesTest::target).toList();
        }
    }

    private static Path target(Path link) {
        try {
            return link.toRealPath();
        } catch (IOException e) {
            return link;
        }
    }

    private static void rejects(Path file, String what) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Section.of(file).open(VELOCITY))
                .withMessageStartingWith("file: " + file + ": " + what)
                .withCauseInstanceOf(ArrayFileException.class);
    }
}
