package org.rote.plugins.report.html.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rote.spi.Figure;
import org.rote.spi.Figure.Layer;
import org.rote.spi.Figure.Line;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Points;
import org.rote.spi.Figure.Role;
import org.rote.spi.Figure.Rule;
import org.rote.spi.Figure.Scale;

class StylesTest {

    private static Line line(String label, Role role) {
        return new Line(label, role, new double[] {0, 1}, new double[] {0, 1});
    }

    private static Styles styles(Layer... layers) {
        Panel panel = new Panel("", Scale.linear("x", "1"), Scale.linear("y", "1"), List.of(layers));
        return Styles.of(new Figure("f", "f", "", List.of(panel)));
    }

    @Test
    void aRoleLooksTheSameInEveryPicture() {
        Line prior = line("prior", Role.PRIOR);
        Line other = line("p(x)", Role.PRIOR);

        assertThat(styles(line("exact", Role.EXACT), prior).of(prior))
                .isEqualTo(styles(other).of(other));
    }

    @Test
    void rolesDifferInMoreThanColour() {
        Set<List<Object>> looks = new HashSet<>();
        List<Role> roles =
                Arrays.stream(Role.values()).filter(role -> role != Role.SERIES).toList();
        for (Role role : roles) {
            Line line = line("a", role);
            Style style = styles(line).of(line);
            looks.add(List.of(style.dash(), style.width(), style.marker(), style.filled()));
        }
        assertThat(looks).hasSameSizeAs(roles);
    }

    @Test
    void twoLabelsOfOneRoleDifferInDashAndMarker() {
        Line one = line("linearized", Role.APPROXIMATE);
        Line two = line("relinearized", Role.APPROXIMATE);
        Styles styles = styles(one, two);

        assertThat(styles.of(two).color()).isEqualTo(styles.of(one).color());
        assertThat(styles.of(two).dash()).isNotEqualTo(styles.of(one).dash());
        assertThat(styles.of(two).marker()).isNotEqualTo(styles.of(one).marker());
    }

    @Test
    void seriesTakeTurnsAndStayDistinctWhenColoursRunOut() {
        Line[] lines = IntStream.range(0, 40)
                .mapToObj(i -> line("N = " + i, Role.SERIES))
                .toArray(Line[]::new);
        Styles styles = styles(lines);
        Set<List<String>> looks = new HashSet<>();
        for (Line line : lines) {
            looks.add(List.of(styles.of(line).color(), styles.of(line).dash()));
        }
        assertThat(looks).hasSize(40);
    }

    @Test
    void anUnlabelledSeriesLooksLikeTheOneBefore() {
        Line curve = line("N = 5", Role.SERIES);
        Rule critical = new Rule("", Role.SERIES, true, 0.5);
        Points point = new Points("", Role.SERIES, new double[] {0.5}, new double[] {1});
        Styles styles = styles(line("N = 3", Role.SERIES), curve, line("truth", Role.TRUTH), critical, point);

        assertThat(styles.of(critical)).isEqualTo(styles.of(curve));
        assertThat(styles.of(point)).isEqualTo(styles.of(curve));
    }

    @Test
    void onlySeveralSeriesNeedMarkersOnTheirCurves() {
        Line alone = line("a", Role.SERIES);

        assertThat(styles(alone).of(alone).marked()).isFalse();
        assertThat(styles(alone, line("b", Role.SERIES)).of(alone).marked()).isTrue();
    }
}
