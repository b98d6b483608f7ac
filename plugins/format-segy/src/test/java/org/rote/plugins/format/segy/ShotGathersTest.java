package org.rote.plugins.format.segy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.rote.plugins.format.segy.SegyFiles.gathers;
import static org.rote.plugins.format.segy.SegyFiles.header;
import static org.rote.plugins.format.segy.SegyFiles.read;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.arrays.segy.TraceField;
import org.rote.plugins.format.segy.SegyFiles.Section;
import org.rote.spi.Axis;
import org.rote.spi.Dataset;
import org.rote.spi.Element;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Space;
import org.rote.testkit.TestContext;

class ShotGathersTest {

    private static final int INTERVAL_OF_FILE = 3216;
    private static final int TRACE_BYTES = 240 + 3 * Float.BYTES;
    private static final int DELAY = 108;

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void writeShots() throws IOException {
        file = SegyFiles.shots(folder.resolve("gathers.sgy"));
    }

    @Test
    void sortsTracesByShotAndReceiver() {
        Dataset dataset = Section.of(file).open(gathers(3));
        assertThat(dataset.count()).isEqualTo(1);
        assertThat(read(dataset, 0))
                .containsExactly(
                        10110, 10111, 10112, 10120, 10121, 10122, 10310, 10311, 10312, 10320, 10321, 10322, 10510,
                        10511, 10512, 10520, 10521, 10522);
    }

    @Test
    void takesSomeShotsInTheOrderWanted() {
        Dataset dataset = Section.of(file).withTake("2", "0").open(gathers(2));
        assertThat(read(dataset, 0))
                .containsExactly(10510, 10511, 10512, 10520, 10521, 10522, 10110, 10111, 10112, 10120, 10121, 10122);
    }

    @Test
    void tellsShotsByAnotherField() {
        Section backward = Section.of(file).withShot("source-point");
        assertThat(read(backward.open(gathers(3)), 0)[0]).isEqualTo(10510);
        Section byBytes = Section.of(file).withShot("bytes 17-20").withReceiver("bytes 13-16");
        assertThat(read(byBytes.open(gathers(3)), 0)[0]).isEqualTo(10510);
    }

    @Test
    void readsTheShotsThatAreTakenAndNoOthers() throws IOException {
        // The first trace of the file is of shot 103.
        overwriteInt(3600 + 240, Float.floatToIntBits(Float.NaN));
        assertThat(read(Section.of(file).withTake("0").open(gathers(1)), 0)[0]).isEqualTo(10110);
        Dataset dataset = Section.of(file).withTake("1").open(gathers(1));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> read(dataset, 0))
                .withMessageStartingWith("file: " + file + ": trace 1 of 6, sample 1 of 3 is NaN, not a finite number");
    }

    @Test
    void rejectsAnotherNumberOfShots() {
        String fix =
                " (say which of the file's shots are meant, for example take: 0..1, or give the operator as many; or"
                        + " tell shots by another field of the trace headers: shot: source-point)";
        rejects(
                Section.of(file),
                gathers(2),
                "holds 3 shots (field-record 101 to field-record 105), the data have 2" + fix);
        rejects(
                Section.of(file).withTake("1"),
                gathers(2),
                "take names 1 of the 3 shots (field-record 101 to field-record 105), the data have 2" + fix);
    }

    @Test
    void saysHowManyShotsThereAre() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Section.of(file).withTake("3").open(gathers(1)))
                .satisfies(e -> assertThat(e.problems().get(0))
                        .hasToString("take: asks for shot 3, but " + file
                                + " holds 3 shots, from 0 to 2 (take numbers up to 2)"));
    }

    @Test
    void rejectsAnotherNumberOfReceivers() {
        Space space = new Space(
                List.of(Axis.index("shot", 3), Axis.index("receiver", 4), new Axis("time", "s", 3, 0.004, 0)),
                "wavefield",
                "1",
                Element.FLOAT32);
        rejects(
                Section.of(file),
                space,
                "field-record 101 has 2 traces, needed are 4 (add the missing traces, leave the shot out, or tell shots and"
                        + " receivers by other fields of the trace headers)");
    }

    @Test
    void rejectsOtherSamples() {
        Space space = new Space(
                List.of(Axis.index("shot", 3), Axis.index("receiver", 2), new Axis("time", "s", 5, 0.002, 0)),
                "wavefield",
                "1",
                Element.FLOAT32);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Section.of(file).open(space))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(problem -> problem.toString())
                        .containsExactly(
                                "file: " + file
                                        + ": traces have 3 samples, the data have 5 along time: wavefield, shot 3 ×"
                                        + " receiver 2 × time 5 (step 0.002 s) (change the duration of the record that the"
                                        + " operator computes, or cut or pad the traces)",
                                "file: " + file
                                        + ": samples are 4000 µs apart, in the data 2000.0 µs (change the sampling of"
                                        + " the operator's data, or resample the traces)"));
    }

    @Test
    void takesAnIntervalThatIsRoundedToMicroseconds() throws IOException {
        Path thirds = folder.resolve("thirds.sgy");
        try (SegyFiles files = SegyFiles.start(thirds, 3)) {
            files.trace(header(1, 1), 0).trace(header(1, 2), 0).finish(thirds);
        }
        Axis time = new Axis("time", "s", 3, 0.0040004, 0);
        Space space = new Space(
                List.of(Axis.index("shot", 1), Axis.index("receiver", 2), time), "wavefield", "1", Element.FLOAT32);
        assertThat(read(Section.of(thirds).open(space), 0)).containsExactly(0, 1, 2, 0, 1, 2);
    }

    @Test
    void warnsWhereNoIntervalIsStated() throws IOException {
        overwriteShort(INTERVAL_OF_FILE, 0);
        for (int trace = 0; trace < 6; trace++) {
            overwriteShort(3600 + trace * TRACE_BYTES + 116, 0);
        }
        TestContext context = TestContext.in(gathers(3));
        Section.of(file).open(context);
        assertThat(context.warnings())
                .containsExactly(file
                        + ": no sampling interval is stated; the 4000.0 µs of the operator's data are taken for it");
    }

    @Test
    void warnsOfDeadTraces() throws IOException {
        overwriteShort(3600 + 28, 2);
        TestContext context = TestContext.in(gathers(3));
        Section.of(file).open(context);
        assertThat(context.warnings())
                .containsExactly(file
                        + ": 1 of 6 traces are marked as dead (trace-code 2); their samples are taken as they are");
    }

    @Test
    void rejectsTracesThatBeginLater() throws IOException {
        overwriteShort(3600 + 2 * TRACE_BYTES + DELAY, 200);
        rejects(
                Section.of(file),
                gathers(3),
                "1 traces do not begin at 0.0 ms; trace 3 of 6 begins at 200 ms (delay, bytes 109-110) (shift the traces,"
                        + " or set their delay to 0)");
        assertThat(read(Section.of(file).withTake("1..2").open(gathers(2)), 0)[0])
                .isEqualTo(10310);
    }

    @Test
    void rejectsFieldsThatDoNotTellTracesApart() {
        rejects(
                Section.of(file).withReceiver("trace-code"),
                gathers(3),
                "traces 3 and 4 of 6 both have field-record (bytes 9-12) 101 and trace-code (bytes 29-30) 1 (tell shots and"
                        + " receivers by other fields of the trace headers, or remove one of the traces)");
    }

    @Test
    void rejectsFieldsThatDoNotExist() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Section.of(file)
                        .withShot("channel")
                        .withReceiver("bytes 9-11")
                        .open(gathers(3)))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(problem -> problem.where())
                        .containsExactly("shot", "receiver"))
                .withMessageContaining(
                        "unknown field of a trace header \"channel\"; known are " + TraceField.TRACE_IN_LINE.name());
    }

    @Test
    void rejectsATruncatedFile() throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.setLength(access.length() - 10);
        }
        rejects(
                Section.of(file),
                gathers(3),
                "holds 5 whole traces of 3 samples (252 bytes each, with their headers) and 242 bytes more (copy it again if"
                        + " it was cut short; or correct the number of samples (bytes 3221-3222) or the format 5 (IEEE float)"
                        + " (bytes 3225-3226))");
    }

    @Test
    void saysThatItIsClosed() throws Exception {
        Dataset dataset = Section.of(file).open(gathers(3));
        ((AutoCloseable) dataset).close();
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> read(dataset, 0))
                .withMessage("file: " + file + ": the reader is closed (open the file again)");
    }

    private void overwriteShort(long position, int value) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.seek(position);
            access.writeShort(value);
        }
    }

    private void overwriteInt(long position, int value) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.seek(position);
            access.writeInt(value);
        }
    }

    private void rejects(Section section, Space space, String what) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> section.open(space))
                .withMessage("file: " + file + ": " + what);
    }
}
