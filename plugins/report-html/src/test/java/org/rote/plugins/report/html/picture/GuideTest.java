package org.rote.plugins.report.html.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rote.plugins.report.html.picture.Ticks.Tick;
import org.rote.spi.Figure.Scale;

class GuideTest {

    private static final long SEED = 5;
    private static final int TRIALS = 3000;

    @Test
    void labelsNeverTouchWhateverTheSpan() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int trial = 0; trial < TRIALS; trial++) {
            boolean logarithmic = random.nextBoolean();
            double lo = Math.pow(10, random.nextDouble(-12, 9)) * (logarithmic || random.nextBoolean() ? 1 : -1);
            double hi = logarithmic
                    ? lo * Math.pow(10, random.nextDouble(0.01, 15))
                    : lo + Math.pow(10, random.nextDouble(-3, 9)) * Math.abs(lo);
            Span span = new Span(lo, hi, logarithmic);
            double length = random.nextDouble(90, 450);
            Scale scale = logarithmic ? Scale.logarithmic("x", "m") : Scale.linear("x", "m");
            String context = "seed " + SEED + ", trial " + trial + ", " + span + ", length " + length;

            Guide across = Guide.horizontal(scale, span, length);
            double end = Double.NEGATIVE_INFINITY;
            for (Tick tick : across.labelled()) {
                double half = Lettering.width(tick.label(), Font.TICK.size()) / 2;
                double centre = span.fraction(tick.value()) * length;
                assertThat(centre - half).as(context).isGreaterThan(end);
                end = centre + half;
            }
            assertThat(across.labelled()).as(context).isNotEmpty();

            Guide up = Guide.vertical(scale, span, length);
            double below = Double.NEGATIVE_INFINITY;
            for (Tick tick : up.labelled()) {
                double centre = span.fraction(tick.value()) * length;
                assertThat(centre - below).as(context).isGreaterThan(Font.TICK.size());
                below = centre;
            }
        }
    }

    @Test
    void putsThePowerOfTenIntoTheUnit() {
        Guide slowness = Guide.horizontal(Scale.linear("slowness", "s/m"), new Span(0, 8e-4, false), 300);

        assertThat(slowness.title()).isEqualTo("slowness (µs/m)");
        assertThat(slowness.ticks()).extracting(Tick::label).contains("200", "800");
        assertThat(Guide.horizontal(Scale.linear("time", "s"), new Span(0, 4e-3, false), 300)
                        .title())
                .isEqualTo("time (ms)");
        assertThat(Guide.horizontal(Scale.linear("x", "m"), new Span(0, 2e5, false), 300)
                        .title())
                .isEqualTo("x (km)");
        assertThat(Guide.horizontal(Scale.linear("depth", "m"), new Span(0, 5000, false), 300)
                        .title())
                .isEqualTo("depth (m)");
        assertThat(Guide.horizontal(Scale.logarithmic("σ", "1"), new Span(1e-6, 1, true), 300)
                        .title())
                .isEqualTo("σ");
    }

    @Test
    void setsNamesSideBySideWhereTheyFit() {
        Guide guide = Guide.categories(Scale.linear("model", "1"), List.of("a", "b", "c"), 200);

        assertThat(guide.slanted()).isFalse();
        assertThat(guide.ticks()).containsExactly(new Tick(0, "a"), new Tick(1, "b"), new Tick(2, "c"));
    }

    @Test
    void slantsLongNames() {
        Guide guide = Guide.categories(
                Scale.linear("", "1"), List.of("linearized-mixture", "reweighting", "quadrature"), 200);

        assertThat(guide.slanted()).isTrue();
        assertThat(guide.ticks()).hasSize(3);
    }

    @Test
    void drawsNoFiveThousandNames() {
        List<String> names =
                IntStream.range(0, 5000).mapToObj(Integer::toString).toList();

        Guide guide = Guide.categories(Scale.linear("model", "1"), names, 400);

        assertThat(guide.slanted()).isFalse();
        assertThat(guide.ticks()).hasSizeBetween(4, 12).extracting(Tick::label).startsWith("0", "500", "1000");
    }
}
