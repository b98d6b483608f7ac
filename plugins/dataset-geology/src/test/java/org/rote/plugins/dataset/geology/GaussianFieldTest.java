package org.rote.plugins.dataset.geology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Axis;
import org.rote.spi.Element;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Problem;
import org.rote.spi.Space;
import org.rote.testkit.TestContext;

/** What the fields are like, against the theory. Every set is drawn with seed 0 unless a test says otherwise. */
class GaussianFieldTest {

    private static final double LEAST = 1 / 9e6;
    private static final double MOST = 1 / 2.25e6;
    private static final double MEAN = (LEAST + MOST) / 2;

    /** No cell of these tests lies six standard deviations out, so no bound is met and the statistics are exact. */
    private static final double WIDE = 6;

    /** Standard errors that an average may be off: one of ten thousand is further. */
    private static final double STANDARD_ERRORS = 4;

    private static final int MODELS = 4000;

    private static Space grid(int nx, int nz, double step) {
        return new Space(
                List.of(Axis.metres("x", nx, step), Axis.metres("z", nz, step)),
                "squared slowness",
                "s^2/m^2",
                Element.FLOAT64);
    }

    /** Fields of mean 0 and variance 1. */
    private static double[][] standardized(GaussianFields fields, Space space) {
        double deviation = (MOST - LEAST) / (2 * fields.deviations());
        double[][] models = fields.models(space);
        for (double[] model : models) {
            Arrays.setAll(model, i -> (model[i] - MEAN) / deviation);
        }
        return models;
    }

    /** The covariance at a distance, in lengths of the model, as the sum over the wave vectors of the torus. */
    private static double covariance(double dx, double dz, int waves, double period) {
        double sum = 0;
        double variance = 0;
        int most = (int) Math.ceil(waves * period);
        for (int i = -most; i <= most; i++) {
            for (int j = -most; j <= most; j++) {
                double unit = 2 * Math.PI / period;
                double density = i == 0 && j == 0 ? 0 : Math.pow(25 + unit * unit * (i * i + j * j), -3);
                variance += density;
                sum += density * Math.cos(unit * (i * dx + j * dz));
            }
        }
        return sum / variance;
    }

    @ParameterizedTest
    @CsvSource({"15, 10, 1", "9, 15, 1", "15, 10, 1.7"})
    void hasTheCovarianceOfItsSpectrumOnAnyGrid(int nx, int nz, double period) {
        double[][] fields = standardized(
                GaussianFields.of(MODELS).withDeviations(WIDE).withWaves(12).withPeriod(period), grid(nx, nz, 10));
        double longest = Math.max(nx, nz);
        int origin = 2 * nz + 1;
        for (int cell = 0; cell < nx * nz; cell++) {
            double sum = 0;
            for (double[] field : fields) {
                sum += field[origin] * field[cell];
            }
            double expected =
                    covariance((double) (cell / nz - 2) / longest, (double) (cell % nz - 1) / longest, 12, period);
            // the variance of a product of two normal numbers of variance 1 and covariance c is 1 + c²
            double error = Math.sqrt((1 + expected * expected) / MODELS);
            assertThat(sum / MODELS)
                    .as("covariance of cells %d and %d", origin, cell)
                    .isCloseTo(expected, within(STANDARD_ERRORS * error));
        }
    }

    @Test
    void hasTheStatedMean() {
        double[][] fields = standardized(GaussianFields.of(MODELS).withDeviations(WIDE), grid(7, 5, 10));
        for (int cell = 0; cell < 35; cell++) {
            double sum = 0;
            for (double[] field : fields) {
                sum += field[cell];
            }
            assertThat(sum / MODELS)
                    .as("mean of cell %d", cell)
                    .isCloseTo(0, within(STANDARD_ERRORS / Math.sqrt(MODELS)));
        }
    }

    /** Real Fourier coefficients would make every field its own image in one point: a correlation of 1 for one of the centres here. */
    @ParameterizedTest
    @ValueSource(ints = {16, 15})
    void isSymmetricAboutNoPoint(int n) {
        int count = 200;
        double[][] fields = standardized(GaussianFields.of(count).withDeviations(WIDE), grid(n, n, 10));
        for (int centre = 0; centre < n * n; centre++) {
            double sum = 0;
            double sumOfSquares = 0;
            for (double[] field : fields) {
                double correlation = correlationWithImage(field, n, centre / n, centre % n);
                sum += correlation;
                sumOfSquares += correlation * correlation;
            }
            double mean = sum / count;
            double error = Math.sqrt((sumOfSquares / count - mean * mean) / count);
            assertThat(mean)
                    .as("mean correlation of a field with its image in centre %d", centre)
                    .isCloseTo(0, within(STANDARD_ERRORS * error));
        }
    }

    private static double correlationWithImage(double[] field, int n, int cx, int cz) {
        double product = 0;
        double square = 0;
        for (int x = 0; x < n; x++) {
            for (int z = 0; z < n; z++) {
                double value = field[x * n + z];
                product += value * field[Math.floorMod(cx - x, n) * n + Math.floorMod(cz - z, n)];
                square += value * value;
            }
        }
        return product / square;
    }

    @Test
    void staysWithinTheBoundsAndReachesThem() {
        Space velocity = Sections.grid(40, 10);
        double slowest = Double.POSITIVE_INFINITY;
        double fastest = 0;
        int beyond = 0;
        double[][] models = GaussianFields.of(500).models(velocity);
        for (double[] model : models) {
            slowest = Math.min(slowest, Arrays.stream(model).min().orElseThrow());
            fastest = Math.max(fastest, Arrays.stream(model).max().orElseThrow());
            beyond += (int) Arrays.stream(model)
                    .filter(v -> v < 1500.000001 || v > 2999.999999)
                    .count();
        }
        assertThat(slowest).isCloseTo(1500, within(1e-9));
        assertThat(fastest).isCloseTo(3000, within(1e-9));
        // 0.27 % of a normal distribution lie beyond three standard deviations; cells of a model go there together
        assertThat(beyond / (500.0 * 1600)).as("share of cells at a bound").isBetween(0.0015, 0.0045);
    }

    @Test
    void samplesTheSameFieldOnAFinerGrid() {
        double[][] coarse = GaussianFields.of(5).models(grid(8, 6, 30));
        double[][] fine = GaussianFields.of(5).models(grid(24, 18, 10));
        for (int n = 0; n < coarse.length; n++) {
            for (int i = 0; i < coarse[n].length; i++) {
                // the middle of a coarse cell is that of the fine one in its middle
                double there = fine[n][(3 * (i / 6) + 1) * 18 + 3 * (i % 6) + 1];
                assertThat(coarse[n][i]).as("model %d, cell %d", n, i).isCloseTo(there, within(1e-13 * MOST));
            }
        }
    }

    @Test
    void continuesOnTheOtherSideUnlessThePeriodIsLonger() {
        assertThat(correlationOfOppositeSides(1)).isGreaterThan(0.95);
        assertThat(correlationOfOppositeSides(2)).isBetween(-0.4, 0.1);
    }

    private static double correlationOfOppositeSides(double period) {
        double[][] fields =
                standardized(GaussianFields.of(400).withDeviations(WIDE).withPeriod(period), grid(40, 5, 10));
        double product = 0;
        double square = 0;
        for (double[] field : fields) {
            product += field[2] * field[39 * 5 + 2];
            square += field[2] * field[2];
        }
        return product / square;
    }

    @Test
    void drawsFieldsOfOneAndThreeAxes() {
        for (int axes : new int[] {1, 3}) {
            List<Axis> each = List.of(Axis.metres("x", 6, 10), Axis.metres("y", 5, 10), Axis.metres("z", 4, 10));
            Space space = WaveSpeed.SLOWNESS.in(new Space(each.subList(0, axes), "", "", Element.FLOAT64));
            double[][] models = GaussianFields.of(300).withWaves(6).models(space);
            double sum = 0;
            for (double[] model : models) {
                assertThat(model).doesNotContain(Double.NaN).hasSize(space.size());
                sum += model[0] * model[0];
            }
            assertThat(sum / models.length).as("mean of %d axes", axes).isCloseTo(MEAN, within(0.05 * MEAN));
        }
    }

    @Test
    void dependsOnTheSeedAndTheNumberOfTheModelAlone() {
        Space space = grid(8, 8, 10);
        double[][] all = GaussianFields.of(12).models(space);
        assertThat(GaussianFields.of(5).from(7).models(space)).isDeepEqualTo(Arrays.copyOfRange(all, 7, 12));
        double[][] other = GaussianFields.of(12).withSeed(1).models(space);
        for (int n = 0; n < all.length; n++) {
            for (int m = 0; m < all.length; m++) {
                assertThat(all[n]).isNotEqualTo(other[m]);
                assertThat(n == m || !Arrays.equals(all[n], all[m])).isTrue();
            }
        }
    }

    @Test
    void comesInTheQuantityOfTheSpace() {
        double[] squared = GaussianFields.of(1).models(grid(9, 9, 10))[0];
        double[] velocity = GaussianFields.of(1).models(WaveSpeed.VELOCITY.in(grid(9, 9, 10)))[0];
        for (int i = 0; i < squared.length; i++) {
            assertThat(1 / (velocity[i] * velocity[i])).isCloseTo(squared[i], within(1e-14 * MOST));
        }
    }

    /** Studies name their training sets by seed: the models must be these on every machine and in every version. */
    @Test
    void givesTheSameModelsAsEver() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        ByteBuffer bytes = ByteBuffer.allocate(8 * 30 * 20).order(ByteOrder.LITTLE_ENDIAN);
        for (double[] model : GaussianFields.of(20).withPeriod(1.5).models(grid(30, 20, 10))) {
            bytes.asDoubleBuffer().put(model);
            digest.update(bytes.duplicate());
        }
        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo("9c7f7615ff83ae1da1f4d8423c7c3e5c5db09722463281bc6e593c2d92592791");
    }

    @Test
    void refusesModelsOfAnotherQuantity() {
        Space space = new Space(grid(4, 4, 10).axes(), "value", "1", Element.FLOAT64);
        assertThat(refusal(GaussianFields.of(1).config(), space))
                .hasMessage(
                        "makes velocities, but a model is value, x 4 (step 10.0 m) × z 4 (step 10.0 m) (use it where models are velocity, slowness or squared slowness)");
    }

    @Test
    void refusesGridsThatAreNotInMetres() {
        Space space = WaveSpeed.VELOCITY.in(Space.vector(5));
        assertThat(refusal(GaussianFields.of(1).config(), space))
                .hasMessage(
                        "makes fields on grids with axes in m, but a model is velocity in m/s, component 5 (use it with an operator on such a grid)");
    }

    @Test
    void refusesASpectrumWithoutVariance() {
        GaussianFieldConfig rough = new GaussianFieldConfig(1, 0, 0, 1, 5, 1500, 3000, 3, 32, 1);
        assertThat(refusal(rough, grid(4, 4, 10)))
                .hasMessage(
                        "decay: must be greater than 1.0 for a field with 2 axes to have a variance, got 1.0 (give for example 3.0)");
    }

    @Test
    void refusesMoreCoefficientsThanMemory() {
        Space cube = WaveSpeed.VELOCITY.in(new Space(
                List.of(Axis.metres("x", 4, 1), Axis.metres("y", 4, 1), Axis.metres("z", 4, 1)),
                "",
                "",
                Element.FLOAT64));
        assertThat(refusal(GaussianFields.of(1).withWaves(200).config(), cube))
                .hasMessage(
                        "waves: makes 64481201 coefficients for 3 axes, more than 16777216 (give fewer waves or a smaller period)");
    }

    private static InvalidInputException refusal(GaussianFieldConfig config, Space space) {
        return catchThrowableOfType(
                InvalidInputException.class, () -> new GaussianFieldFactory().create(config, TestContext.in(space)));
    }

    @Test
    void tellsAllThatIsWrongWithASection() {
        InvalidInputException refusal = catchThrowableOfType(
                InvalidInputException.class, () -> new GaussianFieldConfig(0, -1, 0, 0, -5, 0, 3000, 0, 0, 0.5));
        assertThat(refusal.problems())
                .extracting(Problem::where)
                .containsExactly(
                        "count", "first", "decay", "inverse-length", "min-velocity", "deviations", "waves", "period");
        assertThat(catchThrowableOfType(
                        InvalidInputException.class,
                        () -> new GaussianFieldConfig(1, 0, 0, 3, 5, 3000, 1500, 3, 32, 1)))
                .hasMessage(
                        "max-velocity: must be greater than min-velocity = 3000.0 m/s, got 1500.0 m/s (give the larger velocity as max-velocity)");
    }
}
