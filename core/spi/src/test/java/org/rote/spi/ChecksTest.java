package org.rote.spi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChecksTest {

    @Test
    void reportsEverythingAtOnce() {
        Checks checks = new Checks()
                .positive("sigma", -0.1)
                .finite("mean", Double.NaN)
                .atLeast("count", 0, 1)
                .notEmpty("models", List.of());
        assertThatThrownBy(checks::verify)
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("sigma: must be greater than 0, got -0.1 (give a positive number); "
                        + "mean: must be finite, got NaN (give a finite number); "
                        + "count: must be at least 1, got 0 (give 1 or more); "
                        + "models: must not be empty (give at least one)");
    }

    @Test
    void saysNothingWhenAllIsWell() {
        assertThatCode(() -> new Checks()
                        .positive("sigma", 1)
                        .finite("mean", 0)
                        .atLeast("count", 1, 1)
                        .notEmpty("models", List.of(1))
                        .verify())
                .doesNotThrowAnyException();
    }
}
