package org.rote.plugins.sampler.optimization;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rote.spi.Axis;
import org.rote.spi.Space;

/** The cells above a depth, which an inversion leaves as they are: water, or where the sources are. */
final class FixedTop {

    private static final String DEPTH = "z";

    private final Axis depths;
    private final int stride;
    private final double above;

    private FixedTop(Axis depths, int stride, double above) {
        this.depths = depths;
        this.stride = stride;
        this.above = above;
    }

    /**
     * Why no cells can be told by depth.
     *
     * @param space where the unknowns live
     * @param above the depth in m
     * @return a sentence, or empty when they can
     */
    static Optional<String> objection(Space space, double above) {
        int axis = axis(space);
        if (axis < 0) {
            return Optional.of("needs unknowns along an axis of depth for fixed-above: " + above + " m, they are "
                    + space.describe() + "; leave fixed-above out");
        }
        Axis depths = space.axes().get(axis);
        double deepest = depths.at(depths.count() - 1);
        return above <= deepest
                ? Optional.empty()
                : Optional.of("fixed-above: " + above + " m leaves nothing to change, the deepest cell is at " + deepest
                        + " m; give less");
    }

    /** For a space to which there is no {@link #objection}. */
    static FixedTop of(Space space, double above) {
        int axis = axis(space);
        int stride = space.element().doubles();
        for (Axis faster : space.axes().subList(axis + 1, space.axes().size())) {
            stride *= faster.count();
        }
        return new FixedTop(space.axes().get(axis), stride, above);
    }

    private static int axis(Space space) {
        List<Axis> axes = space.axes();
        return IntStream.range(0, axes.size())
                .filter(i ->
                        axes.get(i).name().equals(DEPTH) && axes.get(i).unit().equals("m"))
                .findFirst()
                .orElse(-1);
    }

    /** Sets to zero what belongs to fixed cells: a search along what is left never moves them. */
    void clear(double[] gradient) {
        for (int i = 0; i < gradient.length; i++) {
            if (depths.at(i / stride % depths.count()) < above) {
                gradient[i] = 0;
            }
        }
    }
}
