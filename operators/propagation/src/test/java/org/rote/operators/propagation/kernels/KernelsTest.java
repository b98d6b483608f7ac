package org.rote.operators.propagation.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rote.operators.propagation.Differences;

/** Every provider, order and number of axes against the formulas in double precision, on rows at odd places. */
final class KernelsTest {

    private static final long SEED = 20260627;

    /** Fifty roundings of single precision, of sums whose terms are of the order of 1. */
    private static final double ROUNDING = 50 * 0x1p-24 * 8;

    /** Of the rows: a small part of what lies between the beginnings of two of them, and most of it, which plain Java lays out differently. */
    private static final int[] LENGTHS = {32, 80};

    /** From one row to the next in the places that are not the grid. */
    private static final int APART = 93;

    /** Rows of the grid: more than plain Java works at, at once. */
    private static final int MANY = 20;

    private static final int[] COUNTS = {0, 1, MANY};
    private static final int DEPTH = 2;

    record Setting(KernelProvider provider, Differences differences, int axes, int length) {

        int[] strides() {
            return axes == 2 ? new int[] {1, 112} : new int[] {1, 112, 112 * 19};
        }

        double[] spacings() {
            return axes == 2 ? new double[] {1, 1.25} : new double[] {1, 1.25, 0.8};
        }

        Kernels kernels() {
            return provider.kernels(
                    differences.second(),
                    Differences.FOURTH.first(),
                    layerDifferences().second(),
                    strides(),
                    spacings());
        }

        /** Of the second derivative in layers. */
        Differences layerDifferences() {
            return differences == Differences.SIXTEENTH ? Differences.EIGHTH : differences;
        }

        /** Far enough from the ends of a field for all differences. */
        int first() {
            return 8 * strides()[axes - 1] + 8 * (axes == 3 ? 112 : 0) + 11;
        }

        int size() {
            return 2 * first() + MANY * 112;
        }
    }

    static List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        for (KernelProvider provider : KernelProvider.values()) {
            for (Differences differences : Differences.values()) {
                for (int length : LENGTHS) {
                    settings.add(new Setting(provider, differences, 2, length));
                    settings.add(new Setting(provider, differences, 3, length));
                }
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
        double[] weights = Differences.FOURTH.first();
        double sum = 0;
        for (int k = 1; k < weights.length; k++) {
            int far = k * setting.strides()[axis];
            sum += weights[k] * ((double) v[i + far] - v[i - far]);
        }
        return sum / setting.spacings()[axis];
    }

    private static double second(Setting setting, int axis, float[] v, int i) {
        return second(setting, setting.layerDifferences(), axis, v, i);
    }

    private static double second(Setting setting, Differences differences, int axis, float[] v, int i) {
        double[] weights = differences.second();
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
            sum += second(setting, setting.differences(), axis, v, i);
        }
        return sum;
    }

    /** The value expected at a point of a row. */
    private interface Expected {
        double at(int row, int i);
    }

    /** What was written is as expected within the rows and untouched elsewhere. */
    private static void written(
            Setting setting, String what, float[] before, float[] after, Rows rows, Expected expected) {
        boolean[] inside = new boolean[after.length];
        for (int row = 0; row < rows.count(); row++) {
            for (int i = 0; i < rows.length(); i++) {
                int index = rows.at() + row * rows.stride() + i;
                inside[index] = true;
                assertThat((double) after[index])
                        .as("%s, %s, %d rows, seed %d, at %d of row %d", what, setting, rows.count(), SEED, i, row)
                        .isCloseTo(expected.at(row, i), within(ROUNDING));
            }
        }
        for (int index = 0; index < after.length; index++) {
            if (!inside[index] && after[index] != before[index]) {
                assertThat(after[index])
                        .as("%s, %s: index %d is outside of the rows", what, setting, index)
                        .isEqualTo(before[index]);
            }
        }
    }

    private static Rows rows(Setting setting, int count) {
        return new Rows(count, setting.length(), setting.first(), setting.strides()[1]);
    }

    private static Rows apart(Setting setting, int count, int at) {
        return new Rows(count, setting.length(), at, APART);
    }

    private static int index(Rows rows, int row, int i) {
        return rows.at() + row * rows.stride() + i;
    }

    @ParameterizedTest
    @MethodSource("settings")
    void stepsTheInterior(Setting setting) {
        Kernels kernels = setting.kernels();
        float[] u = random(setting.size());
        float[] c = random(setting.size());
        float[] before = random(setting.size());
        float[] place = random(MANY * APART + 10);
        for (int count : COUNTS) {
            Rows rows = rows(setting, count);
            Rows keptRows = apart(setting, count, 3);
            Expected change = (row, i) -> c[index(rows, row, i)] * laplacian(setting, u, index(rows, row, i));
            Expected next = (row, i) -> 2.0 * u[index(rows, row, i)] - before[index(rows, row, i)] + change.at(row, i);
            float[] after = before.clone();
            kernels.advance(u, new Target(after, c, rows, Increments.NONE));
            written(setting, "advance", before, after, rows, next);
            after = before.clone();
            float[] kept = place.clone();
            kernels.advance(u, new Target(after, c, rows, new Increments(kept, 3, APART)));
            written(setting, "advance and keep", before, after, rows, next);
            written(setting, "kept", place, kept, keptRows, change);
        }
    }

    /** A layer across an axis with its memories: one in the place of another field of the grid, so that differences along every axis are within it. */
    private record Memories(LayerRows layer, Rows rows, float[] first, float[] second, float[] b, float[] a) {

        double decay(int row, int i) {
            return b[profile(row, i)];
        }

        double gain(int row, int i) {
            return a[profile(row, i)];
        }

        private int profile(int row, int i) {
            return switch (layer.axis()) {
                case 0 -> DEPTH + i;
                case 1 -> DEPTH + row;
                default -> DEPTH;
            };
        }
    }

    private Memories memories(Setting setting, int axis, int count) {
        float[] first = random(setting.size());
        float[] second = random(setting.size());
        float[] b = random(DEPTH + LENGTHS[1]);
        float[] a = random(DEPTH + LENGTHS[1]);
        Rows rows = new Rows(count, setting.length(), setting.first() - 1, setting.strides()[1]);
        LayerRows layer = new LayerRows(axis, b, a, DEPTH, first.clone(), second.clone(), rows.at(), rows.stride());
        return new Memories(layer, rows, first, second, b, a);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void relaxesLayersForward(Setting setting) {
        Kernels kernels = setting.kernels();
        float[] u = random(setting.size());
        float[] c = random(setting.size());
        float[] before = random(setting.size());
        float[] place = random(MANY * APART + 10);
        for (int axis = 0; axis < setting.axes(); axis++) {
            int d = axis;
            for (int count : COUNTS) {
                Rows rows = rows(setting, count);
                Memories of = memories(setting, axis, count);
                kernels.relaxFirst(u, rows, of.layer());
                written(
                        setting,
                        "psi along " + axis,
                        of.first(),
                        of.layer().first(),
                        of.rows(),
                        (row, i) -> of.decay(row, i) * of.first()[index(of.rows(), row, i)]
                                + of.gain(row, i) * first(setting, d, u, index(rows, row, i)));
                Memories other = memories(setting, axis, count);
                Expected slope = (row, i) -> first(setting, d, other.first(), index(other.rows(), row, i));
                Expected zeta = (row, i) -> other.decay(row, i) * other.second()[index(other.rows(), row, i)]
                        + other.gain(row, i) * (second(setting, d, u, index(rows, row, i)) + slope.at(row, i));
                Expected change = (row, i) -> c[index(rows, row, i)] * (slope.at(row, i) + zeta.at(row, i));
                float[] after = before.clone();
                float[] kept = place.clone();
                kernels.relaxSecond(u, new Target(after, c, rows, new Increments(kept, 4, APART)), other.layer());
                written(
                        setting,
                        "zeta along " + axis,
                        other.second(),
                        other.layer().second(),
                        other.rows(),
                        zeta);
                written(
                        setting,
                        "next along " + axis,
                        before,
                        after,
                        rows,
                        (row, i) -> before[index(rows, row, i)] + change.at(row, i));
                Rows keptRows = apart(setting, count, 4);
                written(
                        setting,
                        "kept along " + axis,
                        place,
                        kept,
                        keptRows,
                        (row, i) -> place[index(keptRows, row, i)] + change.at(row, i));
                Memories again = memories(setting, axis, count);
                kernels.relaxSecond(u, new Target(after, c, rows, Increments.NONE), again.layer());
                assertThat(again.layer().first()).isEqualTo(again.first());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void relaxesLayersTransposed(Setting setting) {
        Kernels kernels = setting.kernels();
        float[] mu = random(setting.size());
        float[] c = random(setting.size());
        float[] before = random(setting.size());
        for (int axis = 0; axis < setting.axes(); axis++) {
            int d = axis;
            for (int count : COUNTS) {
                Rows rows = rows(setting, count);
                Memories of = memories(setting, axis, count);
                kernels.relax(mu, rows, of.layer());
                written(
                        setting,
                        "W along " + axis,
                        of.first(),
                        of.layer().first(),
                        of.rows(),
                        (row, i) -> of.decay(row, i) * of.first()[index(of.rows(), row, i)]
                                + of.gain(row, i) * mu[index(rows, row, i)]);
                Memories other = memories(setting, axis, count);
                kernels.relaxTransposed(mu, rows, other.layer());
                written(
                        setting,
                        "V along " + axis,
                        other.second(),
                        other.layer().second(),
                        other.rows(),
                        (row, i) -> other.decay(row, i) * other.second()[index(other.rows(), row, i)]
                                - other.gain(row, i)
                                        * (first(setting, d, mu, index(rows, row, i))
                                                + first(setting, d, other.first(), index(other.rows(), row, i))));
                Memories last = memories(setting, axis, count);
                float[] after = before.clone();
                kernels.addTransposed(new Target(after, c, rows, Increments.NONE), last.layer());
                written(
                        setting,
                        "next along " + axis,
                        before,
                        after,
                        rows,
                        (row, i) -> before[index(rows, row, i)]
                                + c[index(rows, row, i)]
                                        * (second(setting, d, last.first(), index(last.rows(), row, i))
                                                - first(setting, d, last.second(), index(last.rows(), row, i))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void correlatesAndScatters(Setting setting) {
        Kernels kernels = setting.kernels();
        float[] field = random(setting.size());
        float[] factor = random(setting.size());
        float[] kept = random(MANY * APART + 10);
        for (int count : COUNTS) {
            Rows rows = rows(setting, count);
            Rows keptRows = apart(setting, count, 3);
            Expected expected = (row, i) ->
                    field[index(rows, row, i)] + (double) factor[index(rows, row, i)] * kept[index(keptRows, row, i)];
            float[] gradient = field.clone();
            kernels.correlate(gradient, factor, rows, new Increments(kept, 3, APART));
            written(setting, "correlate", field, gradient, rows, expected);
            float[] next = field.clone();
            kernels.scatter(next, factor, rows, new Increments(kept, 3, APART));
            written(setting, "scatter", field, next, rows, expected);
        }
    }

    /** A step must not depend on how the grid was cut. */
    @ParameterizedTest
    @MethodSource("settings")
    void roundsAPointAlikeInAllRows(Setting setting) {
        Kernels kernels = setting.kernels();
        float[] u = random(setting.size());
        float[] c = random(setting.size());
        float[] before = random(setting.size());
        float[] whole = before.clone();
        Target all = new Target(whole, c, rows(setting, MANY), Increments.NONE);
        kernels.advance(u, all);
        float[] parts = before.clone();
        Target cut = new Target(parts, c, rows(setting, MANY), Increments.NONE);
        kernels.advance(u, cut.part(0, 1, 0, setting.length()));
        kernels.advance(u, cut.part(1, MANY - 1, 0, Rows.LINE));
        kernels.advance(u, cut.part(1, MANY - 1, Rows.LINE, setting.length() - Rows.LINE));
        assertThat(parts).as("%s, seed %d", setting, SEED).isEqualTo(whole);
    }

    @Test
    void refusesRowsThatAreNoWholeLines() {
        assertThatThrownBy(() -> new Rows(1, 20, 0, 64))
                .hasMessage("rows must be a multiple of 16 points long, got 20");
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
                            Differences.EIGHTH.second(),
                            Differences.FOURTH.first(),
                            Differences.EIGHTH.second(),
                            strides,
                            spacings))
                    .hasMessageContaining("must have 2 or 3 axes");
        }
    }
}
