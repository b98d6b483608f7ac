package org.rote.arrays.segy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rote.arrays.ArrayFileException;

/** Fields of all trace headers of a file: 4 bytes of memory each. Immutable. */
public final class TraceHeaders {

    private static final int DEAD = 2;

    private final Path path;
    private final List<TraceField> fields;
    private final int[][] values;
    private final List<String> doubts;

    private TraceHeaders(Path path, List<TraceField> fields, int[][] values, List<String> doubts) {
        this.path = path;
        this.fields = fields;
        this.values = values;
        this.doubts = List.copyOf(doubts);
    }

    /** The file, for messages. */
    Path path() {
        return path;
    }

    /**
     * How many traces there are.
     *
     * @return at least 0
     */
    public int traces() {
        return values[0].length;
    }

    /**
     * One field of one trace.
     *
     * @param field one of the fields that were asked for
     * @param trace number of the trace, from 0
     * @return its value
     */
    public int get(TraceField field, int trace) {
        int index = fields.indexOf(field);
        if (index < 0) {
            throw new IllegalArgumentException("field=" + field.name() + " was not read, only " + fields);
        }
        return values[index][trace];
    }

    /**
     * What is doubtful in the headers but no error.
     *
     * @return sentences with values
     */
    public List<String> doubts() {
        return doubts;
    }

    /** Takes one trace header after the other. */
    static final class Collector {

        private final Path path;
        private final SegyHeader header;
        private final List<TraceField> fields;
        private final int[][] values;
        private int interval;
        private int dead;

        Collector(Path path, SegyHeader header, TraceField... fields) {
            this.path = path;
            this.header = header;
            this.fields = List.of(fields);
            this.values = new int[fields.length][header.traces()];
        }

        void add(int trace, ByteBuffer bytes) throws ArrayFileException {
            checkSamples(trace, TraceField.SAMPLES.getUnsigned(bytes));
            checkInterval(trace, TraceField.INTERVAL.getUnsigned(bytes));
            dead += TraceField.TRACE_CODE.get(bytes) == DEAD ? 1 : 0;
            for (int i = 0; i < values.length; i++) {
                values[i][trace] = fields.get(i).get(bytes);
            }
        }

        private void checkSamples(int trace, int samples) throws ArrayFileException {
            if (samples != 0 && samples != header.samples()) {
                throw new ArrayFileException(
                        path,
                        place(trace) + " states " + samples + " samples, the file " + header.samples()
                                + " for each trace",
                        "write the file again with traces of one length; or correct bytes 3221-3222 of the file or 115-116 of the trace headers");
            }
        }

        private void checkInterval(int trace, int stated) throws ArrayFileException {
            if (stated == 0) {
                return;
            }
            if (interval != 0 && stated != interval) {
                throw new ArrayFileException(
                        path,
                        place(trace) + " states a sampling interval of " + stated + " µs, those before it " + interval
                                + " µs",
                        "resample the traces to one interval, or correct bytes 117-118 of the trace headers");
            }
            interval = stated;
        }

        private String place(int trace) {
            return "trace " + (trace + 1) + " of " + header.traces();
        }

        TraceHeaders finish() {
            List<String> doubts = new ArrayList<>();
            if (interval != 0 && interval != header.interval()) {
                doubts.add("the sampling interval is " + header.interval() + " µs in the binary header and " + interval
                        + " µs in the trace headers; the " + header.interval() + " µs of the binary header are used");
            }
            if (dead > 0) {
                doubts.add(dead + " of " + header.traces() + " traces are marked as dead (trace-code " + DEAD
                        + "); their samples are taken as they are");
            }
            return new TraceHeaders(path, fields, values, doubts);
        }
    }
}
