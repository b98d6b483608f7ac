package org.rote.plugins.format.arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rote.numerics.WaveSpeed;
import org.rote.plugins.format.arrays.ArrayFiles.Section;
import org.rote.spi.Axis;
import org.rote.spi.Dataset;
import org.rote.spi.Element;
import org.rote.spi.Space;

/** Real training sets: skipped where the folder of shared data is absent. */
class TrainingSetTest {

    private static final Space VELOCITY =
            new Space(List.of(Axis.metres("x", 70, 10), Axis.metres("z", 70, 10)), "velocity", "m/s", Element.FLOAT64);

    @Test
    void readsFiveThousandLayeredModelsWithDepthFastest() {
        Dataset dataset = Section.of(shared("openfwi_curvevel_a_train.npy.gz"))
                .withAxes("z", "x")
                .open(VELOCITY);
        assertThat(dataset.count()).isEqualTo(5000);
        double[] out = new double[70 * 70];
        double faster = 0;
        for (int n = 0; n < dataset.count(); n++) {
            dataset.read(n, out);
            assertThat(Arrays.stream(out).min().orElseThrow()).isGreaterThanOrEqualTo(1500);
            assertThat(Arrays.stream(out).max().orElseThrow()).isLessThanOrEqualTo(4500);
            for (int x = 0; x < 70; x++) {
                faster += out[x * 70 + 69] > out[x * 70] ? 1 : 0;
            }
        }
        assertThat(faster / (5000 * 70))
                .as("columns that are faster below than above")
                .isGreaterThan(0.99);
    }

    @Test
    void readsTheSameModelsInAnyOrder() {
        Path file = shared("openfwi_curvevel_a_test.npy.gz");
        Dataset forward = Section.of(file).withAxes("z", "x").open(VELOCITY);
        Dataset some = Section.of(file)
                .withAxes("z", "x")
                .withTake("999", "17", "0..900 step 300")
                .open(VELOCITY);
        int[] models = {999, 17, 0, 300, 600, 900};
        assertThat(some.count()).isEqualTo(models.length);
        for (int n = models.length - 1; n >= 0; n--) {
            assertThat(ArrayFiles.read(some, n)).containsExactly(ArrayFiles.read(forward, models[n]));
        }
    }

    @Test
    void readsASingleModelInAnotherUnitAndQuantity() {
        Space slowness = new Space(
                List.of(Axis.metres("x", 401, 30), Axis.metres("z", 101, 30)), "slowness", "s/m", Element.FLOAT64);
        Dataset marmousi = Section.of(shared("marmousi_vp_30m.npy"))
                .withUnit("km/s")
                .withQuantity(WaveSpeed.VELOCITY)
                .open(slowness);
        double[] out = ArrayFiles.read(marmousi, 0);
        assertThat(Arrays.stream(out).max().orElseThrow()).isEqualTo(1 / 1027.9998779296875);
        assertThat(Arrays.stream(out).min().orElseThrow()).isEqualTo(1 / 4699.999809265137);
    }

    private static Path shared(String name) {
        String shared = System.getProperty("rote.shared", "");
        Path file = Path.of(shared, "data", name);
        assumeTrue(!shared.isEmpty() && Files.exists(file), () -> "the shared data set " + name + " is not here");
        return file;
    }
}
