package org.rote.engine.run;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rote.arrays.NpyReader;
import org.rote.spi.Draws;
import org.rote.spi.Space;

/** Reads the kept draws of a case back, a batch at a time. */
final class DrawReader implements AutoCloseable {

    private static final int BATCH_DOUBLES = 1 << 20;

    private final int size;
    private final int elements;
    private final NpyReader samples;
    private final Map<String, NpyReader> traces = new TreeMap<>();
    private long read;

    DrawReader(CaseDirectory directory, Space space, List<String> traceNames) throws IOException {
        this.size = space.size();
        this.elements = size / space.element().doubles();
        this.samples = NpyReader.open(directory.samples());
        try {
            for (String name : traceNames) {
                traces.put(name, NpyReader.open(directory.trace(name)));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    boolean hasMore() {
        return read < samples.header().shape().slices();
    }

    Draws next() throws IOException {
        long left = samples.header().shape().slices() - read;
        int count = (int) Math.min(left, Math.max(1, BATCH_DOUBLES / size));
        double[] values = new double[count * size];
        samples.read(read * elements, count * elements, values, 0);
        Map<String, double[]> parts = new TreeMap<>();
        for (Map.Entry<String, NpyReader> trace : traces.entrySet()) {
            double[] part = new double[count];
            trace.getValue().read(read, count, part, 0);
            parts.put(trace.getKey(), part);
        }
        read += count;
        return new Draws(count, values, parts);
    }

    @Override
    public void close() throws IOException {
        samples.close();
        for (NpyReader trace : traces.values()) {
            trace.close();
        }
    }
}
