package org.rote.plugins.report.html.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rote.plugins.report.html.picture.Ticks.Tick;

class TicksTest {

    private static List<String> labels(List<Tick> ticks) {
        return ticks.stream().map(Tick::label).filter(label -> !label.isEmpty()).toList();
    }

    @Test
    void stepsByOneTwoOrFive() {
        assertThat(labels(Ticks.linear(new Span(0, 1, false), 0, 5)))
                .containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
        assertThat(labels(Ticks.linear(new Span(-3, 4, false), 0, 4))).containsExactly("−2", "0", "2", "4");
        assertThat(labels(Ticks.linear(new Span(0, 700, false), 0, 7)))
                .containsExactly("0", "100", "200", "300", "400", "500", "600", "700");
        assertThat(labels(Ticks.linear(new Span(1.02, 1.07, false), 0, 3))).containsExactly("1.02", "1.04", "1.06");
    }

    @Test
    void divideByThePowerThatTheUnitTakes() {
        assertThat(labels(Ticks.linear(new Span(0, 0.004, false), -3, 4))).containsExactly("0", "1", "2", "3", "4");
        assertThat(labels(Ticks.linear(new Span(2e5, 2.5e5, false), 3, 2))).containsExactly("200", "250");
        assertThat(labels(Ticks.linear(new Span(0, 1e-4, false), -6, 2))).containsExactly("0", "50", "100");
    }

    @Test
    void placeLabelledTicksAtPowersOfTenWithShortOnesBetween() {
        List<Tick> ticks = Ticks.logarithmic(new Span(0.01, 5, true), 10);

        assertThat(labels(ticks)).containsExactly("0.01", "0.1", "1");
        assertThat(ticks).hasSize(9 + 9 + 5);
        assertThat(ticks).isSortedAccordingTo((a, b) -> Double.compare(a.value(), b.value()));
    }

    @Test
    void writeFarDecadesAsPowers() {
        assertThat(labels(Ticks.logarithmic(new Span(1e-8, 1e-5, true), 10)))
                .containsExactly("10⁻⁸", "10⁻⁷", "10⁻⁶", "10⁻⁵");
    }

    @Test
    void skipDecadesWhereThereAreMany() {
        assertThat(labels(Ticks.logarithmic(new Span(1e-12, 1e6, true), 4)))
                .containsExactly("10⁻¹⁰", "10⁻⁵", "10⁰", "10⁵");
    }

    @Test
    void labelBetweenPowersWithinADecade() {
        assertThat(labels(Ticks.logarithmic(new Span(1.5, 8, true), 5))).containsExactly("2", "5");
        assertThat(labels(Ticks.logarithmic(new Span(2.1, 2.9, true), 5))).containsExactly("2.2", "2.4", "2.6", "2.8");
    }

    @Test
    void roundUpToOneTwoFive() {
        assertThat(Ticks.roundUp(0.13)).isEqualTo(0.2);
        assertThat(Ticks.roundUp(1)).isEqualTo(1);
        assertThat(Ticks.roundUp(2.1)).isEqualTo(5);
        assertThat(Ticks.roundUp(51)).isEqualTo(100);
    }
}
