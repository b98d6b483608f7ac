package org.rote.plugins.report.html.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SpanTest {

    private static final OptionalDouble FREE = OptionalDouble.empty();

    @Test
    void padsFreeEndsOnly() {
        assertThat(Span.of(OptionalDouble.of(1), FREE, 2, 11, false, 0.1)).isEqualTo(new Span(1, 12, false));
        assertThat(Span.of(FREE, FREE, -10, 10, false, 0.05)).isEqualTo(new Span(-11, 11, false));
    }

    @Test
    void doesNotPadWhatIsNeverNegativeBelowZero() {
        assertThat(Span.of(FREE, FREE, 0, 10, false, 0.1)).isEqualTo(new Span(0, 11, false));
        assertThat(Span.of(FREE, FREE, 0.2, 10.2, false, 0.1).lo()).isZero();
        assertThat(Span.of(FREE, FREE, -10, -0.2, false, 0.1).hi()).isZero();
    }

    @Test
    void widensASingleValue() {
        assertThat(Span.of(FREE, FREE, 20, 20, false, 0.05)).isEqualTo(new Span(18, 22, false));
        assertThat(Span.of(FREE, FREE, 0, 0, false, 0.05)).isEqualTo(new Span(-1, 1, false));
        Span decade = Span.of(FREE, FREE, 10, 10, true, 0.05);
        assertThat(decade.hi() / decade.lo()).isCloseTo(10, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void takesRoundingErrorsForASingleValue() {
        Span span = Span.of(FREE, FREE, 2000, Math.nextUp(2000.0), false, 0.05);

        assertThat(span.hi() - span.lo()).isGreaterThan(100);
    }

    @Test
    void spansSomethingWithoutData() {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;

        assertThat(Span.of(FREE, FREE, least, most, false, 0)).isEqualTo(new Span(0, 1, false));
        assertThat(Span.of(FREE, FREE, least, most, true, 0)).isEqualTo(new Span(1, 10, true));
        assertThat(Span.of(OptionalDouble.of(5), FREE, least, most, false, 0)).isEqualTo(new Span(5, 6, false));
        assertThat(Span.of(FREE, OptionalDouble.of(5), least, most, false, 0)).isEqualTo(new Span(4, 5, false));
        assertThat(Span.of(FREE, OptionalDouble.of(5), least, most, true, 0)).isEqualTo(new Span(0.5, 5, true));
    }

    @Test
    void ignoresEndsThatMakeNoSense() {
        assertThat(Span.of(OptionalDouble.of(9), OptionalDouble.of(1), 2, 3, false, 0))
                .isEqualTo(new Span(2, 3, false));
        assertThat(Span.of(OptionalDouble.of(-1), FREE, 1, 100, true, 0)).isEqualTo(new Span(1, 100, true));
        assertThat(Span.of(OptionalDouble.of(Double.NaN), FREE, 1, 2, false, 0)).isEqualTo(new Span(1, 2, false));
    }

    @Test
    void findsPlacesAndBack() {
        Span linear = new Span(-2, 2, false);
        Span logarithmic = new Span(0.01, 100, true);

        assertThat(linear.fraction(1)).isEqualTo(0.75);
        assertThat(linear.at(0.75)).isEqualTo(1);
        assertThat(logarithmic.fraction(1)).isEqualTo(0.5);
        assertThat(logarithmic.at(0.5)).isEqualTo(1);
    }

    @Test
    void hasNoPlaceForWhatItCannotShow() {
        assertThat(new Span(1, 10, true).fraction(0)).isNaN();
        assertThat(new Span(1, 10, true).fraction(-1)).isNaN();
        assertThat(new Span(0, 1, false).fraction(Double.NaN)).isNaN();
        assertThat(new Span(0, 1, false).fraction(Double.POSITIVE_INFINITY)).isNaN();
        assertThat(new Span(0, 1, false).fraction(Double.MAX_VALUE)).isNaN();
    }
}
