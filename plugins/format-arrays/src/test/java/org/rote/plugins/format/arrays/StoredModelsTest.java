package org.rote.plugins.format.arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.rote.plugins.format.arrays.ArrayFiles.counting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.arrays.ArrayFileException;
import org.rote.arrays.ElementType;
import org.rote.arrays.NpyReader;
import org.rote.arrays.Shape;
import org.rote.numerics.input.Take;
import org.rote.plugins.format.arrays.ArrayFiles.Section;
import org.rote.spi.Checks;
import org.rote.testkit.TestContext;

class StoredModelsTest {

    private static final int SIZE = 6;

    @TempDir
    private Path folder;

    @Test
    void readsACompressedFileForwardWithoutLoadingIt() throws IOException {
        Path file = compressed(ElementType.UINT16);
        try (StoredModels models = new StoredModels(NpyReader.open(file), selection("1", "3..5"), SIZE)) {
            assertThat(model(models, 0)).containsExactly(7, 8, 9, 10, 11, 12);
            assertThat(model(models, 2)[0]).isEqualTo(25);
            Files.delete(file);
            assertThat(model(models, 3)[0]).isEqualTo(31);
            assertThatExceptionOfType(ArrayFileException.class).isThrownBy(() -> model(models, 0));
        }
    }

    @Test
    void loadsTheWantedModelsAtTheFirstStepBackward() throws IOException {
        Path file = compressed(ElementType.UINT16);
        long twoModels = 2 * SIZE * Float.BYTES;
        try (StoredModels models = new StoredModels(NpyReader.open(file), selection("5", "2"), SIZE, twoModels)) {
            assertThat(models.doubt()).isEmpty();
            assertThat(model(models, 0)[0]).isEqualTo(31);
            assertThat(model(models, 1)[0]).isEqualTo(13);
            Files.delete(file);
            assertThat(model(models, 0)[5]).isEqualTo(36);
            assertThat(model(models, 1)[5]).isEqualTo(18);
        }
    }

    @Test
    void loadsWhatFloatCannotHoldExactly() throws IOException {
        double[] values = counting(2 * SIZE);
        values[0] = 0.1;
        Path file = ArrayFiles.compressed(ArrayFiles.plain(folder, ElementType.FLOAT64, Shape.of(2, SIZE), values));
        try (StoredModels models = new StoredModels(NpyReader.open(file), selection("0..1"), SIZE)) {
            assertThat(model(models, 1)[0]).isEqualTo(7);
            assertThat(model(models, 0)[0]).isEqualTo(0.1);
        }
    }

    @Test
    void startsTheFileAgainWhereTheModelsDoNotFit() throws IOException {
        Path file = compressed(ElementType.UINT16);
        long lessThanTwoModels = 2 * SIZE * Float.BYTES - 1;
        try (StoredModels models =
                new StoredModels(NpyReader.open(file), selection("5", "2"), SIZE, lessThanTwoModels)) {
            assertThat(model(models, 0)[0]).isEqualTo(31);
            assertThat(model(models, 1)[0]).isEqualTo(13);
            assertThat(model(models, 0)[0]).isEqualTo(31);
            assertThat(models.doubt().orElseThrow())
                    .startsWith(
                            "the models take 0 MB, too much to keep in memory, and a file that is compressed or in Fortran order")
                    .endsWith("save it as a plain .npy file in C order, or give Java more memory");
        }
    }

    @Test
    void neverLoadsAPlainFile() throws IOException {
        Path file = ArrayFiles.plain(folder, ElementType.UINT16, Shape.of(6, SIZE), counting(6 * SIZE));
        try (StoredModels models = new StoredModels(NpyReader.open(file), selection("5", "2"), SIZE, 0)) {
            assertThat(models.doubt()).isEmpty();
            assertThat(model(models, 1)[0]).isEqualTo(13);
            assertThat(model(models, 0)[0]).isEqualTo(31);
        }
    }

    @Test
    void warnsOnlyOfWhatIsSlow() throws IOException {
        TestContext context = TestContext.in(ArrayFiles.VELOCITY);
        Path small = ArrayFiles.compressed(
                ArrayFiles.plain(folder, ElementType.UINT16, Shape.of(6, 2, 3), counting(6 * SIZE)));
        Section.of(small).open(context);
        assertThat(context.warnings()).isEmpty();
        Path huge = ArrayFiles.compressed(ArrayFiles.withHeader(folder, false, "(2000000000, 2, 3)", counting(12)));
        Section.of(huge).open(context);
        assertThat(context.warnings()).hasSize(1);
        assertThat(context.warnings().get(0))
                .startsWith(huge + ": the models take 96000 MB, too much to keep in memory");
    }

    private Path compressed(ElementType type) throws IOException {
        return ArrayFiles.compressed(ArrayFiles.plain(folder, type, Shape.of(6, SIZE), counting(6 * SIZE)));
    }

    private static double[] model(StoredModels models, int index) throws ArrayFileException {
        double[] out = new double[SIZE];
        models.read(index, out);
        return out;
    }

    private static Take.Selection selection(String... entries) {
        Checks checks = new Checks();
        Take.Selection selection =
                Take.parse("model", Optional.of(List.of(entries)), checks).of(6, "file", checks);
        checks.verify();
        return selection;
    }
}
