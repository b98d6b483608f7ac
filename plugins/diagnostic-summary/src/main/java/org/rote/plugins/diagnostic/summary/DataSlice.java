package org.rote.plugins.diagnostic.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.IntToDoubleFunction;
import org.rote.spi.Axis;
import org.rote.spi.Space;

/**
 * The part of the data that a picture can show: the last axes, at the middle of those before.
 *
 * @param axes the axes shown, slowest first
 * @param offset the first element of the part, counted in elements
 * @param doubles doubles of an element
 * @param place where on the other axes this is, for people; empty where there are none
 */
record DataSlice(List<Axis> axes, int offset, int doubles, String place) {

    static DataSlice last(Space space, int shown) {
        List<Axis> all = space.axes();
        int hidden = Math.max(0, all.size() - shown);
        int offset = 0;
        StringJoiner place = new StringJoiner(", ");
        for (int a = 0; a < all.size(); a++) {
            Axis axis = all.get(a);
            int index = a < hidden ? axis.count() / 2 : 0;
            offset = offset * axis.count() + index;
            if (a < hidden) {
                place.add(axis.name() + " "
                        + (axis.unit().equals("1")
                                ? index + 1 + " of " + axis.count()
                                : axis.at(index) + " " + axis.unit()));
            }
        }
        return new DataSlice(
                new ArrayList<>(all.subList(hidden, all.size())),
                offset,
                space.element().doubles(),
                place.toString());
    }

    /** The values, or real parts. */
    double[] real(double[] data) {
        return each(k -> data[k * doubles]);
    }

    /** The absolute values of complex elements. */
    double[] amplitude(double[] data) {
        return each(k -> Math.hypot(data[k * doubles], data[k * doubles + 1]));
    }

    private double[] each(IntToDoubleFunction element) {
        int count = axes.stream().mapToInt(Axis::count).reduce(1, (a, b) -> a * b);
        double[] values = new double[count];
        Arrays.setAll(values, i -> element.applyAsDouble(offset + i));
        return values;
    }
}
