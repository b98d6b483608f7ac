package org.rote.arrays.segy;

import java.nio.file.Path;
import org.rote.arrays.ArrayFileException;

/**
 * Where the source and the receiver of each trace were, from the trace headers: metres, z downwards from the datum of the elevations. Immutable.
 *
 * <p>z of a source is its depth less the elevation of the surface above it, z of a receiver is its elevation with the other sign. A scalar of a header is a factor where it is positive, a
 * divisor where it is negative, and 1 where it is 0. Feet become metres.
 */
public final class Geometry {

    private static final double METRES_PER_FOOT = 0.3048;
    private static final int LENGTH = 1;
    private static final TraceField[] FIELDS = {
        TraceField.SOURCE_X,
        TraceField.SOURCE_Y,
        TraceField.SOURCE_ELEVATION,
        TraceField.SOURCE_DEPTH,
        TraceField.RECEIVER_X,
        TraceField.RECEIVER_Y,
        TraceField.RECEIVER_ELEVATION,
        TraceField.COORDINATE_SCALAR,
        TraceField.ELEVATION_SCALAR,
        TraceField.COORDINATE_UNIT
    };

    private final TraceHeaders headers;
    private final double unit;

    private Geometry(TraceHeaders headers, double unit) {
        this.headers = headers;
        this.unit = unit;
    }

    /**
     * A place.
     *
     * @param x horizontal coordinate in m
     * @param y other horizontal coordinate in m
     * @param z depth in m, downwards
     */
    public record Point(double x, double y, double z) {}

    /**
     * Reads the positions of all traces.
     *
     * @param reader an open file
     * @return the geometry
     * @throws ArrayFileException if coordinates are angles, or the headers cannot be read
     */
    public static Geometry read(SegyReader reader) throws ArrayFileException {
        TraceHeaders headers = reader.headers(FIELDS);
        for (int trace = 0; trace < headers.traces(); trace++) {
            int kind = headers.get(TraceField.COORDINATE_UNIT, trace);
            if (kind != 0 && kind != LENGTH) {
                throw angle(reader.path(), headers, trace, kind);
            }
        }
        return new Geometry(headers, reader.header().isInFeet() ? METRES_PER_FOOT : 1);
    }

    private static ArrayFileException angle(Path path, TraceHeaders headers, int trace, int kind) {
        return new ArrayFileException(
                path,
                "trace " + (trace + 1) + " of " + headers.traces() + " has coordinates in angles (coordinate-unit "
                        + kind + ", bytes 89-90); read are lengths (1, or 0 where nothing is stated)",
                "project the coordinates, and write them in m or ft");
    }

    /**
     * Where the source of a trace was.
     *
     * @param trace number of the trace, from 0
     * @return its place
     */
    public Point source(int trace) {
        return point(
                trace,
                TraceField.SOURCE_X,
                TraceField.SOURCE_Y,
                headers.get(TraceField.SOURCE_DEPTH, trace) - (double) headers.get(TraceField.SOURCE_ELEVATION, trace));
    }

    /**
     * Where the receiver of a trace was.
     *
     * @param trace number of the trace, from 0
     * @return its place
     */
    public Point receiver(int trace) {
        return point(trace, TraceField.RECEIVER_X, TraceField.RECEIVER_Y, -(double)
                headers.get(TraceField.RECEIVER_ELEVATION, trace));
    }

    private Point point(int trace, TraceField x, TraceField y, double depth) {
        int horizontal = headers.get(TraceField.COORDINATE_SCALAR, trace);
        int vertical = headers.get(TraceField.ELEVATION_SCALAR, trace);
        return new Point(
                unit * scaled(headers.get(x, trace), horizontal),
                unit * scaled(headers.get(y, trace), horizontal),
                unit * scaled(depth, vertical));
    }

    private static double scaled(double value, int scalar) {
        double scaled = scalar < 0 ? value / -(double) scalar : value * Math.max(1, scalar);
        return scaled + 0.0; // no negative zero
    }
}
