package org.rote.plugins.dataset.geology.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Axis;
import org.rote.spi.Dataset;
import org.rote.spi.Element;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Problem;
import org.rote.spi.Space;
import org.rote.testkit.TestContext;

class ProfileTest {

    private static final ProfileConfig JUMP =
            new ProfileConfig(List.of(0.0, 100.0, 100.0, 300.0), List.of(1500.0, 1500.0, 1800.0, 2200.0));
    private static final Space GRID = Backgrounds.grid(3, 8, 50);

    @Test
    void isStraightBetweenItsPointsAndConstantBeyond() {
        double[] model = read(JUMP, WaveSpeed.VELOCITY.in(GRID));
        for (int column = 0; column < 3; column++) {
            for (int z = 0; z < 8; z++) {
                double[] expected = {1500, 1500, 1800, 1900, 2000, 2100, 2200, 2200};
                assertThat(model[8 * column + z]).as("cell %d", z).isEqualTo(expected[z]);
            }
        }
        assertThat(read(new ProfileConfig(List.of(500.0), List.of(2000.0)), WaveSpeed.VELOCITY.in(GRID)))
                .containsOnly(2000);
    }

    @Test
    void comesInTheQuantityOfTheSpaceAndKnowsTheOriginOfDepth() {
        Space deep = new Space(List.of(new Axis("z", "m", 2, 100, 200)), "", "", Element.FLOAT32);
        double[] model = read(JUMP, WaveSpeed.SLOWNESS.in(deep));
        assertThat(model[0]).isCloseTo(1 / 2000.0, within(1e-18));
        assertThat(model[1]).isCloseTo(1 / 2200.0, within(1e-18));
    }

    @Test
    void holdsOneModel() {
        Dataset dataset = new ProfileFactory().create(JUMP, TestContext.in(WaveSpeed.VELOCITY.in(GRID)));
        assertThat(dataset.count()).isOne();
        assertThat(catchThrowableOfType(
                        IndexOutOfBoundsException.class, () -> dataset.read(1, new double[GRID.size()])))
                .isNotNull();
    }

    @Test
    void refusesPointsThatAreNoProfile() {
        assertThat(refusal(() -> new ProfileConfig(List.of(), List.of())))
                .containsExactly("depths: must not be empty (give at least one)");
        assertThat(refusal(() -> new ProfileConfig(List.of(10.0, 0.0), List.of(1500.0))))
                .containsExactly(
                        "depths: must not decrease, and none be given three times, got [10.0, 0.0] m (order the points from the top down)",
                        "velocities: must be as many as depths, 2, got 1 (give one velocity for each depth)");
        assertThat(refusal(() -> new ProfileConfig(List.of(0.0, 0.0, 0.0), List.of(1.0, 0.0, 1.0))))
                .containsExactly(
                        "depths: must not decrease, and none be given three times, got [0.0, 0.0, 0.0] m (order the points from the top down)",
                        "velocities: must be greater than 0 m/s, got [1.0, 0.0, 1.0] m/s (give velocities such as 2 km/s)");
    }

    @Test
    void refusesOtherModels() {
        assertThat(refusal(() -> read(JUMP, Space.vector(4))))
                .containsExactly(
                        "makes velocities, but a model is value, component 4 (use it where models are velocity, slowness or squared slowness)");
        assertThat(refusal(() -> read(JUMP, WaveSpeed.VELOCITY.in(Space.vector(4)))))
                .containsExactly(
                        "makes models whose last axis is z in m, but a model is velocity in m/s, component 4 (use it with an operator on such a grid)");
    }

    private static double[] read(ProfileConfig config, Space space) {
        double[] model = new double[space.size()];
        new ProfileFactory().create(config, TestContext.in(space)).read(0, model);
        return model;
    }

    private static List<String> refusal(Runnable action) {
        return catchThrowableOfType(InvalidInputException.class, action::run).problems().stream()
                .map(Problem::toString)
                .toList();
    }
}
