package org.rote.plugins.report.html.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rote.plugins.report.html.text.Superscripts.Run;

class SuperscriptsTest {

    @Test
    void raisesEveryDigitAndTheSign() {
        assertThat(Superscripts.of(-1234567890)).isEqualTo("⁻¹²³⁴⁵⁶⁷⁸⁹⁰");
    }

    @Test
    void cutsTextWhereItRisesAndFalls() {
        assertThat(Superscripts.runs("10⁻³ s²/m"))
                .containsExactly(
                        new Run("10", false),
                        new Run("−3", true),
                        new Run(" s", false),
                        new Run("2", true),
                        new Run("/m", false));
        assertThat(Superscripts.runs("²")).containsExactly(new Run("2", true));
        assertThat(Superscripts.runs("plain")).containsExactly(new Run("plain", false));
        assertThat(Superscripts.runs("")).isEmpty();
    }
}
