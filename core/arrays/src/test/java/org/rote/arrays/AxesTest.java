package org.rote.arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rote.arrays.NpyFiles.counting;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AxesTest {
    static Stream<Arguments> shapesAndPermutations() {
        return Stream.of(
                Arguments.of(Shape.of(), new int[] {}),
                Arguments.of(Shape.of(5), new int[] {0}),
                Arguments.of(Shape.of(2, 3), new int[] {0, 1}),
                Arguments.of(Shape.of(2, 3), new int[] {1, 0}),
                Arguments.of(Shape.of(1, 70), new int[] {1, 0}),
                Arguments.of(Shape.of(65, 33), new int[] {1, 0}),
                Arguments.of(Shape.of(0, 3), new int[] {1, 0}),
                Arguments.of(Shape.of(4, 37, 41), new int[] {0, 2, 1}),
                Arguments.of(Shape.of(4, 3, 5), new int[] {1, 0, 2}),
                Arguments.of(Shape.of(4, 3, 5), new int[] {2, 0, 1}),
                Arguments.of(Shape.of(4, 3, 5), new int[] {1, 2, 0}),
                Arguments.of(Shape.of(4, 3, 5), new int[] {2, 1, 0}),
                Arguments.of(Shape.of(2, 3, 4, 5), new int[] {3, 0, 2, 1}));
    }

    /** Where element {@code index} of the output comes from, by the definition: one axis after the other. */
    private static int origin(Shape shape, int[] permutation, int index) {
        long[] inIndex = new long[shape.rank()];
        for (int axis = shape.rank() - 1, rest = index; axis >= 0; axis--) {
            int length = (int) shape.length(permutation[axis]);
            inIndex[permutation[axis]] = rest % length;
            rest /= length;
        }
        long result = 0;
        for (int axis = 0; axis < shape.rank(); axis++) {
            result = result * shape.length(axis) + inIndex[axis];
        }
        return (int) result;
    }

    @ParameterizedTest
    @MethodSource("shapesAndPermutations")
    void putsEveryElementInItsPlace(Shape shape, int[] permutation) {
        int size = (int) shape.elements();
        double[] values = counting(size);
        double[] out = new double[size];
        float[] floats = new float[size];
        float[] floatsOut = new float[size];
        for (int i = 0; i < size; i++) {
            floats[i] = i;
        }
        Arrays.fill(out, Double.NaN);
        Arrays.fill(floatsOut, Float.NaN);
        Axes.transpose(values, shape, permutation, out);
        Axes.transpose(floats, shape, permutation, floatsOut);
        for (int i = 0; i < size; i++) {
            int origin = origin(shape, permutation, i);
            assertThat(out[i]).as("element %d", i).isEqualTo(origin);
            assertThat(floatsOut[i]).as("element %d", i).isEqualTo(origin);
        }
        assertThat(values).containsExactly(counting(size));
    }

    @Test
    void turnsDepthByDistanceIntoDistanceByDepth() {
        double[] depthByDistance = {11, 12, 13, 21, 22, 23};
        double[] distanceByDepth = new double[6];
        Axes.transpose(depthByDistance, Shape.of(2, 3), new int[] {1, 0}, distanceByDepth);
        assertThat(distanceByDepth).containsExactly(11, 21, 12, 22, 13, 23);
    }

    @Test
    void refusesMisuse() {
        double[] six = new double[6];
        assertThatThrownBy(() -> Axes.transpose(six, Shape.of(2, 3), new int[] {1, 0}, new double[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("values.length=6 and out.length=5 must both be 6, the elements of shape (2, 3)");
        assertThatThrownBy(() -> Axes.transpose(six, Shape.of(2, 3), new int[] {1, 0}, six))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("values and out are the same array");
        for (int[] permutation : new int[][] {{0}, {0, 0}, {0, 1, 2}, {1, 2}, {}}) {
            assertThatThrownBy(() -> Axes.transpose(six, Shape.of(2, 3), permutation, new double[6]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("permutation=" + Arrays.toString(permutation)
                            + " must name each of the 2 axes of shape (2, 3) once");
        }
    }
}
