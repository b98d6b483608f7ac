package org.rote.plugins.dataset.geology.basin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Axis;
import org.rote.spi.Space;

/** What the models look like. Every set is drawn with seed 0 unless a test says otherwise. */
class BasinTest {

    private static final int NX = 50;
    private static final int NZ = 60;
    private static final Space GRID = Basins.grid(NX, NZ);
    private static final int MODELS = 200;

    @Test
    void drawsTheSameBasinOnAFinerGrid() {
        double[][] coarse = Basins.of(20).models(GRID);
        double[][] fine = Basins.of(20).models(Basins.grid(4 * NX, 2 * NZ));
        for (int n = 0; n < coarse.length; n++) {
            for (int i = 0; i < coarse[n].length; i++) {
                assertThat(coarse[n][i])
                        .as("model %d, cell %d", n, i)
                        .isEqualTo(fine[n][4 * (i / NZ) * 2 * NZ + 2 * (i % NZ)]);
            }
        }
    }

    @Test
    void dependsOnTheSeedAndTheNumberOfTheModelAlone() {
        double[][] all = Basins.of(12).models(GRID);
        assertThat(Basins.of(5).from(7).models(GRID)).isDeepEqualTo(Arrays.copyOfRange(all, 7, 12));
        double[][] other = Basins.of(12).withSeed(1).models(GRID);
        for (int n = 0; n < all.length; n++) {
            for (int m = 0; m < all.length; m++) {
                assertThat(all[n]).isNotEqualTo(other[m]);
                assertThat(n == m || !Arrays.equals(all[n], all[m])).isTrue();
            }
        }
    }

    @Test
    void comesInTheQuantityOfTheSpace() {
        double[] velocity = Basins.of(1).models(GRID)[0];
        double[] squared = Basins.of(1).models(WaveSpeed.SQUARED_SLOWNESS.in(GRID))[0];
        for (int i = 0; i < squared.length; i++) {
            assertThat(squared[i]).isEqualTo(1 / velocity[i] * (1 / velocity[i]));
        }
    }

    @Test
    void staysWithinTheVelocitiesOfWaterSedimentAndSalt() {
        double fastest = 0;
        for (double[] model : Basins.of(MODELS).models(GRID)) {
            assertThat(Arrays.stream(model).min().orElseThrow()).isEqualTo(1500);
            fastest = Math.max(fastest, Arrays.stream(model).max().orElseThrow());
        }
        assertThat(fastest).as("fastest of all").isBetween(4700.0, 5500.0);
    }

    @Test
    void becomesFasterWithDepth() {
        double[] profile = new double[NZ];
        int fasterBelow = 0;
        for (double[] model : Basins.of(MODELS).with(Basins.salt(0)).models(GRID)) {
            double top = 0;
            double bottom = 0;
            for (int x = 0; x < NX; x++) {
                for (int z = 0; z < NZ; z++) {
                    profile[z] += model[x * NZ + z] / (NX * MODELS);
                    top += z < NZ / 3 ? model[x * NZ + z] : 0;
                    bottom += z >= 2 * NZ / 3 ? model[x * NZ + z] : 0;
                }
            }
            fasterBelow += bottom > top ? 1 : 0;
        }
        for (int z = 4; z < NZ; z++) {
            assertThat(profile[z]).as("mean velocity in row %d", z).isGreaterThan(profile[z - 4]);
        }
        assertThat(fasterBelow).isEqualTo(MODELS);
        assertThat(profile[NZ - 1]).as("mean velocity at 3 km").isBetween(3200.0, 4200.0);
    }

    @Test
    void liesUnderWaterOfTheDepthAskedFor() {
        WaterConfig flat = new WaterConfig(1, List.of(200.0), 0, 1480);
        for (double[] model : Basins.of(20).with(flat).models(GRID)) {
            for (int i = 0; i < model.length; i++) {
                assertThat(model[i] == 1480).as("water in cell %d", i).isEqualTo(i % NZ < 4);
            }
        }
        WaterConfig none = new WaterConfig(0, List.of(200.0), 0, 1480);
        assertThat(List.of(Basins.of(20).with(none).models(GRID)))
                .allSatisfy(model -> assertThat(model).doesNotContain(1480.0));
    }

    @Test
    void hasSaltAsOftenAsAskedFor() {
        assertThat(shareWithSalt(0)).isZero();
        assertThat(shareWithSalt(1)).isEqualTo(1);
        // four standard errors of 200 draws
        assertThat(shareWithSalt(0.25)).isCloseTo(0.25, within(0.13));
    }

    private static double shareWithSalt(double probability) {
        return Arrays.stream(Basins.of(MODELS).with(Basins.salt(probability)).models(GRID))
                        .filter(model -> Arrays.stream(model).anyMatch(v -> v == 4500))
                        .count()
                / (double) MODELS;
    }

    @Test
    void changesNothingButWhatAChannelCuts() {
        double[][] without = Basins.of(40).with(Basins.channels(0, 0)).models(GRID);
        double[][] with = Basins.of(40).with(Basins.channels(6, 6)).models(GRID);
        int changed = 0;
        for (int n = 0; n < with.length; n++) {
            for (int i = 0; i < with[n].length; i++) {
                changed += with[n][i] == without[n][i] ? 0 : 1;
            }
        }
        assertThat(changed / (40.0 * NX * NZ)).as("share of changed cells").isBetween(0.003, 0.1);
    }

    @Test
    void variesWithinItsLayersByTheDeviationAskedFor() {
        double[][] smooth = Basins.of(40).withDeviation(0).models(GRID);
        double[][] rough = Basins.of(40).withDeviation(0.02).models(GRID);
        double sum = 0;
        int sediment = 0;
        for (int n = 0; n < smooth.length; n++) {
            for (int i = 0; i < smooth[n].length; i++) {
                double ratio = rough[n][i] / smooth[n][i] - 1;
                sum += ratio * ratio;
                sediment += smooth[n][i] == 1500 || smooth[n][i] == 4500 ? 0 : 1;
            }
        }
        assertThat(Math.sqrt(sum / sediment)).isCloseTo(0.02, within(0.001));
    }

    @Test
    void fitsSectionsOfAnySize() {
        for (double size : new double[] {0.3, 1, 5}) {
            Space space = Basins.grid(NX, NZ);
            double width = size * 5000;
            Space scaled = WaveSpeed.VELOCITY.in(new Space(
                    List.of(Axis.metres("x", NX, width / NX), Axis.metres("z", NZ, size * 3000 / NZ)),
                    "",
                    "",
                    space.element()));
            for (double[] model : Basins.of(30).models(scaled)) {
                assertThat(Arrays.stream(model).allMatch(v -> v >= 1500 && v <= 5500))
                        .isTrue();
            }
        }
    }

    /** Studies name their training sets by seed: the models must be these on every machine and in every version. */
    @Test
    void givesTheSameModelsAsEver() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        ByteBuffer bytes = ByteBuffer.allocate(8 * NX * NZ).order(ByteOrder.LITTLE_ENDIAN);
        for (double[] model : Basins.of(40).models(GRID)) {
            bytes.asDoubleBuffer().put(model);
            digest.update(bytes.duplicate());
        }
        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo("ad7ecd670019ba8a4b9b428bebbf96a677ea63a69bcf41c265ef025f261453cb");
    }
}
