package org.rote.plugins.diagnostic.summary;

import java.util.List;
import java.util.OptionalDouble;
import org.rote.spi.Axis;
import org.rote.spi.Figure.ColorMap;
import org.rote.spi.Figure.Grid;
import org.rote.spi.Figure.Image;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Scale;

/** Panels that show a field on two axes as an image. */
final class Maps {

    private Maps() {}

    /**
     * One image.
     *
     * @param axes horizontal and vertical; depth and time grow downwards
     * @param from value of the first colour, from the data when empty
     * @param to value of the last colour, from the data when empty
     */
    static Panel panel(
            String title,
            List<Axis> axes,
            double[] values,
            String label,
            String unit,
            ColorMap map,
            OptionalDouble from,
            OptionalDouble to) {
        Axis horizontal = axes.get(0);
        Axis vertical = axes.get(1);
        boolean downwards = vertical.name().equals("z") || vertical.name().equals("time");
        Scale y = downwards
                ? Scale.depth(vertical.name(), vertical.unit())
                : Scale.linear(vertical.name(), vertical.unit());
        return new Panel(
                title,
                Scale.linear(horizontal.name(), horizontal.unit()),
                y,
                List.of(new Image(label, unit, new Grid(horizontal, vertical, values), map, from, to)));
    }
}
