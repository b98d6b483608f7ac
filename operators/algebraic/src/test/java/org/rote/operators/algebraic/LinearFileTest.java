package org.rote.operators.algebraic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.arrays.ElementType;
import org.rote.arrays.Npy;
import org.rote.arrays.NpyArray;
import org.rote.arrays.Shape;
import org.rote.spi.ForwardOperator;
import org.rote.spi.InvalidInputException;
import org.rote.testkit.TestContext;

class LinearFileTest {

    @TempDir
    private Path folder;

    @Test
    void readsTheMatrixFromAFile() throws IOException {
        ForwardOperator linear = linear(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
        double[] out = new double[2];
        linear.forward(new double[] {1, 10, 100}, out);
        assertThat(out).containsExactly(321, 654);
    }

    @Test
    void rejectsAnArrayThatIsNoMatrix() {
        rejects("expected a matrix, got an array of shape (3,)", Shape.of(3), 1, 2, 3);
        rejects("expected a matrix, got an array of shape (0, 3)", Shape.of(0, 3));
    }

    @Test
    void namesTheEntryThatIsNotFinite() {
        rejects("entry [1][0] must be finite, got NaN", Shape.of(2, 2), 1, 2, Double.NaN, 4);
    }

    @Test
    void rejectsComplexNumbers() throws IOException {
        Path file = folder.resolve("complex.npy");
        Npy.write(file, new NpyArray(Shape.of(1, 1), new double[] {1, 2}, ElementType.COMPLEX128));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> linear(file))
                .withMessage("file: " + file + ": expected real numbers, got complex ones"
                        + " (give an array with the two axes (data, unknowns) of real numbers)");
    }

    @Test
    void saysWhichFileIsMissing() {
        Path file = folder.resolve("none.npy");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> linear(file))
                .withMessageStartingWith("file: " + file + ": ")
                .withCauseInstanceOf(IOException.class);
    }

    private void rejects(String what, Shape shape, double... values) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> linear(shape, values))
                .withMessageStartingWith("file: " + folder.resolve("a.npy") + ": " + what);
    }

    private ForwardOperator linear(Shape shape, double... values) throws IOException {
        Path file = folder.resolve("a.npy");
        Npy.write(file, shape, values);
        return linear(file);
    }

    private static ForwardOperator linear(Path file) {
        LinearConfig config = new LinearConfig(Optional.empty(), Optional.of(file));
        return new LinearFactory().create(config, TestContext.forOperator());
    }
}
