package org.rote.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rote.numerics.SeparableTransform.Functions;

class SeparableTransformTest {

    /** Sums of some hundred products of numbers of size 1. */
    private static final double ROUNDING = 1e-13;

    private static final int[] COUNTS = {3, 2, 4};
    private static final int[] CELLS = {4, 5, 3};

    private static List<Functions> functions(int axes) {
        List<Functions> functions = new ArrayList<>();
        for (int d = 0; d < axes; d++) {
            double[] values = new double[COUNTS[d] * CELLS[d]];
            int axis = d;
            Arrays.setAll(values, i -> Math.sin(1 + 3 * i + 7 * axis));
            functions.add(new Functions(COUNTS[d], CELLS[d], values));
        }
        return functions;
    }

    /** The product of functions k in cell i. */
    private static double product(int axes, int k, int i) {
        double product = 1;
        for (int d = axes - 1; d >= 0; d--) {
            product *= functions(axes).get(d).values()[k % COUNTS[d] * CELLS[d] + i % CELLS[d]];
            k /= COUNTS[d];
            i /= CELLS[d];
        }
        return product;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void sumsProductsOfFunctions(int axes) {
        SeparableTransform transform = new SeparableTransform(functions(axes));
        double[] c = new double[transform.coefficients()];
        Arrays.setAll(c, k -> Math.cos(k));
        double[] before = c.clone();
        double[] v = new double[transform.values()];
        Arrays.fill(v, Double.NaN);
        transform.synthesize(c, v);
        assertThat(c).isEqualTo(before);
        for (int i = 0; i < v.length; i++) {
            double expected = 0;
            for (int k = 0; k < c.length; k++) {
                expected += c[k] * product(axes, k, i);
            }
            assertThat(v[i]).as("cell %d", i).isCloseTo(expected, within(ROUNDING));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void analyzesByTheTranspose(int axes) {
        SeparableTransform transform = new SeparableTransform(functions(axes));
        double[] v = new double[transform.values()];
        Arrays.setAll(v, i -> Math.cos(i));
        double[] before = v.clone();
        double[] c = new double[transform.coefficients()];
        Arrays.fill(c, Double.NaN);
        transform.analyze(v, c);
        assertThat(v).isEqualTo(before);
        for (int k = 0; k < c.length; k++) {
            double expected = 0;
            for (int i = 0; i < v.length; i++) {
                expected += v[i] * product(axes, k, i);
            }
            assertThat(c[k]).as("coefficient %d", k).isCloseTo(expected, within(ROUNDING));
        }
    }

    @Test
    void refusesFunctionsOfAnotherLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Functions(2, 3, new double[5]))
                .withMessage("functions: count=2 cells=3 values=5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeparableTransform(List.of()))
                .withMessage("no axis");
    }
}
