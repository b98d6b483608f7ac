package org.rote.plugins.format.segy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rote.arrays.segy.SampleFormat;
import org.rote.arrays.segy.SegyWriter;
import org.rote.arrays.segy.TraceField;
import org.rote.arrays.segy.TraceHeader;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Axis;
import org.rote.spi.Dataset;
import org.rote.spi.Element;
import org.rote.spi.Space;
import org.rote.testkit.TestContext;

/** SEG-Y files for tests, and data sets made from them. */
final class SegyFiles implements AutoCloseable {

    /** Velocities on 2 × 3 points, x and z. */
    static final Space VELOCITY =
            new Space(List.of(Axis.metres("x", 2, 10), Axis.metres("z", 3, 10)), "velocity", "m/s", Element.FLOAT64);

    private final SegyWriter writer;
    private final int samples;

    private SegyFiles(Path file, SampleFormat format, int samples) throws IOException {
        this.writer = SegyWriter.create(file, new SegyWriter.Settings(format, samples, 4000, List.of()));
        this.samples = samples;
    }

    /** Gathers of some shots, two receivers and three samples each, 4 ms apart. */
    static Space gathers(int shots) {
        return new Space(
                List.of(Axis.index("shot", shots), Axis.index("receiver", 2), new Axis("time", "s", 3, 0.004, 0)),
                "wavefield",
                "1",
                Element.FLOAT32);
    }

    /** Starts a file; traces follow, then {@code finish}. */
    static SegyFiles start(Path file, int samples) throws IOException {
        return new SegyFiles(file, SampleFormat.IEEE_FLOAT, samples);
    }

    /** Traces of the samples 1, 2, 3, …, with nothing in their headers. */
    static Path counting(Path file, SampleFormat format, int traces, int samples) throws IOException {
        try (SegyFiles files = new SegyFiles(file, format, samples)) {
            for (int trace = 0; trace < traces; trace++) {
                files.trace(new TraceHeader(), 1 + trace * samples);
            }
            return files.finish(file);
        }
    }

    /** Three shots 101, 103 and 105 of two receivers each, in disorder; trace r of shot s begins with 100 s + 10 r. */
    static Path shots(Path file) throws IOException {
        try (SegyFiles files = start(file, 3)) {
            for (int[] place : new int[][] {{103, 1}, {105, 2}, {101, 2}, {101, 1}, {105, 1}, {103, 2}}) {
                files.trace(header(place[0], place[1]), 100 * place[0] + 10 * place[1]);
            }
            return files.finish(file);
        }
    }

    static TraceHeader header(int shot, int receiver) {
        return new TraceHeader()
                .set(TraceField.FIELD_RECORD, shot)
                .set(TraceField.TRACE_IN_RECORD, receiver)
                .set(TraceField.SOURCE_POINT, -shot);
    }

    /** Appends a trace of the samples first, first + 1, …. */
    SegyFiles trace(TraceHeader header, int first) throws IOException {
        double[] values = new double[samples];
        Arrays.setAll(values, i -> first + i);
        writer.append(header, values, 0);
        return this;
    }

    Path finish(Path file) throws IOException {
        writer.finish();
        return file;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    /** A section {@code type: segy} that says nothing but the file and what the {@code with…} methods add. */
    record Section(
            Path file,
            Optional<String> unit,
            Optional<WaveSpeed> quantity,
            Optional<List<String>> take,
            Optional<String> shot,
            Optional<String> receiver,
            Optional<SampleFormat> samples) {

        static Section of(Path file) {
            return new Section(
                    file,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        Section withUnit(String name) {
            return new Section(file, Optional.of(name), quantity, take, shot, receiver, samples);
        }

        Section withQuantity(WaveSpeed speed) {
            return new Section(file, unit, Optional.of(speed), take, shot, receiver, samples);
        }

        Section withTake(String... entries) {
            return new Section(file, unit, quantity, Optional.of(List.of(entries)), shot, receiver, samples);
        }

        Section withShot(String field) {
            return new Section(file, unit, quantity, take, Optional.of(field), receiver, samples);
        }

        Section withReceiver(String field) {
            return new Section(file, unit, quantity, take, shot, Optional.of(field), samples);
        }

        Section withSamples(SampleFormat format) {
            return new Section(file, unit, quantity, take, shot, receiver, Optional.of(format));
        }

        Dataset open(Space space) {
            return open(TestContext.in(space));
        }

        Dataset open(TestContext context) {
            SegyConfig config = new SegyConfig(file, unit, quantity, take, shot, receiver, samples);
            return new SegyFactory().create(config, context);
        }
    }

    static double[] read(Dataset dataset, int index) {
        double[] out = new double[dataset.space().size()];
        Arrays.fill(out, Double.NaN);
        dataset.read(index, out);
        return out;
    }
}
