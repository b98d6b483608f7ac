package org.rote.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.arrays.ElementType;
import org.rote.arrays.Npy;
import org.rote.arrays.NpyArray;
import org.rote.arrays.Shape;
import org.rote.engine.manifest.Purpose;
import org.rote.engine.solo.SoloOperator;
import org.rote.engine.solo.Verification;
import org.rote.spi.InvalidInputException;
import org.rote.spi.NumericsException;
import org.rote.spi.RunExecutor;

/** The operator by itself: needs no prior and no sampler, but uses what else the manifest has. */
class SoloOperatorTest {

    private static final String CUBE = "rote: 1\nseed: 11\noperator: { type: cube, size: 5 }\n";
    private static final String DOUBLING = "rote: 1\nseed: 11\noperator: { type: doubling }\n";

    @TempDir
    private Path directory;

    private Fixture fixture = new Fixture(Path.of(""));
    private Path model = Path.of("");
    private Path data = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void begin() throws IOException {
        fixture = new Fixture(directory);
        model = directory.resolve("m.npy");
        data = directory.resolve("d.npy");
        out = directory.resolve("o.npy");
        Npy.write(model, Shape.of(2), new double[] {3, 4});
        Npy.write(data, Shape.of(2), new double[] {5, 8});
    }

    private <T> T with(String yaml, Function<SoloOperator, T> use) {
        try (SoloOperator solo = SoloOperator.open(
                fixture.study(yaml, Purpose.OPERATOR), Optional.empty(), RunExecutor.SERIAL, unused -> {})) {
            return use.apply(solo);
        }
    }

    private void simulate(String yaml) {
        with(yaml, solo -> {
            solo.simulate(model, out);
            return solo;
        });
    }

    @Test
    void simulatesData() throws IOException {
        simulate(DOUBLING);
        NpyArray array = Npy.read(out);
        assertThat(array.shape()).isEqualTo(Shape.of(2));
        assertThat(array.values()).containsExactly(6, 8);
    }

    @Test
    void writesComplexDataAsTheRangeHasThem() throws IOException {
        simulate("rote: 1\noperator: { type: doubling, complex: true }\n");
        NpyArray array = Npy.read(out);
        assertThat(array.type()).isEqualTo(ElementType.COMPLEX128);
        assertThat(array.shape()).isEqualTo(Shape.of(1));
        assertThat(array.values()).containsExactly(6, 8);
    }

    @Test
    void refusesAModelThatDoesNotFit() throws IOException {
        Npy.write(model, Shape.of(3), new double[3]);
        assertThatThrownBy(() -> simulate(DOUBLING))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("--model: holds an array of shape [3], needed is [2]: velocity in m/s, x 2 (step 10.0 m)"
                        + " (save the array with this shape, axes in this order)");
    }

    @Test
    void refusesDataThatAreNotFinite() {
        assertThatThrownBy(() -> simulate("rote: 1\noperator: { type: doubling, overflows: true }\n"))
                .isInstanceOf(NumericsException.class)
                .hasMessageEndingWith(":2  operator: F(m) of operator \"doubling\" is not finite: NaN at [1] of"
                        + " travel time in s, receiver 2");
        assertThat(out).doesNotExist();
    }

    @Test
    void tellsWhereItCannotWrite() {
        out = directory.resolve("nowhere/o.npy");
        assertThatThrownBy(() -> simulate(DOUBLING))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("--out: " + out);
    }

    @Test
    void refusesSeveralOperators() {
        assertThatThrownBy(() -> simulate("rote: 1\noperators: { a: { type: cube }, b: { type: cube } }\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("--operator: the manifest has 2 operators (choose one of: a, b)");
    }

    @Test
    void computesTheGradientWithoutNoise() throws IOException {
        double misfit = with(DOUBLING, solo -> solo.gradient(model, data, out));
        assertThat(misfit).isEqualTo(0.5);
        assertThat(Npy.read(out).values()).containsExactly(2, 0);
    }

    @Test
    void computesTheGradientUnderTheNoiseOfTheManifest() throws IOException {
        double misfit = with(
                DOUBLING + "noise: { type: white, standard-deviation: 0.1 }\n",
                solo -> solo.gradient(model, data, out));
        assertThat(misfit).isCloseTo(50, within(1e-10));
        assertThat(Npy.read(out).values()[0]).isCloseTo(200, within(1e-10));
    }

    @Test
    void takesALevelRelativeToTheGivenData() {
        // The largest datum is 8, so the level is 0.8.
        double misfit = with(
                DOUBLING + "noise: { type: white, standard-deviation: 0.1, relative: true }\n",
                solo -> solo.gradient(model, data, out));
        assertThat(misfit).isCloseTo(0.5 / 0.64, within(1e-12));
    }

    @Test
    void passesADerivativeThatIsRight() {
        Verification verification = with(CUBE, solo -> solo.verify(Optional.empty()));
        assertThat(verification.checks())
                .extracting(Verification.Check::name)
                .containsExactly(
                        "value",
                        "dot test",
                        "Taylor slope, order 1",
                        "Taylor slope, order 2",
                        "gradient along directions",
                        "gradient along coordinates",
                        "model left alone");
        assertThat(verification.checks()).allMatch(Verification.Check::passed);
        assertThat(verification.checks().get(3).value()).isCloseTo(2, within(0.05));
        assertThat(verification.passed()).isTrue();
        assertThat(verification.around()).isEqualTo("standard normal numbers");
    }

    @Test
    void failsAnAdjointThatIsALittleWrong() {
        Verification verification = with(
                CUBE.replace("size: 5", "size: 5, gradient-factor: 1.00001"), solo -> solo.verify(Optional.empty()));
        assertThat(failed(verification))
                .containsExactly("dot test", "gradient along directions", "gradient along coordinates");
        assertThat(verification.passed()).isFalse();
    }

    @Test
    void failsADerivativeThatIsALittleWrong() {
        Verification verification = with(
                CUBE.replace("size: 5", "size: 5, derivative-factor: 1.0001"), solo -> solo.verify(Optional.empty()));
        assertThat(failed(verification)).contains("Taylor slope, order 2");
    }

    private static java.util.List<String> failed(Verification verification) {
        return verification.checks().stream()
                .filter(check -> !check.passed())
                .map(Verification.Check::name)
                .toList();
    }

    @Test
    void recognizesALinearOperator() {
        Verification verification = with(DOUBLING, solo -> solo.verify(Optional.empty()));
        assertThat(verification.checks())
                .extracting(Verification.Check::name)
                .contains("Taylor slope, order 1", "Taylor slope, order 2 (exact)");
        assertThat(verification.passed()).isTrue();
    }

    @Test
    void takesAndGivesModelsAlsoBehindAParameterization() throws IOException {
        String behind = DOUBLING + "parameterization: { type: scaling }\n";
        simulate(behind);
        assertThat(Npy.read(out).values()).containsExactly(6, 8);
        with(behind, solo -> solo.gradient(model, data, out));
        assertThat(Npy.read(out).values()).containsExactly(2, 0);
    }

    @Test
    void verifiesAroundTheModelOfATruthInCoordinatesOrOfADraw() {
        String cube = CUBE.replace("size: 5", "size: 2") + "parameterization: { type: scaling }\n";
        String prior = "prior: { type: remembering, training: { type: rows, models: [[10, 20]] } }\n";
        Verification drawn = with(cube + prior, solo -> solo.verify(Optional.empty()));
        assertThat(drawn.around()).isEqualTo("a draw of the prior");
        assertThat(drawn.passed()).isTrue();
        assertThat(Hooks.notes()).contains("value, component 2 [1.0, 2.0]");

        String constant =
                cube.replace("scaling", "constant") + "observation: { truth: { type: rows, models: [[7]] } }\n";
        Verification atTruth = with(constant, solo -> solo.verify(Optional.empty()));
        assertThat(atTruth.around()).isEqualTo("the truth of the observation");
        assertThat(atTruth.passed()).isTrue();
    }

    @Test
    void verifiesAroundTheTruthElseAroundADrawElseWhereItIsTold() {
        String prior = DOUBLING + "prior: { type: bell }\n";
        assertThat(with(prior, solo -> solo.verify(Optional.empty())).around()).isEqualTo("a draw of the prior");
        String truth = prior + "observation: { truth: { type: rows, models: [[3, 4]] } }\n";
        assertThat(with(truth, solo -> solo.verify(Optional.empty())).around())
                .isEqualTo("the truth of the observation");
        assertThat(with(truth, solo -> solo.verify(Optional.of(model))).around())
                .isEqualTo(model.toString());
    }

    @Test
    void advisesAModelWhereTheOperatorIsNotDefined() {
        assertThatThrownBy(() -> with(
                        "rote: 1\noperator: { type: doubling, overflows: true }\n",
                        solo -> solo.verify(Optional.empty())))
                .isInstanceOf(NumericsException.class)
                .hasMessageStartingWith("F(m) is not finite, or not written, at index 1: NaN")
                .hasMessageEndingWith(
                        "at   standard normal numbers\n  fix  name a model that makes sense with --model");
    }
}
