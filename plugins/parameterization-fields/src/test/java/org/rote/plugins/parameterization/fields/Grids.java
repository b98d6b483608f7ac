package org.rote.plugins.parameterization.fields;

import java.util.ArrayList;
import java.util.List;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Axis;
import org.rote.spi.Element;
import org.rote.spi.Space;

/** Model spaces for tests. */
final class Grids {

    private static final List<String> NAMES = List.of("x", "y", "z");

    private Grids() {}

    /** A grid with a step of 10 m of one, two or three axes. */
    static Space of(WaveSpeed quantity, int... counts) {
        List<Axis> axes = new ArrayList<>();
        for (int d = 0; d < counts.length; d++) {
            axes.add(Axis.metres(NAMES.get(counts.length == 2 && d == 1 ? 2 : d), counts[d], 10));
        }
        return new Space(axes, quantity.quantity(), quantity.unit(), Element.FLOAT64);
    }
}
