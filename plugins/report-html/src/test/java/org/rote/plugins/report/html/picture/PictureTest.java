package org.rote.plugins.report.html.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rote.spi.Axis;
import org.rote.spi.Figure;
import org.rote.spi.Figure.Bars;
import org.rote.spi.Figure.ColorMap;
import org.rote.spi.Figure.Ellipses;
import org.rote.spi.Figure.Grid;
import org.rote.spi.Figure.Image;
import org.rote.spi.Figure.Layer;
import org.rote.spi.Figure.Line;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Points;
import org.rote.spi.Figure.Role;
import org.rote.spi.Figure.Rule;
import org.rote.spi.Figure.Scale;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class PictureTest {

    /** Half of the last digit that a coordinate is written with, twice. */
    private static final double ROUNDING = 0.011;

    static List<Figure> gallery() {
        return Gallery.all();
    }

    private static Figure figure(Scale x, Scale y, Layer... layers) {
        return new Figure("f", "A figure", "What it shows.", List.of(new Panel("", x, y, List.of(layers))));
    }

    private static Document draw(Figure figure) {
        return Xml.parse(Picture.svg(figure, "p1"));
    }

    private static List<String> texts(Document svg) {
        return Xml.elements(svg, "text").stream().map(Element::getTextContent).toList();
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void isWellFormedAndHoldsOnlyFiniteNumbers(Figure figure) {
        String svg = Picture.svg(figure, "p1");

        Xml.parse(svg);
        String words = svg.replaceAll("href=\"data:[^\"]*\"", "");
        for (String fault : List.of("NaN", "Infinity", "null", "=\"[^\"]*\\d\\.\\d{3}")) {
            assertThat(Pattern.compile(fault).matcher(words).find()).as(fault).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void keepsEveryWordInsideThePicture(Figure figure) {
        Document svg = draw(figure);
        double width = number(svg.getDocumentElement(), "width");
        double height = number(svg.getDocumentElement(), "height");
        for (Element text : Xml.elements(svg, "text")) {
            double length = Lettering.width(text.getTextContent(), number(text, "font-size"));
            String anchor = text.getAttribute("text-anchor");
            double before = anchor.equals("end") ? length : anchor.equals("middle") ? length / 2 : 0;
            double x = number(text, "x");
            double y = number(text, "y");
            boolean upright = text.getAttribute("transform").startsWith("rotate(-90");
            boolean slanted = text.getAttribute("transform").startsWith("rotate(-45");
            double reach = slanted ? before * Math.sqrt(0.5) : before;
            String words = text.getTextContent();
            assertThat(upright ? y + before - length : x - reach).as(words).isGreaterThanOrEqualTo(-1);
            assertThat(upright ? y + before : x - before + length)
                    .as(words)
                    .isLessThanOrEqualTo((upright ? height : width) + 1);
            assertThat(slanted ? y + reach : y).as(words).isBetween(0.0, height);
        }
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void refersToNothingOutside(Figure figure) {
        Document svg = draw(figure);
        List<String> ids = new ArrayList<>();
        Xml.elements(svg, "*").forEach(element -> ids.add(element.getAttribute("id")));
        for (Element element : Xml.elements(svg, "*")) {
            for (String attribute : List.of("clip-path", "fill")) {
                String value = element.getAttribute(attribute);
                if (value.startsWith("url(")) {
                    assertThat(ids).contains(value.substring(5, value.length() - 1));
                }
            }
            if (element.hasAttribute("href")) {
                assertThat(element.getAttribute("href")).startsWith("data:image/png;base64,");
            }
            assertThat(element.hasAttribute("style")).isFalse();
        }
    }

    @Test
    void tellsReadersWhoDoNotSeeWhatItShows() {
        Document svg = draw(Gallery.densities(0.3));

        assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(svg.getDocumentElement().getAttribute("aria-labelledby")).isEqualTo("p1-title p1-words");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Prior, likelihood and posterior");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                .contains("memorized prior", "exact posterior", "density against x");
    }

    @Test
    void escapesLabels() {
        String label = "<script>alert(1)</script> & \"x\"";

        Document svg = draw(figure(
                Scale.linear(label, "1"),
                Scale.linear("y", "1"),
                new Line(label, Role.SERIES, new double[] {0, 1}, new double[] {0, 1})));

        assertThat(Xml.elements(svg, "script")).isEmpty();
        assertThat(texts(svg)).anyMatch(text -> text.startsWith("<script>"));
    }

    @Test
    void givesFieldsOfOneUnitEqualAspect() {
        Grid wide = new Grid(Axis.metres("x", 40, 10), Axis.metres("z", 20, 10), new double[800]);
        Image image =
                new Image("velocity", "m/s", wide, ColorMap.SEQUENTIAL, OptionalDouble.of(0), OptionalDouble.of(1));

        Element drawn = Xml.elements(draw(figure(Scale.linear("x", "m"), Scale.depth("depth", "m"), image)), "image")
                .get(0);

        assertThat(number(drawn, "width") / number(drawn, "height")).isCloseTo(2, offset(0.01));
    }

    @Test
    void stretchesFieldsOfTwoUnits() {
        Grid gather = new Grid(Axis.index("receiver", 10), new Axis("time", "s", 1000, 0.004, 0), new double[10_000]);
        Image image =
                new Image("pressure", "Pa", gather, ColorMap.DIVERGING, OptionalDouble.empty(), OptionalDouble.empty());

        Element drawn = Xml.elements(
                        draw(figure(Scale.linear("receiver", "1"), Scale.depth("time", "s"), image)), "image")
                .get(0);

        assertThat(number(drawn, "width")).isEqualTo(number(drawn, "height"));
    }

    @Test
    void givesAScatterBesideAMapTheAspectOfTheMap() {
        Scale x = Scale.linear("x₁", "1").between(0, 10);
        Scale y = Scale.linear("x₂", "1").between(0, 5);
        Ellipses ellipse =
                new Ellipses("c", Role.APPROXIMATE, new double[] {1, 1}, new double[] {1, 0, 0, 1}, new double[] {1});
        Points scatter = new Points("draws", Role.APPROXIMATE, new double[] {1, 2}, new double[] {3, 4});

        Document svg = draw(new Figure(
                "f", "f", "", List.of(new Panel("", x, y, List.of(ellipse)), new Panel("", x, y, List.of(scatter)))));

        List<Element> plots = Xml.elements(svg, "clipPath").stream()
                .map(clip -> (Element) clip.getElementsByTagName("rect").item(0))
                .toList();
        assertThat(plots)
                .hasSize(2)
                .allSatisfy(plot -> assertThat(number(plot, "width") / number(plot, "height"))
                        .isCloseTo(2, offset(0.01)));
    }

    @Test
    void drawsAnEllipseOfOneStandardDeviation() {
        Ellipses ellipses =
                new Ellipses("c", Role.APPROXIMATE, new double[] {0, 0}, new double[] {4, 0, 0, 1}, new double[] {1});
        Document svg = draw(figure(
                Scale.linear("x", "1").between(-5, 5), Scale.linear("y", "1").between(-5, 5), ellipses));
        Element plot = Xml.elements(svg, "clipPath").get(0);
        double side = number((Element) plot.getElementsByTagName("rect").item(0), "width");
        String path = Xml.elements(svg, "path").stream()
                .map(element -> element.getAttribute("d"))
                .filter(d -> d.chars().filter(c -> c == 'L').count() == 48)
                .findFirst()
                .orElseThrow();
        double[] x = Pattern.compile("[ML]([-\\d.]+)")
                .matcher(path)
                .results()
                .mapToDouble(m -> Double.parseDouble(m.group(1)))
                .toArray();
        double[] y = Pattern.compile(" ([-\\d.]+)")
                .matcher(path)
                .results()
                .mapToDouble(m -> Double.parseDouble(m.group(1)))
                .toArray();

        assertThat(java.util.Arrays.stream(x).max().orElseThrow()
                        - java.util.Arrays.stream(x).min().orElseThrow())
                .isCloseTo(4 * side / 10, offset(ROUNDING));
        assertThat(java.util.Arrays.stream(y).max().orElseThrow()
                        - java.util.Arrays.stream(y).min().orElseThrow())
                .isCloseTo(2 * side / 10, offset(ROUNDING));
    }

    @Test
    void drawsDegenerateEllipses() {
        Ellipses ellipses = new Ellipses(
                "c",
                Role.APPROXIMATE,
                new double[] {0, 0, 1, 1, Double.NaN, 0},
                new double[] {0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 1},
                new double[] {1, 0, 1});

        String svg = Picture.svg(figure(Scale.linear("x", "1"), Scale.linear("y", "1"), ellipses), "p1");

        Xml.parse(svg);
        assertThat(svg).doesNotContain("NaN");
        assertThat(Xml.elements(Xml.parse(svg), "ellipse")).as("the legend's").hasSize(1);
    }

    @Test
    void drawsFiveThousandBarsAsOneShape() {
        Document svg = draw(Gallery.weights(5000));

        assertThat(texts(svg)).hasSizeLessThan(25);
        assertThat(Picture.svg(Gallery.weights(5000), "p1").length()).isLessThan(25_000);
    }

    @Test
    void standsBarsOfTwoLayersSideBySideWithDifferentHatching() {
        List<String> names = List.of("a", "b");
        Document svg = draw(figure(
                Scale.linear("", "1"),
                Scale.linear("", "1"),
                new Bars("one", Role.EXACT, names, new double[] {1, 2}),
                new Bars("two", Role.APPROXIMATE, List.of("b", "a"), new double[] {3, 4})));

        assertThat(Xml.elements(svg, "pattern")).hasSize(1);
        List<String> fills = Xml.elements(svg, "path").stream()
                .map(p -> p.getAttribute("fill"))
                .toList();
        assertThat(fills).contains("#000000", "url(#p1-hatch-0)");
        assertThat(texts(svg)).containsSubsequence("a", "b");
    }

    @Test
    void namesEachLayerOnceForAllPanels() {
        Line line = new Line("posterior", Role.EXACT, new double[] {0, 1}, new double[] {0, 1});
        Panel panel = new Panel("", Scale.linear("x", "1"), Scale.linear("y", "1"), List.of(line));

        Document svg = draw(new Figure("f", "f", "", List.of(panel, panel, panel)));

        assertThat(texts(svg)).filteredOn(text -> text.equals("posterior")).hasSize(1);
    }

    @Test
    void sharesAxisAndColourBarBetweenNeighboursThatAgree() {
        Grid grid = new Grid(Axis.metres("x", 2, 10), Axis.metres("z", 2, 10), new double[] {1, 2, 3, 4});
        Image image =
                new Image("velocity", "km/s", grid, ColorMap.SEQUENTIAL, OptionalDouble.of(1), OptionalDouble.of(4));
        Panel panel = new Panel("", Scale.linear("x", "m"), Scale.depth("depth", "m"), List.of(image));

        List<String> texts = texts(draw(new Figure("f", "f", "", List.of(panel, panel, panel))));

        assertThat(texts).filteredOn(text -> text.equals("velocity (km/s)")).hasSize(1);
        assertThat(texts).filteredOn(text -> text.equals("depth (m)")).hasSize(1);
        assertThat(texts).filteredOn(text -> text.equals("x (m)")).hasSize(3);
    }

    @Test
    void hatchesCellsWithoutAValue() {
        Grid grid = new Grid(Axis.index("x", 2), Axis.index("z", 1), new double[] {1, Double.NaN});
        Image image = new Image("v", "1", grid, ColorMap.MAGNITUDE, OptionalDouble.empty(), OptionalDouble.empty());

        assertThat(Xml.elements(draw(figure(Scale.linear("x", "1"), Scale.depth("z", "1"), image)), "pattern"))
                .hasSize(1);
    }

    @Test
    void saysWhereThereIsNoData() {
        Line empty = new Line("a", Role.SERIES, new double[0], new double[0]);
        Line missing = new Line("a", Role.SERIES, new double[] {1, 2}, new double[] {Double.NaN, Double.NaN});
        Line negative = new Line("a", Role.SERIES, new double[] {1, 2}, new double[] {-1, 0});

        assertThat(texts(draw(figure(Scale.linear("x", "1"), Scale.linear("y", "1"), empty))))
                .contains("no data");
        assertThat(texts(draw(figure(Scale.linear("x", "1"), Scale.linear("y", "1"), missing))))
                .contains("no data");
        assertThat(texts(draw(figure(Scale.linear("x", "1"), Scale.logarithmic("y", "1"), negative))))
                .contains("no data");
        assertThat(texts(draw(Gallery.densities(1)))).doesNotContain("no data");
    }

    @Test
    void showsAPointOfACurveWithoutNeighbours() {
        Line lonely = new Line("a", Role.EXACT, new double[] {1, 2, 3}, new double[] {Double.NaN, 2, Double.NaN});

        long markers =
                Xml.elements(draw(figure(Scale.linear("x", "1"), Scale.linear("y", "1"), lonely)), "path").stream()
                        .filter(path -> path.getAttribute("d").contains("a"))
                        .count();

        assertThat(markers).isEqualTo(1);
    }

    /** The first of the series has a circle at each point, and the legend shows it; a curve of many points and no other series has none. */
    @Test
    void marksInTheLegendWhatIsMarkedInThePlot() {
        Line few = new Line("few", Role.SERIES, new double[] {1, 2, 3}, new double[] {1, 3, 2});
        Line many = new Line("many", Role.SERIES, new double[13], new double[13]);

        assertThat(circles(few)).containsExactly(3L, 1L);
        assertThat(circles(many)).isEmpty();
    }

    /** How many circles each path has. */
    private static List<Long> circles(Layer layer) {
        return Xml.elements(draw(figure(Scale.linear("x", "1"), Scale.linear("y", "1"), layer)), "path").stream()
                .map(path ->
                        path.getAttribute("d").chars().filter(c -> c == 'a').count() / 2)
                .filter(count -> count > 0)
                .toList();
    }

    @Test
    void keepsCloudsSmall() {
        int n = 300_000;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = Math.sin(i * 0.7);
            y[i] = Math.cos(i * 1.3);
        }

        assertThat(Picture.svg(
                                figure(
                                        Scale.linear("x", "1"),
                                        Scale.linear("y", "1"),
                                        new Points("draws", Role.APPROXIMATE, x, y)),
                                "p1")
                        .length())
                .isLessThan(120_000);
    }

    @Test
    void drawsAFigureWithoutPanelsAndARuleByItself() {
        draw(new Figure("f", "Nothing", "", List.of()));
        Document svg = draw(figure(
                Scale.logarithmic("σ", "1"), Scale.linear("y", "1"), new Rule("critical", Role.TRUTH, true, 0.1)));

        assertThat(texts(svg)).contains("critical");
    }

    @Test
    void isTheSameEachTime() {
        assertThat(Picture.svg(Gallery.fields(), "p1")).isEqualTo(Picture.svg(Gallery.fields(), "p1"));
    }
}
