package org.rote.plugins.report.html.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.rote.spi.Axis;
import org.rote.spi.Figure.ColorMap;
import org.rote.spi.Figure.Grid;
import org.rote.spi.Figure.Image;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Scale;

class RasterTest {

    private static final OptionalDouble FREE = OptionalDouble.empty();

    private static Raster raster(Grid grid, Scale x, Scale y) {
        Image image = new Image("v", "1", grid, ColorMap.SEQUENTIAL, FREE, FREE);
        Panel panel = new Panel("", x, y, java.util.List.of(image));
        Plot plot = Plot.of(panel, Extents.of(panel), 0, 0, 100, 100);
        return Raster.of(grid, plot, ColorScale.of(image));
    }

    private static int at(Raster raster, double across, double down) {
        int height = raster.pixels().length / raster.width();
        int row = (int) (down * height);
        int pixel = row * raster.width() + (int) (across * raster.width());
        return raster.pixels()[pixel] & 0xff;
    }

    @Test
    void putsDepthDownwardsAndHeightUpwards() {
        // [x][z]: left column 0 and 1 from its first sample on, right column 2 and 3
        Grid grid = new Grid(Axis.index("x", 2), Axis.index("z", 2), new double[] {0, 1, 2, 3});
        Raster depth = raster(grid, Scale.linear("x", "1"), Scale.depth("z", "1"));
        Raster height = raster(grid, Scale.linear("x", "1"), Scale.linear("z", "1"));

        assertThat(at(depth, 0.2, 0.2)).as("first sample, on top").isEqualTo(1);
        assertThat(at(depth, 0.8, 0.8)).as("last sample, below").isEqualTo(255);
        assertThat(at(depth, 0.8, 0.2)).isEqualTo(1 + 170);
        assertThat(at(height, 0.2, 0.8)).as("first sample, below").isEqualTo(1);
        assertThat(at(height, 0.8, 0.2)).as("last sample, on top").isEqualTo(255);
    }

    @Test
    void enlargesSmallFieldsByWholeCells() {
        Grid grid = new Grid(Axis.index("x", 70), Axis.index("z", 70), new double[4900]);

        Raster raster = raster(grid, Scale.linear("x", "1"), Scale.depth("z", "1"));

        assertThat(raster.width()).isEqualTo(350);
        assertThat(raster.pixels()).hasSize(350 * 350);
    }

    @Test
    void averagesLargeFields() {
        double[] values = new double[4000];
        Arrays.setAll(values, i -> i % 4 == 0 ? 4 : 0);
        values[3999] = 8;
        Grid grid = new Grid(Axis.index("x", 1), Axis.index("t", 4000), values);

        Raster raster = raster(grid, Scale.linear("x", "1"), Scale.depth("t", "1"));

        assertThat(raster.pixels().length / raster.width()).isEqualTo(1000);
        assertThat(at(raster, 0.5, 0.5))
                .as("mean of 4, 0, 0, 0 on a scale from 0 to 8")
                .isEqualTo(1 + 31);
    }

    @Test
    void leavesHolesWhereValuesAreMissing() {
        Grid grid = new Grid(
                Axis.index("x", 3), Axis.index("z", 1), new double[] {1, Double.NaN, Double.POSITIVE_INFINITY});
        Raster raster = raster(grid, Scale.linear("x", "1"), Scale.depth("z", "1"));

        assertThat(raster.hasMissing()).isTrue();
        assertThat(at(raster, 0.1, 0.5)).isNotZero();
        assertThat(at(raster, 0.5, 0.5)).isZero();
        assertThat(at(raster, 0.9, 0.5)).isZero();
    }

    @Test
    void findsCellsOnALogarithmicAxis() {
        // samples at 1, 2, …, 100: the first covers from 0.5 to 1.5, more than a fifth of the axis
        double[] values = new double[100];
        Arrays.setAll(values, i -> i);
        Grid grid = new Grid(new Axis("f", "Hz", 100, 1, 1), Axis.index("z", 1), values);

        Raster raster = raster(grid, Scale.logarithmic("f", "Hz"), Scale.linear("z", "1"));

        assertThat(at(raster, 0.01, 0.5)).isEqualTo(1);
        assertThat(at(raster, 0.19, 0.5)).isEqualTo(1);
        assertThat(at(raster, 0.5, 0.5)).as("middle of the axis, near 7 Hz").isEqualTo(1 + 15);
        assertThat(at(raster, 0.999, 0.5)).isEqualTo(255);
    }
}
