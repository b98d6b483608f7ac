package org.rote.plugins.dataset.geology.basin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Axis;
import org.rote.spi.Element;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Problem;
import org.rote.spi.Space;
import org.rote.testkit.TestContext;

class BasinConfigTest {

    private static final Space GRID = Basins.grid(50, 60);
    private static final Space SMALL = WaveSpeed.VELOCITY.in(
            new Space(List.of(Axis.metres("x", 30, 10), Axis.metres("z", 30, 10)), "", "", Element.FLOAT64));

    @Test
    void tellsAllThatIsWrongWithEachSection() {
        assertThat(problems(() -> new WaterConfig(1.5, List.of(300.0, 100.0), -1, 0)))
                .containsExactly(
                        "probability: must be between 0 and 1, got 1.5 (give a probability)",
                        "depth: must be one value or two, the smaller one first, got [300.0, 100.0] m (give a range such as [a, b])",
                        "relief: must be at least 0 m, got -1.0 m (give a length such as 50 m)",
                        "velocity: must be greater than 0, got 0.0 (give a positive number)");
        assertThat(problems(() -> new LayerConfig(0, -1, 1, 2)))
                .containsExactly(
                        "thickness: must be greater than 0, got 0.0 (give a positive number)",
                        "spread: must be at least 0 and less than 2.0, got -1.0 (give for example 1.0)",
                        "memory: must be at least 0 and less than 1.0, got 1.0 (give for example 0.5)",
                        "taper: must be at least 0 and less than 2.0, got 2.0 (give for example 1.0)");
        assertThat(problems(() -> new VelocityConfig(List.of(1000.0), List.of(-1.0), 1, 1500, 5500)))
                .containsExactly(
                        "at-top: must be between 1500.0 and 5500.0 m/s, got [1000.0] m/s (give other values)",
                        "gradient: must be at least 0.0 1/s, got [-1.0] 1/s (give other values)",
                        "contrast: must be at least 0 and less than 1.0, got 1.0 (give for example 0.5)");
        assertThat(problems(() -> new VelocityConfig(List.of(1000.0), List.of(1.0), 0, 1500, 1400)))
                .containsExactly(
                        "fastest: must be greater than slowest = 1500.0 m/s, got 1400.0 m/s (give the larger velocity as fastest)");
        assertThat(where(() -> new FoldConfig(List.of(-1.0), List.of(0.0, 1.0), 1)))
                .containsExactly("height", "wavelengths", "dip");
        assertThat(where(() -> new UnconformityConfig(List.of(2, 1), List.of(-1.0), 1, List.of())))
                .containsExactly("number", "relief", "folding", "dip");
        assertThat(problems(() ->
                        new FaultConfig(List.of(-1), List.of(0.0), List.of(Math.toRadians(10)), 2, List.of(-1.0))))
                .contains(
                        "number: must be one number or two, the smaller one first, between 0 and 100, got [-1] (give a range such as [0, 2])",
                        "listric: must be between 0 and 1, got 2.0 (give a probability)")
                .hasSize(5);
        assertThat(where(() -> new ChannelConfig(List.of(0, 200), List.of(0.0), List.of(-1.0), List.of(0.9))))
                .containsExactly("number", "width", "depth", "contrast");
        assertThat(where(() -> new SaltConfig(-1, 2, List.of(0.0), List.of(0.95), 0)))
                .containsExactly("probability", "detached", "width", "top", "velocity");
        assertThat(problems(() -> new HeterogeneityConfig(0.5, List.of(10.0))))
                .containsExactly(
                        "deviation: must be at least 0 and less than 0.3, got 0.5 (give for example 0.15)",
                        "lengths: must be two lengths greater than 0 m, along the layers and across, got [10.0] m (give for example [300 m, 25 m])");
        assertThat(where(() -> Basins.of(0).from(-1).config())).containsExactly("count", "first");
    }

    @Test
    void refusesModelsThatAreNoSectionsOfVelocity() {
        Space plain = new Space(GRID.axes(), "value", "1", Element.FLOAT64);
        assertThat(problems(() -> Basins.of(1).in(plain)))
                .containsExactly(
                        "makes velocities, but a model is value, x 50 (step 100.0 m) × z 60 (step 50.0 m) (use it where models are velocity, slowness or squared slowness)");
        assertThat(problems(() -> Basins.of(1).in(WaveSpeed.VELOCITY.in(Space.vector(5)))))
                .containsExactly(
                        "makes sections with axes x and z in m, but a model is velocity in m/s, component 5 (use it with an operator on such a grid)");
    }

    @Test
    void refusesWhatDoesNotFitTheGrid() {
        assertThat(problems(() -> Basins.of(1).in(SMALL)))
                .containsExactly(
                        "water.depth: must be at most 0.8 of the depth of the section, 300.0 m, got [100.0, 400.0] m (give shallower water, or water: { probability: 0 })");
        assertThat(problems(() -> Basins.of(1).withThickness(0.1).in(GRID)))
                .containsExactly(
                        "layers.thickness: must be at least a hundredth of a cell, 0.5 m, got 0.1 m (give thicker layers)");
    }

    @Test
    void warnsOfLayersThatTheGridDoesNotShow() {
        TestContext context = TestContext.in(GRID);
        new BasinFactory().create(Basins.of(1).config(), context);
        assertThat(context.warnings())
                .containsExactly(
                        "layers of 60.0 m are thinner than two cells of 50.0 m: the grid shows few of them; give a larger layers.thickness or a finer grid");
        TestContext fine = TestContext.in(Basins.grid(50, 240));
        new BasinFactory().create(Basins.of(1).config(), fine);
        assertThat(fine.warnings()).isEmpty();
    }

    private static List<String> problems(Executable executable) {
        return refusal(executable).problems().stream().map(Problem::toString).toList();
    }

    private static List<String> where(Executable executable) {
        return refusal(executable).problems().stream().map(Problem::where).toList();
    }

    private static InvalidInputException refusal(Executable executable) {
        return catchThrowableOfType(InvalidInputException.class, executable::execute);
    }
}
