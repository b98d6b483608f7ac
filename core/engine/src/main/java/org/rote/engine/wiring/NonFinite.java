package org.rote.engine.wiring;

import java.util.OptionalInt;
import java.util.StringJoiner;
import org.rote.spi.Axis;
import org.rote.spi.NumericsException;
import org.rote.spi.Space;

/** Finds numbers that are not finite and says where they are. */
public final class NonFinite {

    private NonFinite() {}

    /**
     * The first number of a range that is NaN or infinite.
     *
     * @param values the numbers
     * @param from where the range begins
     * @param count its length
     * @return its place relative to {@code from}, or empty
     */
    public static OptionalInt first(double[] values, int from, int count) {
        for (int i = 0; i < count; i++) {
            if (!Double.isFinite(values[from + i])) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /**
     * Stops where a number is not finite.
     *
     * @param values the numbers
     * @param space what they are
     * @param what what they are called: {@code F(m) of operator "acoustic"}
     * @throws NumericsException for the first such number
     */
    public static void refuse(double[] values, Space space, String what) {
        first(values, 0, values.length).ifPresent(index -> {
            throw new NumericsException(what + " is not finite: " + values[index] + " at " + place(space, index)
                    + " of " + space.describe());
        });
    }

    /**
     * A place in a space for people.
     *
     * @param space the space
     * @param index the place in a flat array of it
     * @return the index along each axis, from 0: {@code [3, 17]}
     */
    public static String place(Space space, int index) {
        int doubles = space.element().doubles();
        String[] indices = new String[space.axes().size()];
        int rest = index / doubles;
        for (int axis = indices.length - 1; axis >= 0; axis--) {
            Axis along = space.axes().get(axis);
            indices[axis] = Integer.toString(rest % along.count());
            rest /= along.count();
        }
        StringJoiner place = new StringJoiner(", ", "[", "]");
        for (String each : indices) {
            place.add(each);
        }
        String part = doubles == 1 ? "" : index % 2 == 0 ? " (real part)" : " (imaginary part)";
        return place + part;
    }
}
