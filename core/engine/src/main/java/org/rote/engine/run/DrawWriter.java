package org.rote.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.rote.arrays.ElementType;
import org.rote.arrays.NpyWriter;
import org.rote.arrays.Shape;
import org.rote.engine.manifest.Loop;
import org.rote.spi.Draws;
import org.rote.spi.Space;

/** Streams the draws that are kept, and their traces, to the files of a case. */
final class DrawWriter implements AutoCloseable {

    private static final Pattern TRACE_NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final CaseDirectory directory;
    private final Loop loop;
    private final int size;
    private final NpyWriter samples;
    private final Map<String, NpyWriter> traces = new TreeMap<>();
    private boolean tracesKnown;
    private long drawn;

    private DrawWriter(CaseDirectory directory, Space space, Loop loop, NpyWriter samples) {
        this.directory = directory;
        this.loop = loop;
        this.size = space.size();
        this.samples = samples;
    }

    /** Begins, or goes on where the checkpoint says that all was well. */
    static DrawWriter open(CaseDirectory directory, Space space, Loop loop, Optional<Checkpoint> from)
            throws IOException {
        Files.createDirectories(directory.path());
        ElementType type = ElementType.valueOf(space.element().name());
        Shape row = Shape.of(LongStream.range(0, space.axes().size())
                .map(axis -> space.axes().get((int) axis).count())
                .toArray());
        if (from.isEmpty()) {
            return new DrawWriter(directory, space, loop, NpyWriter.create(directory.samples(), type, row));
        }
        Checkpoint checkpoint = from.get();
        NpyWriter samples = NpyWriter.resume(directory.samples(), type, row, checkpoint.kept());
        DrawWriter writer = new DrawWriter(directory, space, loop, samples);
        try {
            writer.drawn = checkpoint.drawn();
            writer.tracesKnown = checkpoint.drawn() > 0;
            for (String name : checkpoint.traces()) {
                writer.traces.put(
                        name,
                        NpyWriter.resume(directory.trace(name), ElementType.FLOAT64, Shape.of(), checkpoint.kept()));
            }
            return writer;
        } catch (IOException e) {
            writer.close();
            throw e;
        }
    }

    /** Draws so far, kept or not. */
    long drawn() {
        return drawn;
    }

    long kept() {
        return samples.rows();
    }

    List<String> traces() {
        return List.copyOf(traces.keySet());
    }

    /** Why the traces of a chain cannot be kept, or empty. */
    Optional<String> objection(Draws draws) {
        for (String name : draws.traces().keySet()) {
            if (!TRACE_NAME.matcher(name).matches()) {
                return Optional.of("handed out a trace called \"" + name + "\", which is not kebab-case");
            }
        }
        return tracesKnown && !draws.traces().keySet().equals(traces.keySet())
                ? Optional.of("handed out the traces " + draws.traces().keySet() + " after " + traces.keySet())
                : Optional.empty();
    }

    void append(Draws draws) throws IOException {
        openTraces(draws);
        for (int i = 0; i < draws.count(); i++) {
            if (isKept(drawn + i)) {
                samples.append(draws.values(), i * size, 1);
                for (Map.Entry<String, double[]> trace : draws.traces().entrySet()) {
                    Optional.ofNullable(traces.get(trace.getKey()))
                            .orElseThrow()
                            .append(trace.getValue(), i, 1);
                }
            }
        }
        drawn += draws.count();
    }

    /** Of each group of {@code thinning} draws after the burn-in, the last is kept. */
    private boolean isKept(long number) {
        long after = number - loop.burnIn() + 1;
        return after > 0 && after % loop.thinning() == 0;
    }

    private void openTraces(Draws draws) throws IOException {
        if (tracesKnown || draws.count() == 0) {
            return;
        }
        for (String name : draws.traces().keySet()) {
            Files.createDirectories(directory.within("traces").path());
            traces.put(name, NpyWriter.create(directory.trace(name), ElementType.FLOAT64, Shape.of()));
        }
        tracesKnown = true;
    }

    /** Puts everything on the disk. */
    void checkpoint() throws IOException {
        for (NpyWriter writer : writers()) {
            writer.checkpoint();
        }
    }

    /** Gives the files their names. */
    void finish() throws IOException {
        for (NpyWriter writer : writers()) {
            writer.finish();
        }
    }

    private List<NpyWriter> writers() {
        List<NpyWriter> writers = new ArrayList<>(traces.values());
        writers.add(samples);
        return writers;
    }

    @Override
    public void close() throws IOException {
        List<IOException> failures = new ArrayList<>();
        for (NpyWriter writer : writers()) {
            try {
                writer.close();
            } catch (IOException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }
}
