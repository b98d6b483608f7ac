package org.rote.plugins.dataset.geology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Dataset;

/** What the models look like. Every set is drawn with seed 0 unless a test says otherwise. */
class LayeredTest {

    private static final int N = Sections.SAMPLES;
    private static final int MODELS = 300;

    @Test
    void staysWithinTheRangeOfVelocities() {
        double slowest = Double.POSITIVE_INFINITY;
        double fastest = 0;
        for (double[] model : Sections.of(MODELS).withTransition(60).models()) {
            slowest = Math.min(slowest, Arrays.stream(model).min().orElseThrow());
            fastest = Math.max(fastest, Arrays.stream(model).max().orElseThrow());
        }
        assertThat(slowest).as("slowest of all, close to the bound").isBetween(1500.0, 1520.0);
        assertThat(fastest).as("fastest of all, close to the bound").isBetween(4400.0, 4500.0);
    }

    @Test
    void becomesFasterWithDepth() {
        double[][] models = Sections.of(MODELS).models();
        double[] profile = new double[N];
        int fasterBelow = 0;
        for (double[] model : models) {
            double top = 0;
            double bottom = 0;
            for (int x = 0; x < N; x++) {
                top += model[x * N];
                bottom += model[x * N + N - 1];
                for (int z = 0; z < N; z++) {
                    profile[z] += model[x * N + z];
                }
            }
            fasterBelow += bottom > top ? 1 : 0;
        }
        for (int z = 7; z < N; z++) {
            assertThat(profile[z]).as("mean velocity at depth %d", 10 * z).isGreaterThan(profile[z - 7]);
        }
        assertThat(fasterBelow)
                .as("models that are faster at the bottom, of %d", MODELS)
                .isEqualTo(MODELS);
    }

    @Test
    void hasAsManyLayersAsAskedFor() {
        Set<Integer> seen = new TreeSet<>();
        for (double[] model : Sections.of(MODELS).models()) {
            seen.add(layers(model));
        }
        assertThat(seen).containsExactly(3, 4, 5, 6, 7, 8);
        assertThat(List.of(Sections.of(50).withLayers(5, 5).models()))
                .allSatisfy(model -> assertThat(layers(model)).isEqualTo(5));
        assertThat(List.of(Sections.of(5).withLayers(1, 1).models()))
                .allSatisfy(model -> assertThat(layers(model)).isOne());
    }

    @Test
    void isSlowerBelowOnlyWhereThereAreInversions() {
        assertThat(List.of(Sections.of(50).withFaults(0).withInversions(0).models()))
                .allSatisfy(model -> assertThat(stepsUpward(model)).isZero());
        assertThat(List.of(Sections.of(50).withFaults(0).withInversions(1).models()))
                .allSatisfy(model -> assertThat(stepsUpward(model)).isPositive());
    }

    @Test
    void foldsItsLayers() {
        double[][] models = Sections.of(MODELS).withFaults(0).models();
        int folded = 0;
        for (double[] model : models) {
            int[] depths = firstInterface(model);
            int relief = Arrays.stream(depths).max().orElseThrow()
                    - Arrays.stream(depths).min().orElseThrow();
            assertThat(relief).as("relief of the first interface in samples").isLessThan(N / 2);
            folded += relief >= 2 ? 1 : 0;
            for (int x = 1; x < N; x++) {
                assertThat(Math.abs(depths[x] - depths[x - 1]))
                        .as("a smooth curve")
                        .isLessThanOrEqualTo(4);
            }
        }
        assertThat(folded)
                .as("models whose first interface is no line, of %d", MODELS)
                .isGreaterThan(9 * MODELS / 10);
    }

    @Test
    void changesNothingButWhatTheFaultMoved() {
        double[][] whole = Sections.of(50).withFaults(0).models();
        double[][] cut = Sections.of(50).withFaults(1).models();
        for (int n = 0; n < whole.length; n++) {
            int moved = 0;
            for (int i = 0; i < N * N; i++) {
                moved += whole[n][i] == cut[n][i] ? 0 : 1;
            }
            assertThat(moved).as("values of model %d that the fault changed", n).isBetween(1, 3 * N * N / 4);
            assertThat(Arrays.stream(cut[n]).distinct().sorted().toArray())
                    .isEqualTo(Arrays.stream(whole[n]).distinct().sorted().toArray());
        }
    }

    @Test
    void smoothsInterfacesOverTheTransition() {
        double[][] sharp = Sections.of(20).withFaults(0).models();
        double[][] smooth = Sections.of(20).withFaults(0).withTransition(100).models();
        for (int n = 0; n < sharp.length; n++) {
            // the smooth step is at most 1.5 times as steep as a straight one: 15 % of a jump in each of ten samples,
            // and layers are thinner than the transition
            assertThat(largestStep(smooth[n])).isLessThan(0.35 * largestStep(sharp[n]));
        }
    }

    @Test
    void dependsOnTheSeedAndTheNumberOfTheModelAlone() {
        double[][] all = Sections.of(12).models();
        assertThat(Sections.of(5).from(7).models()).isDeepEqualTo(Arrays.copyOfRange(all, 7, 12));
        assertThat(Sections.of(1).from(Long.MAX_VALUE).models()).hasDimensions(1, N * N);
        double[][] other = Sections.of(12).withSeed(1).models();
        for (int n = 0; n < all.length; n++) {
            for (int m = 0; m < all.length; m++) {
                assertThat(all[n]).isNotEqualTo(other[m]);
                assertThat(n == m || !Arrays.equals(all[n], all[m])).isTrue();
            }
        }
    }

    @Test
    void drawsTheSameSectionOnAFinerGrid() {
        Dataset fine = Sections.of(10).in(Sections.VELOCITY);
        Dataset coarse = Sections.of(10).in(Sections.grid(N / 2, 20));
        double[] fineModel = new double[N * N];
        double[] coarseModel = new double[N / 2 * (N / 2)];
        for (int n = 0; n < 10; n++) {
            fine.read(n, fineModel);
            coarse.read(n, coarseModel);
            for (int i = 0; i < coarseModel.length; i++) {
                int x = i / (N / 2);
                int z = i % (N / 2);
                assertThat(coarseModel[i]).isEqualTo(fineModel[2 * x * N + 2 * z]);
            }
        }
    }

    @Test
    void comesInTheQuantityOfTheSpace() {
        double[] velocity = Sections.of(1).models()[0];
        double[] squared = new double[velocity.length];
        Sections.of(1).in(WaveSpeed.SQUARED_SLOWNESS.in(Sections.VELOCITY)).read(0, squared);
        for (int i = 0; i < squared.length; i++) {
            assertThat(squared[i]).isEqualTo(1 / velocity[i] * (1 / velocity[i]));
        }
    }

    /** Studies name their training sets by seed: the models must be these on every machine and in every version. */
    @Test
    void givesTheSameModelsAsEver() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        ByteBuffer bytes = ByteBuffer.allocate(8 * N * N).order(ByteOrder.LITTLE_ENDIAN);
        for (double[] model : Sections.of(20).withTransition(25).models()) {
            bytes.asDoubleBuffer().put(model);
            digest.update(bytes.duplicate());
        }
        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo("c37882e9697c83cf2b29188f435c54a72004ef3c7150d97cc222036d3bd898f8");
    }

    private static int layers(double[] model) {
        return (int) Arrays.stream(model).distinct().count();
    }

    private static int stepsUpward(double[] model) {
        int steps = 0;
        for (int i = 1; i < model.length; i++) {
            steps += i % N > 0 && model[i] < model[i - 1] ? 1 : 0;
        }
        return steps;
    }

    private static double largestStep(double[] model) {
        double largest = 0;
        for (int i = 1; i < model.length; i++) {
            largest = Math.max(largest, i % N > 0 ? Math.abs(model[i] - model[i - 1]) : 0);
        }
        return largest;
    }

    /** For each column, the first sample below the top layer. */
    private static int[] firstInterface(double[] model) {
        double top = model[0];
        int[] depths = new int[N];
        for (int x = 0; x < N; x++) {
            while (depths[x] < N && model[x * N + depths[x]] == top) {
                depths[x]++;
            }
        }
        return depths;
    }
}
