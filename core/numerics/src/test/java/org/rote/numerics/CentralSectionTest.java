package org.rote.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rote.spi.Axis;
import org.rote.spi.Element;
import org.rote.spi.Space;

class CentralSectionTest {

    private static Space space(Axis... axes) {
        return new Space(List.of(axes), "velocity", "m/s", Element.FLOAT64);
    }

    @Test
    void cutsAVolumeThroughTheMiddleOfEachAxis() {
        Space volume = space(Axis.metres("x", 2, 10), Axis.metres("y", 3, 20.5), Axis.index("z", 4));
        double[] field = new double[24]; // [x][y][z], the value says where: 100 x + 10 y + z
        for (int i = 0; i < field.length; i++) {
            field[i] = 100 * (i / 12) + 10 * (i / 4 % 3) + i % 4;
        }

        List<CentralSection> sections = CentralSection.of(volume);

        assertThat(sections).extracting(CentralSection::name).containsExactly("x-z", "y-z", "x-y");
        assertThat(sections)
                .extracting(CentralSection::place)
                .containsExactly("x–z section at y = 20.5 m", "y–z section at x = 10 m", "x–y section at z 3 of 4");
        assertThat(sections.get(0).of(field)).containsExactly(10, 11, 12, 13, 110, 111, 112, 113);
        assertThat(sections.get(1).of(field))
                .containsExactly(100, 101, 102, 103, 110, 111, 112, 113, 120, 121, 122, 123);
        assertThat(sections.get(2).of(field)).containsExactly(2, 12, 22, 102, 112, 122);
        assertThat(sections.get(2).horizontal().name()).isEqualTo("x");
        assertThat(sections.get(2).vertical().name()).isEqualTo("y");
    }

    @Test
    void showsAPlaneWholeAndNothingElse() {
        double[] field = {1, 2, 3, 4, 5, 6};
        assertThat(CentralSection.of(space(Axis.metres("x", 2, 10), Axis.metres("z", 3, 5))))
                .singleElement()
                .satisfies(plane -> {
                    assertThat(plane.name()).isEmpty();
                    assertThat(plane.place()).isEmpty();
                    assertThat(plane.of(field)).containsExactly(field);
                });
        assertThat(CentralSection.of(space(Axis.metres("z", 6, 5)))).isEmpty();
    }
}
