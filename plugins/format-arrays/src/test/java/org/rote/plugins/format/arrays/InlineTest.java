package org.rote.plugins.format.arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Dataset;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Space;
import org.rote.testkit.TestContext;

class InlineTest {

    @Test
    void handsOutTheModelsAsWritten() {
        Dataset dataset = inline(
                Space.vector(2), Optional.empty(), Optional.empty(), List.of(List.of(1.0, 2.0), List.of(3.0, -4.0)));
        assertThat(dataset.count()).isEqualTo(2);
        assertThat(ArrayFiles.read(dataset, 1)).containsExactly(3, -4);
    }

    @Test
    void convertsUnitAndQuantity() {
        Space slowness = WaveSpeed.SLOWNESS.in(ArrayFiles.VELOCITY);
        Dataset dataset = inline(
                slowness,
                Optional.of("km/s"),
                Optional.of(WaveSpeed.VELOCITY),
                List.of(List.of(1.0, 2.0, 4.0, 5.0, 8.0, 10.0)));
        assertThat(ArrayFiles.read(dataset, 0))
                .containsExactly(1 / 1000.0, 1 / 2000.0, 1 / 4000.0, 1 / 5000.0, 1 / 8000.0, 1 / 10000.0);
    }

    @Test
    void rejectsRaggedEmptyAndInfiniteModelsAllAtOnce() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new InlineConfig(
                        List.of(List.of(1.0, 2.0), List.of(3.0), List.of(), List.of(1.0, Double.NaN)),
                        Optional.of("m/x"),
                        Optional.empty()))
                .withMessageContaining("models[1]: has 1 values where models[0] has 2 (give models of one length); ")
                .withMessageContaining("models[2]: must not be empty (give at least one); ")
                .withMessageContaining("models[3][1]: must be finite, got NaN (give a finite number); ")
                .withMessageContaining("unit: unknown unit \"x\" in \"m/x\"");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new InlineConfig(List.of(), Optional.empty(), Optional.empty()))
                .withMessage("models: must not be empty (give at least one)");
    }

    @Test
    void rejectsModelsThatDoNotFillTheSpace() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> inline(Space.vector(2), Optional.empty(), Optional.empty(), List.of(List.of(1.0))))
                .withMessage(
                        "models[0]: has 1 value where a model has 2: value, component 2 (give every model 2 values)");
    }

    @Test
    void asksForAUnitWhereModelsHaveOne() {
        List<Double> model = List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> inline(ArrayFiles.VELOCITY, Optional.empty(), Optional.empty(), List.of(model)))
                .withMessage("unit: is missing: a model is velocity in m/s, x 2 (step 10.0 m) × z 3 (step 10.0 m)"
                        + " (say which unit the values have, for example unit: m/s)");
    }

    @Test
    void namesTheValueThatCannotBeConverted() {
        Space slowness = WaveSpeed.SLOWNESS.in(ArrayFiles.VELOCITY);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> inline(
                        slowness,
                        Optional.of("m/s"),
                        Optional.of(WaveSpeed.VELOCITY),
                        List.of(List.of(1500.0, 0.0, 1500.0, -2.0, 1500.0, 1500.0))))
                .withMessage(
                        "models[0][1]: must be greater than 0 to become slowness, got 0.0 m/s (correct the value); "
                                + "models[0][3]: must be greater than 0 to become slowness, got -2.0 m/s (correct the value)");
    }

    private static Dataset inline(
            Space space, Optional<String> unit, Optional<WaveSpeed> quantity, List<List<Double>> models) {
        return new InlineFactory().create(new InlineConfig(models, unit, quantity), TestContext.in(space));
    }
}
