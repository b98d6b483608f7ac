package org.rote.operators.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as messages show them. */
final class FiguresTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "2.59512, 2.595",
        "0.0020, 0.002",
        "-1500, -1500",
        "123456, 123500",
        "9.9e8, 990000000",
        "2e10, 2e10",
        "1.14249e-30, 1.142e-30",
        "-7.0034e35, -7.003e35"
    })
    void haveFourFiguresAndAnExponentOnlyWhereTheyAreFarFromOne(double value, String text) {
        assertThat(Figures.text(value)).isEqualTo(text);
    }
}
