package org.rote.plugins.sampler.optimization;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rote.spi.Axis;
import org.rote.spi.RunExecutor;
import org.rote.spi.Space;

/** A low-pass filter along the axis {@code time} of data: symmetric, so that it is its own adjoint. */
final class TimeFilter {

    private static final String TIME = "time";
    /** Traces filtered in one task. */
    private static final int BLOCK = 64;

    private final Butterworth filter;
    private final int count;
    private final int stride;
    private final int traces;

    private TimeFilter(Butterworth filter, int count, int stride, int traces) {
        this.filter = filter;
        this.count = count;
        this.stride = stride;
        this.traces = traces;
    }

    /**
     * Why data cannot be filtered.
     *
     * @param space the space of the data
     * @param corner the corner frequency in Hz
     * @return a sentence, or empty when they can
     */
    static Optional<String> objection(Space space, double corner) {
        int axis = axis(space);
        if (axis < 0) {
            return Optional.of("needs data along an axis of time for low-pass: " + corner + " Hz, they are "
                    + space.describe() + "; leave low-pass out");
        }
        double nyquist = 0.5 / space.axes().get(axis).step();
        return corner < nyquist
                ? Optional.empty()
                : Optional.of("low-pass: " + corner + " Hz is not below " + nyquist
                        + " Hz, the highest frequency of data sampled every "
                        + space.axes().get(axis).step() + " s; give less, or leave it out");
    }

    /**
     * Designs a filter.
     *
     * @param space the space of the data, for which there is no {@link #objection}
     * @param corner the frequency in Hz at which amplitudes are halved
     * @return the filter
     */
    static TimeFilter of(Space space, double corner) {
        int axis = axis(space);
        Axis time = space.axes().get(axis);
        int stride = space.element().doubles();
        for (Axis faster : space.axes().subList(axis + 1, space.axes().size())) {
            stride *= faster.count();
        }
        return new TimeFilter(new Butterworth(corner * time.step()), time.count(), stride, space.size() / time.count());
    }

    private static int axis(Space space) {
        List<Axis> axes = space.axes();
        return IntStream.range(0, axes.size())
                .filter(i ->
                        axes.get(i).name().equals(TIME) && axes.get(i).unit().equals("s"))
                .findFirst()
                .orElse(-1);
    }

    /** Filters all traces where they stand. */
    void apply(double[] data, RunExecutor executor) {
        executor.forEach((traces + BLOCK - 1) / BLOCK, block -> {
            for (int trace = block * BLOCK; trace < Math.min(traces, (block + 1) * BLOCK); trace++) {
                filter.apply(data, trace / stride * stride * count + trace % stride, stride, count);
            }
        });
    }
}
