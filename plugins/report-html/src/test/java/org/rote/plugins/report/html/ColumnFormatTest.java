package org.rote.plugins.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnFormatTest {

    private static String[] column(double... values) {
        ColumnFormat format = ColumnFormat.of(values);
        String[] shown = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            shown[i] = format.show(values[i]);
        }
        return shown;
    }

    @Test
    void givesAllNumbersTheSameDecimals() {
        assertThat(column(1.5, 12.25, 0.5)).containsExactly("1.50", "12.25", "0.50");
        assertThat(column(0.95, 0.7)).containsExactly("0.9500", "0.7000");
    }

    @Test
    void showsWholeNumbersWhole() {
        assertThat(column(5, 5000, 0)).containsExactly("5", "5000", "0");
        assertThat(column()).isEmpty();
    }

    @Test
    void showsEachByItselfWhereTheyDifferTooMuch() {
        assertThat(column(0.5, 1e-9)).containsExactly("0.5", "1×10⁻⁹");
        assertThat(column(1.5e9)).containsExactly("1.5×10⁹");
    }

    @Test
    void showsWhatIsNoNumber() {
        assertThat(column(1.5, Double.NaN, Double.POSITIVE_INFINITY)).containsExactly("1.500", "NaN", "∞");
    }
}
