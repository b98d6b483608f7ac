package org.rote.plugins.format.arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.rote.plugins.format.arrays.ArrayFiles.VELOCITY;
import static org.rote.plugins.format.arrays.ArrayFiles.counting;
import static org.rote.plugins.format.arrays.ArrayFiles.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.arrays.ElementType;
import org.rote.arrays.Shape;
import org.rote.numerics.WaveSpeed;
import org.rote.plugins.format.arrays.ArrayFiles.Section;
import org.rote.spi.Axis;
import org.rote.spi.Dataset;
import org.rote.spi.Element;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Space;

class NpyTest {

    private static final String MODEL = "velocity in m/s, x 2 (step 10.0 m) × z 3 (step 10.0 m)";

    @TempDir
    private Path folder;

    @Test
    void readsManyModelsInTheOrderOfTheSpace() throws IOException {
        Dataset dataset = file(Shape.of(2, 2, 3)).open(VELOCITY);
        assertThat(dataset.count()).isEqualTo(2);
        assertThat(dataset.space()).isEqualTo(VELOCITY);
        assertThat(read(dataset, 1)).containsExactly(7, 8, 9, 10, 11, 12);
    }

    @Test
    void readsModelsStoredTheOtherWay() throws IOException {
        Dataset dataset = file(Shape.of(2, 3, 2)).withAxes("z", "x").open(VELOCITY);
        assertThat(read(dataset, 0)).containsExactly(1, 3, 5, 2, 4, 6);
    }

    @Test
    void readsAFortranFileOfThreeAxesStoredTheOtherWay() throws IOException {
        Space space = new Space(
                List.of(Axis.metres("x", 2, 1), Axis.metres("y", 3, 1), Axis.metres("z", 4, 1)),
                "velocity",
                "m/s",
                Element.FLOAT64);
        // Two models [z][y][x] in Fortran order: the number of the model runs fastest, x slowest.
        Path file = ArrayFiles.withHeader(folder, true, "(2, 4, 3, 2)", counting(48));
        Dataset dataset = Section.of(file).withAxes("z", "y", "x").open(space);
        for (int n = 0; n < 2; n++) {
            double[] out = read(dataset, n);
            for (int x = 0; x < 2; x++) {
                for (int y = 0; y < 3; y++) {
                    for (int z = 0; z < 4; z++) {
                        assertThat(out[(x * 3 + y) * 4 + z]).isEqualTo(1 + n + 2 * (z + 4 * (y + 3 * x)));
                    }
                }
            }
        }
    }

    @Test
    void readsThreeAxesInAnyOrder() throws IOException {
        Space space = new Space(
                List.of(Axis.metres("x", 2, 1), Axis.metres("y", 3, 1), Axis.metres("z", 4, 1)),
                "velocity",
                "m/s",
                Element.FLOAT64);
        double[] out = read(file(Shape.of(3, 4, 2)).withAxes("y", "z", "x").open(space), 0);
        for (int x = 0; x < 2; x++) {
            for (int y = 0; y < 3; y++) {
                for (int z = 0; z < 4; z++) {
                    assertThat(out[(x * 3 + y) * 4 + z]).isEqualTo(1 + (y * 4 + z) * 2 + x);
                }
            }
        }
    }

    @Test
    void readsASingleModelWithoutAnAxisThatCounts() throws IOException {
        Dataset dataset = file(Shape.of(2, 3)).open(VELOCITY);
        assertThat(dataset.count()).isEqualTo(1);
        assertThat(read(dataset, 0)).containsExactly(counting(6));
    }

    @Test
    void readsScalarsAndVectors() throws IOException {
        Space scalar = new Space(List.of(), "value", "1", Element.FLOAT64);
        assertThat(read(file(Shape.of(4)).open(scalar), 3)).containsExactly(4);
        assertThat(file(Shape.of()).open(scalar).count()).isEqualTo(1);
        assertThat(read(file(Shape.of(4)).open(Space.vector(4)), 0)).containsExactly(1, 2, 3, 4);
        assertThat(read(file(Shape.of(4, 1)).open(Space.vector(1)), 2)).containsExactly(3);
    }

    @Test
    void takesOneModelForATruth() throws IOException {
        Dataset dataset = file(Shape.of(5, 2, 3)).withTake("3").open(VELOCITY);
        assertThat(dataset.count()).isEqualTo(1);
        assertThat(read(dataset, 0)).containsExactly(19, 20, 21, 22, 23, 24);
    }

    @Test
    void convertsUnitAndQuantity() throws IOException {
        Space slowness = WaveSpeed.SLOWNESS.in(VELOCITY);
        Dataset dataset = file(Shape.of(2, 3))
                .withUnit("km/s")
                .withQuantity(WaveSpeed.VELOCITY)
                .open(slowness);
        assertThat(read(dataset, 0))
                .containsExactly(1 / 1000.0, 1 / 2000.0, 1 / 3000.0, 1 / 4000.0, 1 / 5000.0, 1 / 6000.0);
    }

    @Test
    void isEmptyWhereTheFileIs() throws IOException {
        assertThat(file(Shape.of(0, 2, 3)).open(VELOCITY).count()).isZero();
    }

    @Test
    void saysWhichAxesWouldFit() throws IOException {
        rejects(
                file(Shape.of(5, 3, 2)),
                VELOCITY,
                ": has shape (5, 3, 2), expected (models, 2, 3) or, for one model, (2, 3): " + MODEL
                        + " (it fits with axes: [z, x])");
        rejects(
                file(Shape.of(2, 3)).withAxes("z", "x"),
                VELOCITY,
                ": has shape (2, 3), expected (models, 3, 2) or, for one model, (3, 2): " + MODEL
                        + " (it fits with axes: [x, z])");
    }

    @Test
    void saysHowToReshapeOrThatTheSizeIsWrong() throws IOException {
        rejects(
                file(Shape.of(4, 6)),
                VELOCITY,
                ": has shape (4, 6), expected (models, 2, 3) or, for one model, (2, 3): " + MODEL
                        + " (where its numbers are whole models one after the other, save it with reshape(4, 2, 3))");
        rejects(
                file(Shape.of(5)),
                Space.vector(1),
                ": has shape (5,), expected (models, 1) or, for one model, (1,): value, component 1"
                        + " (where its numbers are whole models one after the other, save it with reshape(5, 1))");
        rejects(
                file(Shape.of(5, 2, 4)),
                VELOCITY,
                ": has shape (5, 2, 4), expected (models, 2, 3) or, for one model, (2, 3): " + MODEL
                        + " (cut, pad or resample the models, or change the grid that they must fill)");
        rejects(
                file(Shape.of(2, 4)),
                new Space(List.of(), "value", "1", Element.FLOAT64),
                ": has shape (2, 4), expected (models,) or, for one model, (): value, scalar"
                        + " (where its numbers are whole models one after the other, save it with reshape(8,))");
    }

    @Test
    void rejectsAxesThatAreNotThoseOfAModel() throws IOException {
        String fix = " (name each of them once, in the order of the file)";
        for (List<String> names : List.of(List.of("z", "y"), List.of("z"), List.of("x", "x"), List.of("x", "y", "z"))) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> file(Shape.of(2, 3))
                            .withAxes(names.toArray(String[]::new))
                            .open(VELOCITY))
                    .withMessage(
                            "axes: names [" + String.join(", ", names) + "], but a model has the axes [x, z]" + fix);
        }
    }

    @Test
    void tellsEveryProblemOfASectionAtOnce() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> file(Shape.of(3, 4)).withUnit("m").open(VELOCITY))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(problem -> problem.where())
                        .containsExactly("unit", "file"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() ->
                        file(Shape.of(3, 4)).withUnit("furlong").withTake("x").open(VELOCITY))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(problem -> problem.where())
                        .containsExactly("unit", "take"));
    }

    @Test
    void saysHowManyModelsThereAre() throws IOException {
        Section section = file(Shape.of(5, 2, 3)).withTake("0..5");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> section.open(VELOCITY))
                .withMessage("take: asks for model 5, but " + section.file()
                        + " holds 5 models, from 0 to 4 (take numbers up to 4)");
    }

    @Test
    void namesTheModelAndThePlaceOfWhatIsNoNumber() throws IOException {
        double[] values = counting(24);
        values[2 * 6 + 3] = Double.NaN;
        Section stack = Section.of(ArrayFiles.plain(folder, ElementType.FLOAT64, Shape.of(4, 3, 2), values));
        Dataset dataset = stack.withAxes("z", "x").withTake("3", "2").open(VELOCITY);
        assertThat(read(dataset, 0)).containsExactly(19, 21, 23, 20, 22, 24);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> read(dataset, 1))
                .withMessage("file: " + stack.file() + ": model 2: the number at [2, 1, 1] must be finite, got NaN"
                        + " (correct the file, or leave the model out by take)");
    }

    @Test
    void namesThePlaceInAFileOfOneModel() throws IOException {
        Section single = Section.of(
                ArrayFiles.plain(folder, ElementType.FLOAT64, Shape.of(2, 3), 1, 2, 3, 4, 5, Double.NEGATIVE_INFINITY));
        Dataset dataset = single.open(VELOCITY);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> read(dataset, 0))
                .withMessageContaining("model 0: the number at [1, 2] must be finite, got -Infinity");
    }

    @Test
    void namesTheValueThatCannotBeConverted() throws IOException {
        Path file = ArrayFiles.plain(folder, ElementType.INT16, Shape.of(2, 3), 1500, 1500, 0, 1500, 1500, 1500);
        Dataset dataset = Section.of(file).withQuantity(WaveSpeed.VELOCITY).open(WaveSpeed.SLOWNESS.in(VELOCITY));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> read(dataset, 0))
                .withMessageContaining(
                        "model 0: the number at [0, 2] must be greater than 0 to become slowness, got 0.0 m/s");
    }

    private Section file(Shape shape) throws IOException {
        return Section.of(ArrayFiles.plain(folder, ElementType.FLOAT64, shape, counting((int) shape.elements())));
    }

    private static void rejects(Section section, Space space, String what) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> section.open(space))
                .withMessage("file: " + section.file() + what);
    }
}
