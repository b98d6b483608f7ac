package org.rote.plugins.diagnostic.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rote.spi.Axis;
import org.rote.spi.Element;
import org.rote.spi.Figure;
import org.rote.spi.Figure.Image;
import org.rote.spi.Figure.Line;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Points;
import org.rote.spi.Space;

/** Which part of the data is shown, and its residual in units of the noise. */
class DataFiguresTest {

    private static final double ROUNDING = 1e-12;

    @Test
    void complexDataAreImagesOfTheRealPartAndCurvesOfOneSource() {
        Space space = data(
                Element.COMPLEX128, Axis.index("frequency", 3), Axis.index("source", 2), Axis.index("receiver", 4));
        double[] observed = counting(space);
        List<Figure> figures = DataFigures.of(fit(space, observed, 4), "mean");
        assertThat(figures).extracting(Figure::name).containsExactly("data", "data-curve");
        assertThat(figures.get(0).caption()).startsWith("Shown at frequency 2 of 3. ");
        // the second frequency begins after 2 · 4 pairs; real parts are every other number
        assertThat(image(figures.get(0), 0).field().values()).containsExactly(16, 18, 20, 22, 24, 26, 28, 30);
        assertThat(image(figures.get(0), 0).label()).isEqualTo("real part of pressure");
        assertThat(image(figures.get(0), 0).field().horizontal().name()).isEqualTo("source");
        assertThat(image(figures.get(0), 1).field().values()[0]).isEqualTo(15);
        assertThat(image(figures.get(0), 2).field().values()).containsOnly(2);
        assertThat(image(figures.get(0), 2).unit()).isEqualTo("1");
        assertThat(image(figures.get(0), 2).to()).hasValue(3);
        Figure curve = figures.get(1);
        assertThat(curve.caption()).startsWith("Shown at frequency 2 of 3, source 2 of 2. ");
        Points real = (Points) curve.panels().get(0).layers().get(0);
        assertThat(real.y()).containsExactly(24, 26, 28, 30);
        Line amplitude = (Line) curve.panels().get(1).layers().get(1);
        assertThat(amplitude.y()[0]).isCloseTo(Math.hypot(23, 24), within(ROUNDING));
        assertThat(curve.panels()).hasSize(3);
    }

    @Test
    void realDataOnTwoAxesAreOneRowOfImages() {
        Space space = data(Element.FLOAT64, Axis.index("source", 2), Axis.index("receiver", 3));
        List<Figure> figures = DataFigures.of(fit(space, new double[] {1, 2, 3, 4, 5, 6}, 100), "mean");
        assertThat(figures).singleElement().satisfies(figure -> {
            assertThat(figure.panels())
                    .extracting(Panel::title)
                    .containsExactly("observed", "predicted by the mean", "observed − predicted");
            assertThat(image(figure, 1).from()).hasValue(1);
            assertThat(image(figure, 1).to()).hasValue(6);
            assertThat(image(figure, 2).to()).hasValue(10); // √100 standard deviations
        });
    }

    @Test
    void gathersHaveTimeDownwardsAtTheMiddleShot() {
        Space space = data(
                Element.FLOAT64,
                new Axis("shot", "m", 3, 50, 100),
                Axis.index("receiver", 2),
                new Axis("time", "s", 2, 0.1, 0));
        Figure figure = DataFigures.of(fit(space, counting(space), 1), "mean").get(0);
        assertThat(figure.caption()).startsWith("Shown at shot 150.0 m. ");
        assertThat(figure.panels().get(0).y().downwards()).isTrue();
        assertThat(image(figure, 0).field().values()).containsExactly(4, 5, 6, 7);
    }

    @Test
    void dataOnOneAxisAreACurve() {
        Space space = data(Element.FLOAT64, Axis.index("pair", 3));
        assertThat(DataFigures.of(fit(space, new double[] {1, 2, 3}, 1), "mean"))
                .extracting(Figure::name)
                .containsExactly("data-curve");
        assertThat(DataFigures.of(fit(Space.vector(1), new double[] {1}, 1), "mean"))
                .isEmpty();
    }

    @Test
    void withoutGaussianNoiseTheResidualHasTheUnitOfTheData() {
        Space space = data(Element.FLOAT64, Axis.index("source", 2), Axis.index("receiver", 3));
        DataFit fit = new DataFit(space, new double[] {1, 2, 3, 4, 5, 6}, new double[6], Optional.empty(), -1);
        assertThat(fit.misfit()).isEmpty();
        Image residual = image(DataFigures.of(fit, "mean").get(0), 2);
        assertThat(residual.unit()).isEqualTo("Pa");
        assertThat(residual.field().values()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    /** Predicted is one less than observed, and every datum has this share of the misfit. */
    private static DataFit fit(Space space, double[] observed, double share) {
        double[] predicted = Arrays.stream(observed).map(value -> value - 1).toArray();
        double[] weighted = new double[observed.length];
        Arrays.fill(weighted, share);
        DataFit fit = new DataFit(space, observed, predicted, Optional.of(weighted), 0);
        assertThat(fit.misfit().orElseThrow()).isEqualTo(share);
        return fit;
    }

    private static double[] counting(Space space) {
        double[] values = new double[space.size()];
        Arrays.setAll(values, i -> i);
        return values;
    }

    private static Space data(Element element, Axis... axes) {
        return new Space(List.of(axes), "pressure", "Pa", element);
    }

    private static Image image(Figure figure, int panel) {
        return (Image) figure.panels().get(panel).layers().get(0);
    }
}
