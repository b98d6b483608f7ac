package org.rote.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "*, sigma-0.30+exact",
        "*, ''",
        "sigma-0.30+exact, sigma-0.30+exact",
        "*+exact, sigma-0.30+exact",
        "sigma-*, sigma-0.30+exact",
        "*0.3*, sigma-0.30+exact",
        "sigma-0.??+exact, sigma-0.30+exact",
        "s*a*t, sigma-0.30+exact",
        "**, exact",
        "*exact*, exact",
    })
    void fits(String pattern, String name) {
        assertThat(Glob.matches(pattern, name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "exact, exact2",
        "exact2, exact",
        "?, ''",
        "'', exact",
        "*+exact, sigma+exact2",
        "sigma-0.?+exact, sigma-0.30+exact",
        "sigma.0, sigma-0",
        "*a*b*c, aabbcb",
    })
    void doesNotFit(String pattern, String name) {
        assertThat(Glob.matches(pattern, name)).isFalse();
    }

    @Test
    void takesNoLongerForManyStars() {
        assertThat(Glob.matches("*a".repeat(50) + "b", "a".repeat(300))).isFalse();
    }
}
