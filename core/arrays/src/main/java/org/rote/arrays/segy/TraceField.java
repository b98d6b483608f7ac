package org.rote.arrays.segy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A whole number in the 240 bytes of a trace header, big endian and signed.
 *
 * @param name what it is called: one of the standard's in the words of this package, or {@code bytes 9-12}
 * @param first its first byte, counted from 1
 * @param bytes its length: 2 or 4
 */
public record TraceField(String name, int first, int bytes) {

    /** Length of a trace header in bytes. */
    static final int HEADER_BYTES = 240;

    /** Number of the trace in its line. */
    public static final TraceField TRACE_IN_LINE = new TraceField("trace-in-line", 1, 4);

    /** Number of the trace in the file. */
    public static final TraceField TRACE_IN_FILE = new TraceField("trace-in-file", 5, 4);

    /** Number of the field record: of the shot, in most files. */
    public static final TraceField FIELD_RECORD = new TraceField("field-record", 9, 4);

    /** Number of the trace in its field record: the channel. */
    public static final TraceField TRACE_IN_RECORD = new TraceField("trace-in-record", 13, 4);

    /** Number of the energy source point. */
    public static final TraceField SOURCE_POINT = new TraceField("source-point", 17, 4);

    /** Number of the ensemble, such as a common midpoint. */
    public static final TraceField ENSEMBLE = new TraceField("ensemble", 21, 4);

    /** Number of the trace in its ensemble. */
    public static final TraceField TRACE_IN_ENSEMBLE = new TraceField("trace-in-ensemble", 25, 4);

    /** What kind of trace it is: 1 for seismic data, 2 for a dead trace. */
    public static final TraceField TRACE_CODE = new TraceField("trace-code", 29, 2);

    /** Distance from source to receiver. */
    public static final TraceField OFFSET = new TraceField("offset", 37, 4);

    /** Elevation of the receiver, positive above sea level, with {@link #ELEVATION_SCALAR}. */
    public static final TraceField RECEIVER_ELEVATION = new TraceField("receiver-elevation", 41, 4);

    /** Elevation of the surface at the source, with {@link #ELEVATION_SCALAR}. */
    public static final TraceField SOURCE_ELEVATION = new TraceField("source-elevation", 45, 4);

    /** Depth of the source below that surface, with {@link #ELEVATION_SCALAR}. */
    public static final TraceField SOURCE_DEPTH = new TraceField("source-depth", 49, 4);

    /** Factor for elevations and depths, or divisor where it is negative. */
    public static final TraceField ELEVATION_SCALAR = new TraceField("elevation-scalar", 69, 2);

    /** Factor for horizontal coordinates, or divisor where it is negative. */
    public static final TraceField COORDINATE_SCALAR = new TraceField("coordinate-scalar", 71, 2);

    /** Horizontal coordinate of the source. */
    public static final TraceField SOURCE_X = new TraceField("source-x", 73, 4);

    /** Other horizontal coordinate of the source. */
    public static final TraceField SOURCE_Y = new TraceField("source-y", 77, 4);

    /** Horizontal coordinate of the receiver. */
    public static final TraceField RECEIVER_X = new TraceField("receiver-x", 81, 4);

    /** Other horizontal coordinate of the receiver. */
    public static final TraceField RECEIVER_Y = new TraceField("receiver-y", 85, 4);

    /** Unit of horizontal coordinates: 1 for lengths, others for angles. */
    public static final TraceField COORDINATE_UNIT = new TraceField("coordinate-unit", 89, 2);

    /** Time of the first sample in ms. */
    public static final TraceField DELAY = new TraceField("delay", 109, 2);

    /** Number of samples; not negative, whatever its first bit. */
    public static final TraceField SAMPLES = new TraceField("samples", 115, 2);

    /** Sampling interval in µs; not negative, whatever its first bit. */
    public static final TraceField INTERVAL = new TraceField("interval", 117, 2);

    /** Horizontal coordinate of the trace's midpoint. */
    public static final TraceField MIDPOINT_X = new TraceField("midpoint-x", 181, 4);

    /** Other horizontal coordinate of the trace's midpoint. */
    public static final TraceField MIDPOINT_Y = new TraceField("midpoint-y", 185, 4);

    /** Number of the inline of a 3-D volume. */
    public static final TraceField INLINE = new TraceField("inline", 189, 4);

    /** Number of the crossline of a 3-D volume. */
    public static final TraceField CROSSLINE = new TraceField("crossline", 193, 4);

    /** Number of the shot point on its line. */
    public static final TraceField SHOT_POINT = new TraceField("shot-point", 197, 4);

    private static final List<TraceField> STANDARD = List.of(
            TRACE_IN_LINE,
            TRACE_IN_FILE,
            FIELD_RECORD,
            TRACE_IN_RECORD,
            SOURCE_POINT,
            ENSEMBLE,
            TRACE_IN_ENSEMBLE,
            TRACE_CODE,
            OFFSET,
            RECEIVER_ELEVATION,
            SOURCE_ELEVATION,
            SOURCE_DEPTH,
            ELEVATION_SCALAR,
            COORDINATE_SCALAR,
            SOURCE_X,
            SOURCE_Y,
            RECEIVER_X,
            RECEIVER_Y,
            COORDINATE_UNIT,
            DELAY,
            SAMPLES,
            INTERVAL,
            MIDPOINT_X,
            MIDPOINT_Y,
            INLINE,
            CROSSLINE,
            SHOT_POINT);

    private static final Pattern BYTES = Pattern.compile("bytes (\\d{1,3}) *- *(\\d{1,3})");

    /** Checks the ranges stated above; throws {@link IllegalArgumentException}. */
    public TraceField {
        if ((bytes != 2 && bytes != 4) || first < 1 || first + bytes - 1 > HEADER_BYTES) {
            throw new IllegalArgumentException("a field of a trace header has 2 or 4 of the bytes 1 to " + HEADER_BYTES
                    + ", got bytes " + first + " to " + (first + bytes - 1));
        }
    }

    /**
     * The field that a user means.
     *
     * @param text a name of the standard's, or {@code bytes 9-12}
     * @return the field
     * @throws IllegalArgumentException when there is no such field; says which there are
     */
    public static TraceField parse(String text) {
        String wanted = text.strip();
        Optional<TraceField> named =
                STANDARD.stream().filter(field -> field.name.equals(wanted)).findFirst();
        if (named.isPresent()) {
            return named.get();
        }
        Matcher bytes = BYTES.matcher(wanted);
        if (!bytes.matches()) {
            throw new IllegalArgumentException("unknown field of a trace header \"" + wanted + "\"; known are "
                    + STANDARD.stream().map(TraceField::name).collect(Collectors.joining(", "))
                    + ", and any other as bytes 9-12");
        }
        int first = Integer.parseInt(bytes.group(1));
        return new TraceField(wanted, first, Integer.parseInt(bytes.group(2)) - first + 1);
    }

    /** Takes the value from a header. */
    int get(ByteBuffer header) {
        return bytes == 2 ? header.getShort(first - 1) : header.getInt(first - 1);
    }

    /** Takes the value from a header as a number without sign. */
    int getUnsigned(ByteBuffer header) {
        return get(header) & 0xffff;
    }

    /** Whether a value fits. */
    boolean holds(int value) {
        return bytes == 4 || value == (short) value;
    }

    /** Puts a value into a header. */
    void put(ByteBuffer header, int value) {
        if (bytes == 2) {
            header.putShort(first - 1, (short) value);
        } else {
            header.putInt(first - 1, value);
        }
    }

    /** For people: {@code field-record (bytes 9-12)}. */
    String describe() {
        String place = "bytes " + first + "-" + (first + bytes - 1);
        return name.startsWith("bytes") ? place : name + " (" + place + ")";
    }
}
