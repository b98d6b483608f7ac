package org.rote.plugins.parameterization.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Parameterization;
import org.rote.spi.Space;
import org.rote.testkit.ReferenceNumbers;
import org.rote.testkit.TestContext;

/** The cosine expansion against published numbers and against its formula. */
class CosineTest {

    /** The reference is in s²/km². */
    private static final double REFERENCE_UNIT = 1e-6;

    /** Of the background 0.25 s²/km²: double precision, sums of a hundred terms. */
    private static final double EXACT = 1e-12;

    /** The published projection solves its least squares in single precision. */
    private static final double SINGLE = 1e-6;

    private static CosineConfig published(int modes) {
        return new CosineConfig(List.of(modes), "2 km/s", "0.02 s^2/km^2", 1.1, 0);
    }

    private static Parameterization.Invertible make(CosineConfig config, Space space) {
        return (Parameterization.Invertible) new CosineFactory().create(config, TestContext.in(space));
    }

    @Test
    void givesThePublishedFields() {
        ReferenceNumbers reference = ReferenceNumbers.shared("kl.json");
        Parameterization expansion = make(published(10), Grids.of(WaveSpeed.SQUARED_SLOWNESS, 64, 64));
        double[] model = new double[64 * 64];
        for (int n = 0; n < 2; n++) {
            double[][] field = reference.at("reconstruct", "field", n).rows();
            expansion.forward(reference.at("z", n).numbers(), model);
            for (int x = 0; x < 64; x++) {
                for (int z = 0; z < 64; z++) {
                    assertThat(model[x * 64 + z] / REFERENCE_UNIT)
                            .as("field %d at (%d, %d)", n, x, z)
                            .isCloseTo(field[x][z], within(EXACT));
                }
            }
        }
    }

    @Test
    void goesBackFromThePublishedFields() {
        ReferenceNumbers reference = ReferenceNumbers.shared("kl.json");
        Parameterization.Invertible expansion = make(published(10), Grids.of(WaveSpeed.SQUARED_SLOWNESS, 64, 64));
        double[] model = new double[64 * 64];
        double[] coefficients = new double[100];
        for (int n = 0; n < 2; n++) {
            double[][] field = reference.at("reconstruct", "field", n).rows();
            Arrays.setAll(model, i -> field[i / 64][i % 64] * REFERENCE_UNIT);
            expansion.invert(model, coefficients);
            assertThat(coefficients)
                    .usingComparatorWithPrecision(1e-10)
                    .containsExactly(reference.at("z", n).numbers());
            assertThat(coefficients)
                    .usingComparatorWithPrecision(SINGLE)
                    .containsExactly(reference.at("project_back", "z", n).numbers());
        }
    }

    @Test
    void hasThePublishedEigenvalues() {
        double[] published =
                ReferenceNumbers.shared("kl.json").at("eigenvalues").numbers();
        Space space = Grids.of(WaveSpeed.SQUARED_SLOWNESS, 64, 64);
        Parameterization expansion = make(published(10), space);
        double[] background = new double[space.size()];
        double[] model = new double[space.size()];
        double[] unit = new double[100];
        expansion.forward(unit, background);
        for (int k = 0; k < 100; k++) {
            unit[k] = 1;
            expansion.forward(unit, model);
            unit[k] = 0;
            double square = 0;
            for (int i = 0; i < model.length; i++) {
                square += (model[i] - background[i]) * (model[i] - background[i]);
            }
            // the mean square of a field over the cells is 1; the difference of two models loses three digits
            assertThat(Math.sqrt(square) / 64 / 0.02 / REFERENCE_UNIT)
                    .as("eigenvalue %d", k)
                    .isCloseTo(published[k], within(1e-11));
        }
    }

    /** On a rectangle waves of one length have one amplitude, whatever their direction. */
    @ParameterizedTest
    @CsvSource({"9, 0, 0", "8, 13, 0", "4, 5, 6"})
    void followsItsFormulaInAnyDimension(int nx, int ny, int nz) {
        int[] counts = Arrays.stream(new int[] {nx, ny, nz}).filter(n -> n > 0).toArray();
        Space space = Grids.of(WaveSpeed.VELOCITY, counts);
        int modes = 3;
        Parameterization expansion = make(new CosineConfig(List.of(modes), "1800 m/s", "30 m/s", 1.7, 2.5), space);
        double[] z = new double[(int) Math.pow(modes, counts.length)];
        Arrays.setAll(z, k -> Math.sin(1 + k));
        double[] model = new double[space.size()];
        expansion.forward(z, model);
        for (int cell = 0; cell < model.length; cell++) {
            double expected = 1800;
            for (int k = 0; k < z.length; k++) {
                expected += 30 * z[k] * term(counts, modes, k, cell, 1.7, 2.5);
            }
            assertThat(model[cell]).as("cell %d", cell).isCloseTo(expected, within(1800 * EXACT));
        }
    }

    /** λ_k φ_k in one cell, written down as in the formula. */
    private static double term(int[] counts, int modes, int k, int cell, double decay, double shift) {
        double longest = Arrays.stream(counts).max().orElseThrow();
        double square = shift;
        double product = 1;
        for (int d = counts.length - 1; d >= 0; d--) {
            double wave = k % modes + 1.5;
            double middle = cell % counts[d] + 0.5;
            square += Math.pow(Math.PI * wave * longest / counts[d], 2);
            product *= Math.sqrt(2) * Math.cos(Math.PI * wave * middle / counts[d]);
            k /= modes;
            cell /= counts[d];
        }
        return Math.pow(square, -decay / 2) * product;
    }

    @ParameterizedTest
    @CsvSource({"2 km/s, 2.5e-7", "500 us/m, 2.5e-7", "0.25 s^2/km^2, 2.5e-7"})
    void takesTheBackgroundAsAnySpeedOfWaves(String text, double expected) {
        CosineConfig config = new CosineConfig(List.of(1), text, "1e-9 s^2/m^2", 1.1, 0);
        double[] model = new double[16];
        make(config, Grids.of(WaveSpeed.SQUARED_SLOWNESS, 4, 4)).forward(new double[1], model);
        assertThat(model).containsOnly(new double[] {expected}, within(expected * EXACT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 | 2 km/s | 0.02 s^2/km^2 | modes: must be less than the 12 cells along x, got 12: shorter waves are not different on this grid (give 11 or less, or a finer grid)",
                "7 | 2 km/s | 0.02 s^2/km^2 | modes: must be less than the 7 cells along z, got 7: shorter waves are not different on this grid (give 6 or less, or a finer grid)",
                "5 | 2 kg | 0.02 s^2/km^2 | background: unit kg is not a unit of the same kind as s^2/m^2 (give a number and a unit, in s^2/m^2 or of the same kind)",
                "5 | -2 km/s | 0.02 s^2/km^2 | background: must be greater than 0 to become squared slowness, got -2 km/s (give a positive velocity)",
                "5 | 2 km/s | 100 m/s | scale: unit m/s is not a unit of the same kind as s^2/m^2 (give a number and a unit, in s^2/m^2 or of the same kind)",
                "5 | 2 km/s | 0.02 | scale: needs a unit, got 0.02; write for example \"0.02 s^2/m^2\" (give a number and a unit, in s^2/m^2 or of the same kind)",
            })
    void refusesWhatDoesNotFitTheGrid(int modes, String background, String scale, String message) {
        CosineConfig config = new CosineConfig(List.of(modes), background, scale, 1.1, 0);
        InvalidInputException refusal = catchThrowableOfType(
                InvalidInputException.class, () -> make(config, Grids.of(WaveSpeed.SQUARED_SLOWNESS, 12, 7)));
        assertThat(refusal).hasMessage(message);
    }

    @Test
    void refusesNumbersOfModesForOtherAxes() {
        CosineConfig config = new CosineConfig(List.of(2, 3, 4), "2 km/s", "0.02 s^2/km^2", 1.1, 0);
        InvalidInputException refusal = catchThrowableOfType(
                InvalidInputException.class, () -> make(config, Grids.of(WaveSpeed.SQUARED_SLOWNESS, 12, 7)));
        assertThat(refusal)
                .hasMessage(
                        "modes: has 3 numbers for 2 axes (squared slowness in s^2/m^2, x 12 (step 10.0 m) × z 7 (step 10.0 m)) (give one number, or one for each axis)");
    }

    @Test
    void refusesAModelThatIsNoField() {
        Space scalar = new Space(List.of(), "value", "1", org.rote.spi.Element.FLOAT64);
        InvalidInputException refusal =
                catchThrowableOfType(InvalidInputException.class, () -> make(published(2), scalar));
        assertThat(refusal)
                .hasMessage(
                        "makes fields of real numbers on a grid, but a model is value, scalar (use it with an operator on a grid)");
    }

    @Test
    void tellsAllThatIsWrongWithASection() {
        InvalidInputException refusal = catchThrowableOfType(
                InvalidInputException.class, () -> new CosineConfig(List.of(2, 0), "fast", "-1 m/s", 0, -1));
        assertThat(refusal.problems())
                .extracting(org.rote.spi.Problem::where)
                .containsExactly("modes[1]", "background", "scale", "decay", "shift");
        assertThat(catchThrowableOfType(InvalidInputException.class, () -> new CosineConfig(List.of(), "0", "1", 1, 0)))
                .hasMessage("modes: must not be empty (give at least one)");
    }
}
