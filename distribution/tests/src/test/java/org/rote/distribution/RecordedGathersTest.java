package org.rote.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.arrays.ElementType;
import org.rote.arrays.Npy;
import org.rote.arrays.NpyArray;
import org.rote.arrays.Shape;
import org.rote.arrays.segy.Geometry;
import org.rote.arrays.segy.Geometry.Point;
import org.rote.arrays.segy.SampleFormat;
import org.rote.arrays.segy.SegyReader;
import org.rote.arrays.segy.SegyWriter;
import org.rote.arrays.segy.TraceField;
import org.rote.arrays.segy.TraceHeader;

/** Data that come as others have them: gathers and positions from a SEG-Y file in disorder, models from a file of plain numbers with depth slowest. */
class RecordedGathersTest {

    private static final int SHOTS = 3;
    private static final int RECEIVERS = 5;
    private static final int SAMPLES = 101;
    private static final int X = 41;
    private static final int Z = 31;
    private static final long SEED = 4;

    private static final String OPERATOR = """
            rote: 1
            operator:
              type: acoustic
              grid: { shape: [41, 31], spacing: 10 m }
              time: { duration: 200 ms, sampling: 2 ms }
              wavelet: { type: ricker, peak-frequency: 15 Hz }
            """;

    private static final String SIMULATION = OPERATOR + """
              shots: { type: line, from: [50 m, 20 m], to: [350 m, 20 m], count: 3 }
              receivers: { type: line, from: [20 m, 30 m], to: [380 m, 30 m], count: 5 }
            """;

    private static final String STUDY = OPERATOR + """
              shots: { type: segy, file: gathers.sgy, of: sources, origin: [400 km, 0 m] }
              receivers: { type: segy, file: gathers.sgy, of: receivers, origin: [400 km, 0 m] }
            observation: { recorded: { type: segy, file: gathers.sgy } }
            noise: { type: gaussian, standard-deviation: 0.001 }
            prior: { type: empirical, training: { type: raw, file: models.bin, byte-order: big-endian, axes: [z, x], unit: km/s } }
            sampler: { type: reweighting, draws: 4 }
            diagnostics: []
            """;

    @TempDir
    static Path directory;

    @BeforeAll
    static void recordGathers() throws IOException, InterruptedException {
        Files.writeString(directory.resolve("simulation.yaml"), SIMULATION);
        Files.writeString(directory.resolve("study.yaml"), STUDY);
        Npy.write(directory.resolve("model.npy"), new NpyArray(Shape.of(X, Z), model(1), ElementType.FLOAT64));
        Command simulate = Command.run(
                Assembled.HOME, directory, "simulate", "simulation.yaml", "--model=model.npy", "--out=data.npy");
        assertThat(simulate.code()).as(simulate.err()).isZero();
        writeGathers(Npy.read(directory.resolve("data.npy")).values());
        writeModels();
    }

    /** v(z) in m/s, twice the gradient for number 2. */
    private static double[] model(int number) {
        double[] model = new double[X * Z];
        Arrays.setAll(model, i -> 1500 + 16.0 * number * (i % Z));
        return model;
    }

    private static void writeGathers(double... data) throws IOException {
        List<Integer> traces = new ArrayList<>();
        for (int trace = 0; trace < SHOTS * RECEIVERS; trace++) {
            traces.add(trace);
        }
        Collections.shuffle(traces, new Random(SEED));
        SegyWriter.Settings settings =
                new SegyWriter.Settings(SampleFormat.IEEE_FLOAT, SAMPLES, 2000, List.of("C 1 IN DISORDER"));
        try (SegyWriter writer = SegyWriter.create(directory.resolve("gathers.sgy"), settings)) {
            for (int trace : traces) {
                int shot = trace / RECEIVERS;
                int receiver = trace % RECEIVERS;
                TraceHeader header = new TraceHeader()
                        .set(TraceField.FIELD_RECORD, 1001 + shot)
                        .set(TraceField.TRACE_IN_RECORD, 1 + receiver)
                        .between(new Point(400_050 + 150 * shot, 0, 20), new Point(400_020 + 90 * receiver, 0, 30));
                writer.append(header, data, trace * SAMPLES);
            }
            writer.finish();
        }
    }

    /** Both models in km/s, [model][z][x]. */
    private static void writeModels() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(2 * X * Z * Float.BYTES).order(ByteOrder.BIG_ENDIAN);
        for (int number = 1; number <= 2; number++) {
            double[] model = model(number);
            for (int z = 0; z < Z; z++) {
                for (int x = 0; x < X; x++) {
                    bytes.putFloat((float) (model[x * Z + z] / 1000));
                }
            }
        }
        Files.write(directory.resolve("models.bin"), bytes.array());
    }

    @Test
    void findsTheModelThatTheGathersWereRecordedOver() throws IOException, InterruptedException {
        Command run = Command.run(Assembled.HOME, directory, "run", "study.yaml", "--out", "out", "--quiet");
        assertThat(run.code()).as(run.err()).isZero();
        double[] draws =
                Npy.read(directory.resolve("out/cases/reweighting/samples.npy")).values();
        double[] expected = model(1);
        for (int draw = 0; draw < 4; draw++) {
            assertThat(Arrays.copyOfRange(draws, draw * X * Z, (draw + 1) * X * Z))
                    .as("draw %d, traces shuffled with seed %d", draw, SEED)
                    .usingComparatorWithPrecision(1e-3) // m/s, of float32 in km/s
                    .containsExactly(expected);
        }
    }

    @Test
    void simulatesGathersThatItReadsAgain() throws IOException, InterruptedException {
        Command simulate = Command.run(
                Assembled.HOME, directory, "simulate", "simulation.yaml", "--model=model.npy", "--out=written.sgy");
        assertThat(simulate.code()).as(simulate.err()).isZero();
        Files.writeString(
                directory.resolve("written.yaml"),
                STUDY.replace("gathers.sgy", "written.sgy").replace(", origin: [400 km, 0 m]", ""));
        Command run = Command.run(Assembled.HOME, directory, "run", "written.yaml", "--out", "again", "--quiet");
        assertThat(run.code()).as(run.err()).isZero();
        try (SegyReader reader = SegyReader.open(directory.resolve("written.sgy"))) {
            Geometry geometry = Geometry.read(reader);
            assertThat(geometry.source(RECEIVERS)).isEqualTo(new Point(200, 0, 20));
            assertThat(geometry.receiver(RECEIVERS + 2)).isEqualTo(new Point(200, 0, 30));
            double[] samples = new double[SHOTS * RECEIVERS * SAMPLES];
            for (int trace = 0; trace < SHOTS * RECEIVERS; trace++) {
                reader.read(trace, samples, trace * SAMPLES);
            }
            assertThat(samples)
                    .containsExactly(Npy.read(directory.resolve("data.npy")).values());
        }
    }

    @Test
    void writesNoGathersOfAnOperatorThatRecordsNone() throws IOException, InterruptedException {
        Files.writeString(directory.resolve("line.yaml"), "rote: 1\noperator: { type: quadratic-2d }\n");
        Npy.write(directory.resolve("one.npy"), new NpyArray(Shape.of(2), new double[] {2, 1}, ElementType.FLOAT64));
        Command simulate =
                Command.run(Assembled.HOME, directory, "simulate", "line.yaml", "--model=one.npy", "--out=line.segy");
        assertThat(simulate.code()).isEqualTo(2);
        assertThat(simulate.err())
                .contains("--out: line.segy: SEG-Y holds gathers, but the operator makes")
                .contains("name a NumPy file, ending in .npy");
        assertThat(directory.resolve("line.segy")).doesNotExist();
    }

    @Test
    void saysWhatAFileLacksThatWasCutShort() throws IOException, InterruptedException {
        byte[] whole = Files.readAllBytes(directory.resolve("gathers.sgy"));
        Files.write(directory.resolve("cut.sgy"), Arrays.copyOf(whole, whole.length - 100));
        Files.writeString(
                directory.resolve("cut.yaml"),
                STUDY.replace("recorded: { type: segy, file: gathers.sgy", "recorded: { type: segy, file: cut.sgy"));
        Command check = Command.run(Assembled.HOME, directory, "check", "cut.yaml");
        assertThat(check.code()).isEqualTo(2);
        assertThat(check.err())
                .contains(
                        "cut.yaml:9  observation.recorded.file: ",
                        "cut.sgy: holds 14 whole traces of 101 samples (644 bytes each, with their headers) and 544 bytes more",
                        "in   dataset \"segy\"",
                        "fix  copy it again if it was cut short");
    }

    @Test
    void saysThatTheFileHoldsOtherShotsThanTheOperator() throws IOException, InterruptedException {
        Files.writeString(directory.resolve("fewer.yaml"), STUDY.replace("of: sources", "of: sources, take: 0..1"));
        Command check = Command.run(Assembled.HOME, directory, "check", "fewer.yaml");
        assertThat(check.code()).isEqualTo(2);
        assertThat(check.err())
                .contains("operator.receivers.file: ", "gives receivers of 3 shots, but there are 2 sources");
    }
}
