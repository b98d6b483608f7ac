package org.rote.plugins.dataset.geology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rote.spi.Axis;
import org.rote.spi.Element;
import org.rote.spi.Factory;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Problem;
import org.rote.spi.Space;
import org.rote.testkit.TestContext;

class LayeredConfigTest {

    @Test
    void offersItsDataSets() {
        assertThat(new GeologyPlugin().datasets())
                .extracting(Factory::name)
                .containsExactly(
                        "basin",
                        "layered",
                        "gaussian-field",
                        "profile",
                        "smoothed",
                        "perturbation",
                        "excluding",
                        "joined");
        assertThat(new LayeredFactory().example()).startsWith("type: layered\n");
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new LayeredConfig(
                        0,
                        -1,
                        0,
                        0,
                        -1,
                        0,
                        -5,
                        Optional.of(0.0),
                        Optional.of(-1.0),
                        1.0,
                        1.5,
                        -0.1,
                        Optional.of(Double.NaN),
                        -20))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(Problem::toString)
                        .containsExactly(
                                "count: must be at least 1, got 0 (give 1 or more)",
                                "first: must be at least 0, got -1 (give 0 or more)",
                                "min-layers: must be at least 1, got 0 (give 1 or more)",
                                "max-layers: must be at least min-layers = 0, got -1 (give the larger number as max-layers)",
                                "min-velocity: must be greater than 0, got 0.0 (give a positive number)",
                                "max-velocity: must be greater than min-velocity = 0.0 m/s, got -5.0 m/s (give the larger velocity as max-velocity)",
                                "max-dip: must be between 0 deg and 45 deg, got 57.29577951308232 deg (give an angle such as 5 deg)",
                                "min-thickness: must be greater than 0, got 0.0 (give a positive number)",
                                "relief: must be at least 0 m, got -1.0 m (give a length such as 50 m)",
                                "max-throw: must be at least 0 m, got NaN m (give a length such as 50 m)",
                                "transition: must be at least 0 m, got -20.0 m (give a length such as 50 m)",
                                "inversion-probability: must be between 0 and 1, got 1.5 (give a probability)",
                                "fault-probability: must be between 0 and 1, got -0.1 (give a probability)"));
    }

    @Test
    void rejectsWhatDoesNotFitIntoTheDepth() {
        rejects(
                Optional.of(5.0),
                Optional.of(101.0),
                Optional.of(200.0),
                "min-thickness: must be at least one sample of the grid, 10.0 m, got 5.0 m (give 10.0 m or more)",
                "relief: must be at most half of the depth, 100.0 m, got 101.0 m (give lower folds)",
                "max-throw: must be at most half of the depth, 100.0 m, got 200.0 m (give a smaller displacement)");
        rejects(
                Optional.of(30.0),
                Optional.empty(),
                Optional.empty(),
                "max-layers: 8 layers of at least 30.0 m do not fit into the depth of 200.0 m (give fewer or thinner layers)");
    }

    @Test
    void fitsItsDefaultsToAShallowModel() {
        assertThat(Sections.of(3).in(Sections.grid(8, 10)).count()).isEqualTo(3);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Sections.of(3).in(Sections.grid(7, 10)))
                .withMessage("max-layers: 8 layers of at least 10.0 m do not fit into the depth of 70.0 m"
                        + " (give fewer or thinner layers)");
    }

    @Test
    void rejectsModelsThatAreNoSections() {
        String where = "makes sections with axes x and z in m, but a model is ";
        String fix = " (use it with an operator on such a grid)";
        Space otherAxes = new Space(
                List.of(Axis.metres("z", 2, 10), Axis.metres("x", 2, 10)), "velocity", "m/s", Element.FLOAT64);
        Space otherUnit =
                new Space(List.of(Axis.index("x", 2), Axis.index("z", 2)), "velocity", "m/s", Element.FLOAT64);
        for (Space space : List.of(otherAxes, otherUnit)) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> Sections.of(1).in(space))
                    .withMessage(where + space.describe() + fix);
        }
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Sections.of(1).in(Space.vector(3)))
                .withMessage("makes velocities, but a model is value, component 3"
                        + " (use it where models are velocity, slowness or squared slowness)");
    }

    private static void rejects(
            Optional<Double> thickness, Optional<Double> relief, Optional<Double> drop, String... messages) {
        LayeredConfig config = new LayeredConfig(1, 0, 0, 3, 8, 1500, 4500, thickness, relief, 0, 0, 0, drop, 0);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new LayeredFactory().create(config, TestContext.in(Sections.grid(20, 10))))
                .satisfies(e ->
                        assertThat(e.problems()).extracting(Problem::toString).containsExactly(messages));
    }
}
