package org.rote.arrays.segy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rote.arrays.ArrayFileException;
import org.rote.arrays.segy.Geometry.Point;
import org.rote.arrays.segy.SegyWriter.Settings;

class SegyWriterTest {

    @TempDir
    private Path folder;

    @Test
    void writesWhatTheStandardAsksFor() throws IOException {
        Path file = folder.resolve("one.sgy");
        write(file, new Settings(SampleFormat.IBM_FLOAT, 2, 4000, List.of("GATHERS OF A TEST")), 118.625, -118.625);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        assertThat(bytes.limit()).isEqualTo(3600 + 240 + 8);
        String text = new String(bytes.array(), 0, 3200, Charset.forName("IBM037"));
        assertThat(text.substring(0, 80).stripTrailing()).isEqualTo("C 1 GATHERS OF A TEST");
        assertThat(text.substring(38 * 80, 39 * 80).stripTrailing()).isEqualTo("C39 SEG Y REV1");
        assertThat(text.substring(39 * 80).stripTrailing()).isEqualTo("C40 END TEXTUAL HEADER");
        assertThat(bytes.getShort(3216)).isEqualTo((short) 4000);
        assertThat(bytes.getShort(3220)).isEqualTo((short) 2);
        assertThat(bytes.getShort(3224)).isEqualTo((short) 1);
        assertThat(bytes.getShort(3254)).isEqualTo((short) 1);
        assertThat(bytes.getShort(3500)).isEqualTo((short) 0x0100);
        assertThat(bytes.getShort(3502)).isEqualTo((short) 1);
        assertThat(bytes.getShort(3504)).isEqualTo((short) 0);
        assertThat(bytes.getInt(3600)).isEqualTo(1);
        assertThat(bytes.getInt(3608)).isEqualTo(101);
        assertThat(bytes.getShort(3628)).isEqualTo((short) 1);
        assertThat(bytes.getShort(3714)).isEqualTo((short) 2);
        assertThat(bytes.getShort(3716)).isEqualTo((short) 4000);
        assertThat(bytes.getInt(3840)).isEqualTo(0x4276A000);
        assertThat(bytes.getInt(3844)).isEqualTo(0xC276A000);
    }

    @ParameterizedTest
    @CsvSource({"IEEE_FLOAT, 1, 1", "IEEE_FLOAT, 7, 131", "IBM_FLOAT, 3, 2", "IBM_FLOAT, 40, 1001"})
    void givesBackWhatWasWritten(SampleFormat format, int traces, int samples) throws IOException {
        long seed = samples;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double[][] values = new double[traces][samples];
        Path file = folder.resolve("round.sgy");
        try (SegyWriter writer = SegyWriter.create(file, new Settings(format, samples, 1000, List.of()))) {
            for (int i = 0; i < traces; i++) {
                for (int j = 0; j < samples; j++) {
                    // 21 bits, which both formats hold
                    values[i][j] = Math.scalb((double) random.nextInt(-(1 << 20), 1 << 20), random.nextInt(-60, 60));
                }
                writer.append(new TraceHeader(), values[i], 0);
            }
            assertThat(file).doesNotExist();
            writer.finish();
        }
        try (SegyReader reader = SegyReader.open(file)) {
            assertThat(reader.header().traces()).isEqualTo(traces);
            for (int i = traces - 1; i >= 0; i--) {
                double[] out = new double[samples];
                reader.read(i, out, 0);
                assertThat(out).as("seed=%d", seed).containsExactly(values[i]);
            }
        }
        assertThat(folder.resolve("round.sgy.part")).doesNotExist();
    }

    @Test
    void keepsTheGeometry() throws IOException {
        Point[] sources = {
            new Point(0, 0, 0),
            new Point(12.5, -3.25, 6.7),
            new Point(431_234.125, 5_612_345.5, -12.3),
            new Point(1 / 3.0, 0, 0)
        };
        Point[] receivers = {
            new Point(10, 20, 30),
            new Point(0.1, 0.2, -0.3),
            new Point(430_000.25, 5_610_000, 1800),
            new Point(0, 2 / 3.0, 0)
        };
        Path file = folder.resolve("geometry.sgy");
        try (SegyWriter writer = SegyWriter.create(file, new Settings(SampleFormat.IEEE_FLOAT, 1, 1, List.of()))) {
            for (int i = 0; i < sources.length; i++) {
                writer.append(new TraceHeader().between(sources[i], receivers[i]), new double[1], 0);
            }
            writer.finish();
        }
        try (SegyReader reader = SegyReader.open(file)) {
            Geometry geometry = Geometry.read(reader);
            for (int i = 0; i < 2; i++) {
                assertThat(geometry.source(i)).isEqualTo(sources[i]);
                assertThat(geometry.receiver(i)).isEqualTo(receivers[i]);
            }
            // centimetres are the finest that 4 bytes hold of 5612 km, tenths of millimetres that of a third of a metre
            assertThat(geometry.source(2)).isEqualTo(new Point(431_234.12, 5_612_345.5, -12.3));
            assertThat(geometry.source(3)).isEqualTo(new Point(0.3333, 0, 0));
            assertThat(reader.headers(TraceField.OFFSET).get(TraceField.OFFSET, 0))
                    .isEqualTo(22);
        }
    }

    @Test
    void leavesNothingWhereItWasNotFinished() throws IOException {
        Path file = folder.resolve("unfinished.sgy");
        try (SegyWriter writer = SegyWriter.create(file, new Settings(SampleFormat.IEEE_FLOAT, 1, 1, List.of()))) {
            writer.append(new TraceHeader(), new double[1], 0);
            assertThat(folder.resolve("unfinished.sgy.part")).exists();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void rejectsWhatTheFormatCannotHold() throws IOException {
        Path file = folder.resolve("bad.sgy");
        try (SegyWriter writer = SegyWriter.create(file, new Settings(SampleFormat.IEEE_FLOAT, 2, 1, List.of()))) {
            assertThatExceptionOfType(ArrayFileException.class)
                    .isThrownBy(() -> writer.append(new TraceHeader(), new double[] {0, Double.NaN}, 0))
                    .withMessage(file + ": sample 2 of trace 1 is NaN, which single precision cannot hold\n"
                            + "  fix  write finite numbers of moderate size");
            assertThatExceptionOfType(ArrayFileException.class)
                    .isThrownBy(() -> writer.append(new TraceHeader(), new double[] {-1e39, 0}, 0))
                    .withMessageContaining("sample 1 of trace 1 is -1.0E39");
        }
        assertThatExceptionOfType(ArrayFileException.class)
                .isThrownBy(() -> SegyWriter.create(folder, new Settings(SampleFormat.IEEE_FLOAT, 2, 1, List.of())))
                .withMessageContaining("cannot be written: it is a folder");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TraceHeader().set(TraceField.DELAY, 40_000))
                .withMessage("delay=40000 does not fit 2 bytes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TraceHeader().between(new Point(3e9, 0, 0), new Point(0, 0, 0)))
                .withMessageContaining("do not fit 4 bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "INT16, 1, 1, 'format=INT16 is not written, only floats are'",
        "IEEE_FLOAT, 0, 1, samples=0 is not from 1 to 65535",
        "IEEE_FLOAT, 65536, 1, samples=65536 is not from 1 to 65535",
        "IEEE_FLOAT, 1, 0, interval=0 µs is not from 1 to 65535",
    })
    void rejectsSettingsOutsideOfTheFormat(SampleFormat format, int samples, int interval, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settings(format, samples, interval, List.of()))
                .withMessage(message);
    }

    private static void write(Path file, Settings settings, double... samples) throws IOException {
        try (SegyWriter writer = SegyWriter.create(file, settings)) {
            writer.append(new TraceHeader().set(TraceField.FIELD_RECORD, 101), samples, 0);
            writer.finish();
        }
    }
}
