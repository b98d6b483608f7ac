package org.rote.spi;

/**
 * One axis of a {@link Space}: {@code count} samples at {@code origin + i * step}.
 *
 * @param name what runs along the axis, for example {@code x}, {@code z}, {@code shot}, {@code receiver}, {@code time}
 * @param unit the SI unit of {@code step} and {@code origin}; {@code "1"} for an axis that only counts
 * @param count number of samples, at least 1
 * @param step distance between samples in {@code unit}, finite and greater than 0
 * @param origin coordinate of the first sample in {@code unit}, finite
 */
public record Axis(String name, String unit, int count, double step, double origin) {

    /** Checks the ranges stated above; throws {@link IllegalArgumentException} with the offending value. */
    public Axis {
        if (name.isBlank()) {
            throw new IllegalArgumentException("axis name must not be blank");
        }
        if (count < 1) {
            throw new IllegalArgumentException("axis " + name + ": count must be at least 1, got " + count);
        }
        if (!(step > 0) || Double.isInfinite(step)) {
            throw new IllegalArgumentException("axis " + name + ": step must be greater than 0, got " + step);
        }
        if (!Double.isFinite(origin)) {
            throw new IllegalArgumentException("axis " + name + ": origin must be finite, got " + origin);
        }
    }

    /**
     * An axis that only counts: step 1, origin 0, no unit.
     *
     * @param name what is counted
     * @param count number of samples
     * @return the axis
     */
    public static Axis index(String name, int count) {
        return new Axis(name, "1", count, 1, 0);
    }

    /**
     * A spatial axis in metres that begins at 0.
     *
     * @param name {@code x}, {@code y} or {@code z}
     * @param count number of samples
     * @param step spacing in m
     * @return the axis
     */
    public static Axis metres(String name, int count, double step) {
        return new Axis(name, "m", count, step, 0);
    }

    /**
     * The coordinate of a sample.
     *
     * @param index sample number, from 0
     * @return {@code origin + index * step} in {@code unit}
     */
    public double at(int index) {
        return origin + index * step;
    }
}
