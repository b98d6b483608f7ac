package org.rote.arrays.segy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * The header of a trace that is to be written. What is not set is 0, as the standard wants it for what is not known.
 *
 * <pre>{@code
 * new TraceHeader().set(TraceField.FIELD_RECORD, 101).set(TraceField.TRACE_IN_RECORD, 1).between(source, receiver)
 * }</pre>
 */
public final class TraceHeader {

    /** From metres down to tenths of a millimetre. */
    private static final int[] DIVISORS = {1, 10, 100, 1000, 10_000};

    private static final double WHOLE = 1e-6;
    private static final int LENGTH = 1;

    private final Map<TraceField, Integer> values = new TreeMap<>(Comparator.comparingInt(TraceField::first));

    /** Begins with nothing set. */
    public TraceHeader() {}

    /**
     * Sets a field.
     *
     * @param field the field
     * @param value its value
     * @return this
     * @throws IllegalArgumentException when a field of 2 bytes cannot hold the value
     */
    public TraceHeader set(TraceField field, int value) {
        if (!field.holds(value)) {
            throw new IllegalArgumentException(field.name() + "=" + value + " does not fit 2 bytes");
        }
        values.put(field, value);
        return this;
    }

    /**
     * Sets where source and receiver were, and the offset between them: in the coarsest of m, dm, cm, mm and tenths of that in which all are whole numbers, rounded to the finest that has room for
     * them where there is none. The source counts as buried below the datum.
     *
     * @param source its place
     * @param receiver its place
     * @return this
     * @throws IllegalArgumentException when a coordinate is beyond 2 147 483 km or not finite
     */
    public TraceHeader between(Geometry.Point source, Geometry.Point receiver) {
        int horizontal = divisor(source.x(), source.y(), receiver.x(), receiver.y());
        int vertical = divisor(source.z(), receiver.z());
        double offset = Math.hypot(receiver.x() - source.x(), receiver.y() - source.y());
        return set(TraceField.COORDINATE_SCALAR, horizontal == 1 ? 1 : -horizontal)
                .set(TraceField.ELEVATION_SCALAR, vertical == 1 ? 1 : -vertical)
                .set(TraceField.COORDINATE_UNIT, LENGTH)
                .set(TraceField.OFFSET, (int) Math.rint(offset))
                .set(TraceField.SOURCE_X, (int) Math.rint(horizontal * source.x()))
                .set(TraceField.SOURCE_Y, (int) Math.rint(horizontal * source.y()))
                .set(TraceField.RECEIVER_X, (int) Math.rint(horizontal * receiver.x()))
                .set(TraceField.RECEIVER_Y, (int) Math.rint(horizontal * receiver.y()))
                .set(TraceField.SOURCE_DEPTH, (int) Math.rint(vertical * source.z()))
                .set(TraceField.RECEIVER_ELEVATION, (int) Math.rint(-vertical * receiver.z()));
    }

    private static int divisor(double... coordinates) {
        int finest = 0;
        for (int divisor : DIVISORS) {
            boolean fits = true;
            boolean isWhole = true;
            for (double coordinate : coordinates) {
                double value = divisor * coordinate;
                fits &= Math.abs(value) <= Integer.MAX_VALUE;
                isWhole &= Math.abs(value - Math.rint(value)) <= WHOLE;
            }
            if (fits && isWhole) {
                return divisor;
            }
            finest = fits ? divisor : finest;
        }
        if (finest == 0) {
            throw new IllegalArgumentException("coordinates=" + Arrays.toString(coordinates) + " do not fit 4 bytes");
        }
        return finest;
    }

    void put(ByteBuffer header) {
        values.forEach((field, value) -> field.put(header, value));
    }
}
