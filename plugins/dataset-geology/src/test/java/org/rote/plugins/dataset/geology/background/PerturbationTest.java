package org.rote.plugins.dataset.geology.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Dataset;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Part;
import org.rote.spi.Space;
import org.rote.testkit.FixedPart;
import org.rote.testkit.InMemoryDataset;
import org.rote.testkit.TestContext;

class PerturbationTest {

    private static final Space GRID = Backgrounds.grid(4, 60, 10);
    private static final Space SPACE = WaveSpeed.SQUARED_SLOWNESS.perturbationIn(GRID);
    private static final Part<Dataset> PROFILE = Backgrounds.profile(
            List.of(0.0, 200.0, 200.0, 400.0, 400.0), List.of(1500.0, 1500.0, 2000.0, 2000.0, 2500.0));

    private static Dataset make(Part<Dataset> of, Part<Dataset> background, Space space) {
        return new PerturbationFactory().create(new PerturbationConfig(of, background), TestContext.in(space));
    }

    private static double[] read(Dataset dataset, int index) {
        double[] out = new double[dataset.space().size()];
        dataset.read(index, out);
        return out;
    }

    @Test
    void isNothingInWaterAndAReflectorWhereTheModelJumps() {
        Dataset dataset = make(PROFILE, Backgrounds.smoothed(PROFILE, 30), SPACE);
        assertThat(dataset.space()).isEqualTo(SPACE);
        double[] reflector = read(dataset, 0);
        double jump = 1 / (2000.0 * 2000) - 1 / (2500.0 * 2500);
        for (int x = 0; x < 4; x++) {
            for (int z = 0; z < 60; z++) {
                double value = reflector[60 * x + z];
                if (z < 20) {
                    assertThat(value).as("water at %d m", 10 * z).isZero();
                } else if (Math.abs(z - 39.5) > 12) {
                    assertThat(value)
                            .as("far from the reflector at %d m", 10 * z)
                            .isCloseTo(0, within(1e-3 * jump));
                }
            }
            assertThat(reflector[60 * x + 39]).isBetween(0.3 * jump, 0.5 * jump);
            assertThat(reflector[60 * x + 40]).isBetween(-0.5 * jump, -0.3 * jump);
        }
    }

    @Test
    void takesOneBackgroundFromAllOrOneFromEach() {
        Space whole = WaveSpeed.SQUARED_SLOWNESS.in(Backgrounds.grid(1, 2, 10));
        Space space = WaveSpeed.SQUARED_SLOWNESS.perturbationIn(whole);
        Part<Dataset> models = part(whole, new double[] {3, 4}, new double[] {5, 7});
        Dataset one = make(models, part(whole, new double[] {1, 2}), space);
        assertThat(one.count()).isEqualTo(2);
        assertThat(read(one, 0)).containsExactly(2, 2);
        assertThat(read(one, 1)).containsExactly(4, 5);
        Dataset each = make(models, part(whole, new double[] {1, 2}, new double[] {2, 3}), space);
        assertThat(read(each, 1)).containsExactly(3, 4);
    }

    private static Part<Dataset> part(Space space, double[]... models) {
        return new FixedPart<>("inline", new InMemoryDataset(space, models));
    }

    @Test
    void comesInTheQuantityThatIsPerturbed() {
        Part<Dataset> faster = Backgrounds.profile(List.of(0.0), List.of(2000.0));
        Part<Dataset> slower = Backgrounds.profile(List.of(0.0), List.of(1600.0));
        Space velocity = WaveSpeed.VELOCITY.perturbationIn(GRID);
        assertThat(read(make(faster, slower, velocity), 0)).containsOnly(400);
        double expected = 1 / 4e6 - 1 / 2.56e6;
        assertThat(read(make(faster, slower, SPACE), 0)[0]).isCloseTo(expected, within(1e-15 * -expected));
    }

    @Test
    void refusesModelsThatAreNoPerturbations() {
        assertThat(refusal(() -> make(PROFILE, PROFILE, WaveSpeed.VELOCITY.in(GRID))))
                .hasMessage(
                        "makes perturbations of velocity, slowness or squared slowness, but a model is velocity in m/s, x 4 (step 10.0 m) × z 60 (step 10.0 m) (use it with an operator that is linear around a background, such as born)");
    }

    @Test
    void refusesBackgroundsThatAreNeitherOneNorAsMany() {
        Space whole = WaveSpeed.SQUARED_SLOWNESS.in(Backgrounds.grid(1, 1, 10));
        double[] model = {1};
        assertThat(refusal(() -> make(
                        part(whole, model, model, model),
                        part(whole, model, model),
                        WaveSpeed.SQUARED_SLOWNESS.perturbationIn(whole))))
                .hasMessage("background: holds 2 models for 3 in of (give one background for all, or one for each)");
    }

    private static InvalidInputException refusal(Runnable action) {
        return catchThrowableOfType(InvalidInputException.class, action::run);
    }
}
