package org.rote.operators.propagation.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rote.operators.propagation.Differences;

/** Every provider, order and number of axes against the formulas in double precision, on rows of every length up to a few vectors and at odd places. */
final class KernelsTest {

    private static final long SEED = 20260627;

    /** Fifty roundings of single precision, of sums whose terms are of the order of 1. */
    private static final double ROUNDING = 50 * 0x1p-24 * 8;

    private static final int[] LENGTHS = {0, 1, 5, 15, 16, 17, 20, 31, 33, 64, 75};
    private static final int PROFILE_AT = 2;

    record Setting(KernelProvider provider, Differences differences, int axes) {

        int[] strides() {
            return axes == 2 ? new int[] {1, 112} : new int[] {1, 112, 112 * 19};
        }

        double[] spacings() {
            return axes == 2 ? new double[] {1, 1.25} : new double[] {1, 1.25, 0.8};
        }

        Kernels kernels() {
            return provider.kernels(differences.first(), differences.second(), strides(), spacings());
        }

        /** Far enough from the ends of a field for all differences. */
        int first() {
            return 8 * strides()[axes - 1] + 8 * (axes == 3 ? 112 : 0) + 11;
        }

        int size() {
            return 2 * first() + 112;
        }
    }

    static List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        for (KernelProvider provider : KernelProvider.values()) {
            for (Differences differences : Differences.values()) {
                settings.add(new Setting(provider, differences, 2));
                settings.add(new Setting(provider, differences, 3));
            }
        }
        return settings;
    }

    private final SplittableRandom random = new SplittableRandom(SEED);

    private float[] random(int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        return values;
    }

    private static double first(Setting setting, int axis, float[] v, int i) {
        double[] weights = setting.differences().first();
        double sum = 0;
        for (int k = 1; k < weights.length; k++) {
            int far = k * setting.strides()[axis];
            sum += weights[k] * ((double) v[i + far] - v[i - far]);
        }
        return sum / setting.spacings()[axis];
    }

    private static double second(Setting setting, int axis, float[] v, int i) {
        double[] weights = setting.differences().second();
        double sum = weights[0] * v[i];
        for (int k = 1; k < weights.length; k++) {
            int far = k * setting.strides()[axis];
            sum += weights[k] * ((double) v[i + far] + v[i - far]);
        }
        return sum / (setting.spacings()[axis] * setting.spacings()[axis]);
    }

    private static double laplacian(Setting setting, float[] v, int i) {
        double sum = 0;
        for (int axis = 0; axis < setting.axes(); axis++) {
            sum += second(setting, axis, v, i);
        }
        return sum;
    }

    /** What was written is as expected within the row and untouched elsewhere. */
    private static void written(
            Setting setting,
            String what,
            float[] before,
            float[] after,
            int from,
            int length,
            IntToDoubleFunction value) {
        for (int i = 0; i < after.length; i++) {
            String place = what + ", " + setting + ", length " + length + ", seed " + SEED + ", at " + (i - from);
            if (i >= from && i < from + length) {
                assertThat((double) after[i]).as(place).isCloseTo(value.applyAsDouble(i - from), within(ROUNDING));
            } else if (after[i] != before[i]) {
                assertThat(after[i]).as(place + " is outside of the row").isEqualTo(before[i]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void stepsTheInterior(Setting setting) {
        Kernels kernels = setting.kernels();
        float[] u = random(setting.size());
        float[] c = random(setting.size());
        float[] before = random(setting.size());
        float[] place = random(150);
        int from = setting.first();
        for (int length : LENGTHS) {
            IntToDoubleFunction change = i -> c[from + i] * laplacian(setting, u, from + i);
            IntToDoubleFunction next = i -> 2.0 * u[from + i] - before[from + i] + change.applyAsDouble(i);
            float[] after = before.clone();
            kernels.advance(u, after, c, from, from + length);
            written(setting, "advance", before, after, from, length, next);
            after = before.clone();
            float[] kept = place.clone();
            kernels.advanceKeeping(u, after, c, from, from + length, kept, 3);
            written(setting, "advanceKeeping", before, after, from, length, next);
            written(setting, "kept", place, kept, 3, length, change);
            float[] sum = place.clone();
            kernels.laplacian(u, from, from + length, sum, 5);
            written(setting, "laplacian", place, sum, 5, length, i -> laplacian(setting, u, from + i));
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void stepsWithAGivenSum(Setting setting) {
        Kernels kernels = setting.kernels();
        float[] u = random(200);
        float[] c = random(200);
        float[] before = random(200);
        float[] sum = random(150);
        float[] place = random(150);
        for (int length : LENGTHS) {
            IntToDoubleFunction change = i -> (double) c[40 + i] * sum[7 + i];
            IntToDoubleFunction next = i -> 2.0 * u[40 + i] - before[40 + i] + change.applyAsDouble(i);
            float[] after = before.clone();
            kernels.update(u, after, c, 40, 40 + length, sum, 7);
            written(setting, "update", before, after, 40, length, next);
            after = before.clone();
            float[] kept = place.clone();
            kernels.updateKeeping(u, after, c, 40, 40 + length, sum, 7, kept, 9);
            written(setting, "updateKeeping", before, after, 40, length, next);
            written(setting, "kept", place, kept, 9, length, change);
            float[] shared = sum.clone();
            kernels.updateKeeping(u, before.clone(), c, 40, 40 + length, shared, 7, shared, 7);
            written(setting, "kept in place of the sum", sum, shared, 7, length, change);
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void relaxesLayersForward(Setting setting) {
        Kernels kernels = setting.kernels();
        float[] u = random(setting.size());
        float[] psi = random(setting.size());
        float[] b = random(120);
        float[] a = random(120);
        float[] zeta = random(150);
        float[] sum = random(150);
        int from = setting.first();
        for (int axis = 0; axis < setting.axes(); axis++) {
            int d = axis;
            for (int length : LENGTHS) {
                float[] memory = zeta.clone();
                kernels.relaxFirst(axis, u, from, from + length, b, a, PROFILE_AT, memory, 4);
                written(setting, "psi along " + axis, zeta, memory, 4, length, i -> {
                    int p = d == 0 ? PROFILE_AT + i : PROFILE_AT;
                    return (double) b[p] * zeta[4 + i] + a[p] * first(setting, d, u, from + i);
                });
                float[] second = zeta.clone();
                float[] added = sum.clone();
                int q = from - 1;
                kernels.relaxSecond(axis, u, from, from + length, b, a, PROFILE_AT, psi, q, second, 6, added, 2);
                IntToDoubleFunction zetaAfter = i -> {
                    int p = d == 0 ? PROFILE_AT + i : PROFILE_AT;
                    return (double) b[p] * zeta[6 + i]
                            + a[p] * (second(setting, d, u, from + i) + first(setting, d, psi, q + i));
                };
                written(setting, "zeta along " + axis, zeta, second, 6, length, zetaAfter);
                written(
                        setting,
                        "sum along " + axis,
                        sum,
                        added,
                        2,
                        length,
                        i -> sum[2 + i] + first(setting, d, psi, q + i) + zetaAfter.applyAsDouble(i));
                added = sum.clone();
                kernels.addFirst(axis, psi, q, q + length, added, 2);
                written(
                        setting,
                        "addFirst along " + axis,
                        sum,
                        added,
                        2,
                        length,
                        i -> sum[2 + i] + first(setting, d, psi, q + i));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void relaxesLayersTransposed(Setting setting) {
        Kernels kernels = setting.kernels();
        float[] mu = random(setting.size());
        float[] w = random(setting.size());
        float[] v = random(setting.size());
        float[] b = random(120);
        float[] a = random(120);
        float[] place = random(150);
        int from = setting.first();
        for (int axis = 0; axis < setting.axes(); axis++) {
            int d = axis;
            for (int length : LENGTHS) {
                float[] memory = place.clone();
                kernels.relax(axis, mu, from, from + length, b, a, PROFILE_AT, memory, 4);
                written(setting, "W along " + axis, place, memory, 4, length, i -> {
                    int p = d == 0 ? PROFILE_AT + i : PROFILE_AT;
                    return (double) b[p] * place[4 + i] + (double) a[p] * mu[from + i];
                });
                int q = from + 1;
                float[] second = place.clone();
                kernels.relaxTransposed(axis, mu, from, from + length, b, a, PROFILE_AT, w, q, second, 6);
                written(setting, "V along " + axis, place, second, 6, length, i -> {
                    int p = d == 0 ? PROFILE_AT + i : PROFILE_AT;
                    return (double) b[p] * place[6 + i]
                            - a[p] * (first(setting, d, mu, from + i) + first(setting, d, w, q + i));
                });
                float[] sum = place.clone();
                kernels.addTransposed(axis, w, q, v, from - 2, length, sum, 8);
                written(
                        setting,
                        "sum along " + axis,
                        place,
                        sum,
                        8,
                        length,
                        i -> place[8 + i] + second(setting, d, w, q + i) - first(setting, d, v, from - 2 + i));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void correlatesAndScatters(Setting setting) {
        Kernels kernels = setting.kernels();
        float[] field = random(200);
        float[] factor = random(200);
        float[] kept = random(150);
        for (int length : LENGTHS) {
            IntToDoubleFunction expected = i -> field[50 + i] + (double) factor[50 + i] * kept[3 + i];
            float[] gradient = field.clone();
            kernels.correlate(gradient, factor, 50, 50 + length, kept, 3);
            written(setting, "correlate", field, gradient, 50, length, expected);
            float[] next = field.clone();
            kernels.scatter(next, factor, 50, 50 + length, kept, 3);
            written(setting, "scatter", field, next, 50, length, expected);
        }
    }

    /** A step must not depend on how the grid was cut into rows. */
    @ParameterizedTest
    @MethodSource("settings")
    void roundsAPointAlikeInEveryRow(Setting setting) {
        Kernels kernels = setting.kernels();
        float[] u = random(setting.size());
        float[] c = random(setting.size());
        float[] before = random(setting.size());
        int from = setting.first();
        float[] whole = before.clone();
        kernels.advance(u, whole, c, from, from + 75);
        for (int cut = 1; cut < 75; cut += 7) {
            float[] parts = before.clone();
            kernels.advance(u, parts, c, from, from + cut);
            kernels.advance(u, parts, c, from + cut, from + 75);
            assertThat(parts)
                    .as("%s, cut after %d, seed %d", setting, cut, SEED)
                    .isEqualTo(whole);
        }
    }

    @Test
    void choosesTheVectorApiWhereItIs() {
        boolean isThere = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        assertThat(KernelProvider.chosen()).isEqualTo(isThere ? KernelProvider.VECTOR : KernelProvider.PLAIN);
    }

    @Test
    void refusesGridsOfOtherDimensions() {
        for (int[] strides : Stream.of(new int[] {1}, new int[] {2, 8}, new int[] {1, 8, 64, 512})
                .toList()) {
            double[] spacings = new double[strides.length];
            Arrays.fill(spacings, 1);
            assertThatThrownBy(() -> KernelProvider.PLAIN.kernels(
                            Differences.EIGHTH.first(), Differences.EIGHTH.second(), strides, spacings))
                    .hasMessageContaining("must have 2 or 3 axes");
        }
    }
}
