package org.rote.plugins.diagnostic.calibration;

import java.util.Arrays;
import java.util.Optional;
import org.rote.spi.Axis;
import org.rote.spi.Space;

/**
 * Some values of a space, evenly spread: every s-th along both axes of a real field of two, so that they are a picture again, otherwise every so many.
 *
 * @param indices their places in an array of the space
 * @param axes of the values that were picked, where they are a picture
 */
record Subset(int[] indices, Optional<Axes> axes) {

    /**
     * The axes of a picture.
     *
     * @param horizontal the slower axis
     * @param vertical the faster axis
     */
    record Axes(Axis horizontal, Axis vertical) {}

    /**
     * Picks values.
     *
     * @param space to pick from
     * @param most the most to pick, at least 1
     */
    static Subset of(Space space, int most) {
        boolean isPicture = space.axes().size() == 2 && space.element().doubles() == 1;
        return isPicture ? picture(space, most) : new Subset(spread(space.size(), most), Optional.empty());
    }

    /** So many places of an array, evenly spread. */
    static int[] spread(int size, int most) {
        int count = Math.min(size, most);
        int[] indices = new int[count];
        Arrays.setAll(indices, i -> (int) ((long) i * size / count));
        return indices;
    }

    private static Subset picture(Space space, int most) {
        Axis slow = space.axes().get(0);
        Axis fast = space.axes().get(1);
        int stride = 1;
        while ((long) places(slow, stride) * places(fast, stride) > most) {
            stride++;
        }
        Axis horizontal = every(slow, stride);
        Axis vertical = every(fast, stride);
        int[] indices = new int[horizontal.count() * vertical.count()];
        for (int i = 0; i < horizontal.count(); i++) {
            for (int j = 0; j < vertical.count(); j++) {
                indices[i * vertical.count() + j] =
                        (first(slow, stride) + i * stride) * fast.count() + first(fast, stride) + j * stride;
            }
        }
        return new Subset(indices, Optional.of(new Axes(horizontal, vertical)));
    }

    private static int places(Axis axis, int stride) {
        return (axis.count() - 1) / stride + 1;
    }

    /** So that as much is left out at one end as at the other. */
    private static int first(Axis axis, int stride) {
        return (axis.count() - 1) % stride / 2;
    }

    private static Axis every(Axis axis, int stride) {
        return new Axis(
                axis.name(),
                axis.unit(),
                places(axis, stride),
                axis.step() * stride,
                axis.origin() + first(axis, stride) * axis.step());
    }
}
