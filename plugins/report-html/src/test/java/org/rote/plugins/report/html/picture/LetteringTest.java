package org.rote.plugins.report.html.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LetteringTest {

    @Test
    void countsRaisedDigitsAsSmaller() {
        assertThat(Lettering.width("10⁻³", 10)).isLessThan(Lettering.width("10−3", 10));
    }

    @Test
    void doesNotCountCombiningMarks() {
        assertThat(Lettering.width("x\u0302", 10)).isEqualTo(Lettering.width("x", 10));
    }

    @Test
    void cutsWhatIsTooWide() {
        String cut = Lettering.cut("a very long label", 10, 50);

        assertThat(cut).startsWith("a very").endsWith("…");
        assertThat(Lettering.width(cut, 10)).isLessThanOrEqualTo(50);
        assertThat(Lettering.cut("short", 10, 50)).isEqualTo("short");
        assertThat(Lettering.cut("anything", 10, 0)).isEqualTo("…");
    }

    @Test
    void breaksAtSpaces() {
        assertThat(Lettering.lines("one two three four", 10, 42, 3)).containsExactly("one two", "three", "four");
        assertThat(Lettering.lines("one two three four", 10, 45, 1)).hasSize(1);
        assertThat(Lettering.lines("", 10, 45, 2)).isEmpty();
        assertThat(Lettering.lines("unbreakable-and-long", 10, 45, 2))
                .singleElement()
                .asString()
                .endsWith("…");
    }
}
