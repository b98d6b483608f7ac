package org.rote.arrays.segy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rote.arrays.ArrayFileException;
import org.rote.arrays.segy.SegyBytes.Header;

class BadSegyTest {

    @TempDir
    private Path folder;

    @Test
    void rejectsWhatIsNoFile() {
        rejects(folder, "this is a folder, not a file", "name a SEG-Y file in it");
        rejects(folder.resolve("none.sgy"), "there is no such file", "correct the name of the file");
    }

    @Test
    void rejectsAFileThatEndsInItsHeaders() throws IOException {
        rejects(
                Files.write(folder.resolve("short.sgy"), new byte[3599]),
                "has 3599 bytes, but a SEG-Y file begins with 3600 bytes of headers",
                "name a SEG-Y file, or copy it again");
    }

    @Test
    void rejectsATruncatedFile() throws IOException {
        byte[] whole = SegyBytes.of(10)
                .floats(Header.of(1, 1), new float[10])
                .floats(Header.of(1, 2), new float[10])
                .floats(Header.of(1, 3), new float[10])
                .all();
        rejects(
                Files.write(folder.resolve("cut.sgy"), Arrays.copyOf(whole, whole.length - 24)),
                "holds 2 whole traces of 10 samples (280 bytes each, with their headers) and 256 bytes more",
                "copy it again if it was cut short; or correct the number of samples (bytes 3221-3222) or the format 5 (IEEE float) (bytes 3225-3226)");
    }

    @Test
    void rejectsUnknownFormats() throws IOException {
        rejects(
                SegyBytes.of(1).file2(3225, 4),
                "has the sample format 4 (bytes 3225-3226), read are 1 (IBM float), 2 (integers of 4 bytes), 3 (integers of 2 bytes), 5 (IEEE float), 8 (integers of 1 byte)",
                "name a SEG-Y file, or write it again in one of these formats");
    }

    @Test
    void rejectsLittleEndianFiles() throws IOException {
        String problem = "is little endian, and SEG-Y of revision 1 is big endian";
        rejects(SegyBytes.of(1).file2(3225, 0x0500), problem, "write it again as big endian");
        rejects(SegyBytes.of(1).file4(3297, 0x04030201), problem, "write it again as big endian");
    }

    @Test
    void rejectsTracesOfNoSamples() throws IOException {
        rejects(
                SegyBytes.of(0).bytes(Header.of(1, 1)),
                "states 0 samples for each trace (bytes 3221-3222, and 115-116 of the first trace header)",
                "correct the number");
    }

    @Test
    void rejectsExtendedHeadersThatAreNotThere() throws IOException {
        rejects(
                SegyBytes.of(1).file2(3501, 0x0100).file2(3505, 3).block("one"),
                "has 6800 bytes, but its headers alone take 13200",
                "copy it again, or correct the number of extended textual headers (bytes 3505-3506)");
        rejects(
                SegyBytes.of(1).file2(3501, 0x0100).file2(3505, -1).block("one"),
                "has extended textual headers without their end, a block ((SEG:EndText))",
                "state their number in bytes 3505-3506 of the file");
        rejects(
                SegyBytes.of(1).file2(3501, 0x0100).file2(3505, -7),
                "states -7 extended textual headers (bytes 3505-3506)",
                "correct the number: 0 or more, or -1 where a block ((SEG:EndText)) ends them");
        rejects(
                SegyBytes.of(1).file2(3501, 0x0200).file4(3507, 1),
                "is of revision 2 with additional trace headers, which are not read",
                "write it again as revision 1");
    }

    @Test
    void saysWhichSampleIsNotFinite() throws IOException {
        rejectsSample(
                SegyBytes.of(2).floats(Header.of(1, 1), 0, 0).floats(Header.of(1, 2), 0, Float.NaN),
                "trace 2 of 2, sample 2 of 2 is NaN, not a finite number",
                "replace it, or leave the trace out; or are they 1 (IBM float), and the code 5 (IEEE float) in the header wrong?");
        rejectsSample(
                SegyBytes.of(2).floats(Header.of(1, 1), 0, 0).floats(Header.of(1, 2), Float.NEGATIVE_INFINITY, 0),
                "trace 2 of 2, sample 1 of 2 is -Infinity, not a finite number",
                "replace it, or leave the trace out; or are they 1 (IBM float), and the code 5 (IEEE float) in the header wrong?");
    }

    @Test
    void saysWhichSampleIsBeyondSinglePrecision() throws IOException {
        rejectsSample(
                SegyBytes.of(2).file2(3225, 1).words(Header.of(1, 1), 0, 0).words(Header.of(1, 2), 0, 0x61100000),
                "trace 2 of 2, sample 2 of 2 is " + 0x1p128 + ", beyond the range of single precision",
                "scale the samples; or are they 5 (IEEE float), and the code 1 (IBM float) in the header wrong?");
    }

    @Test
    void rejectsTracesOfOtherLengthsAndIntervals() throws IOException {
        rejectsHeaders(
                SegyBytes.of(1)
                        .floats(Header.of(1, 1), 0)
                        .floats(Header.of(1, 2).put2(115, 9), 0),
                "trace 2 of 2 states 9 samples, the file 1 for each trace",
                "write the file again with traces of one length; or correct bytes 3221-3222 of the file or 115-116 of the trace headers");
        rejectsHeaders(
                SegyBytes.of(1)
                        .floats(Header.of(1, 1).put2(117, 4000), 0)
                        .floats(Header.of(1, 2).put2(117, 2000), 0),
                "trace 2 of 2 states a sampling interval of 2000 µs, those before it 4000 µs",
                "resample the traces to one interval, or correct bytes 117-118 of the trace headers");
    }

    @Test
    void noticesAFileThatBecomesShorter() throws IOException {
        Path file = SegyBytes.of(1).floats(Header.of(1, 1), 0).write(folder.resolve("shrinks.sgy"));
        try (SegyReader reader = SegyReader.open(file)) {
            Files.write(file, new byte[3700]);
            assertThatExceptionOfType(ArrayFileException.class)
                    .isThrownBy(() -> reader.read(0, new double[1], 0))
                    .withMessage(file
                            + ": has become shorter while it was read\n  fix  leave the file alone while it is read");
        }
    }

    @Test
    void saysThatAReaderIsClosed() throws IOException {
        SegyReader reader =
                SegyReader.open(SegyBytes.of(1).floats(Header.of(1, 1), 0).write(folder.resolve("closed.sgy")));
        reader.close();
        assertThatExceptionOfType(ArrayFileException.class)
                .isThrownBy(() -> reader.read(0, new double[1], 0))
                .withMessageContaining("the reader is closed");
    }

    @Test
    void rejectsUnknownFields() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TraceField.parse("channel"))
                .withMessageStartingWith("unknown field of a trace header \"channel\"; known are trace-in-line, ")
                .withMessageEndingWith(", and any other as bytes 9-12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes 9-11", "bytes 0-3", "bytes 238-241", "bytes 12-9", "bytes 240-241"})
    void rejectsFieldsOutsideOfTheHeader(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TraceField.parse(text))
                .withMessageStartingWith("a field of a trace header has 2 or 4 of the bytes 1 to 240, got " + "bytes ");
    }

    private void rejects(SegyBytes bytes, String problem, String fix) throws IOException {
        rejects(bytes.write(folder.resolve("bad.sgy")), problem, fix);
    }

    private static void rejects(Path file, String problem, String fix) {
        assertThatExceptionOfType(ArrayFileException.class)
                .isThrownBy(() -> SegyReader.open(file))
                .withMessage(file + ": " + problem + "\n  fix  " + fix);
    }

    private void rejectsSample(SegyBytes bytes, String problem, String fix) throws IOException {
        Path file = bytes.write(folder.resolve("bad.sgy"));
        try (SegyReader reader = SegyReader.open(file)) {
            double[] out = new double[2];
            reader.read(0, out, 0);
            assertThat(out).containsExactly(0, 0);
            assertThatExceptionOfType(ArrayFileException.class)
                    .isThrownBy(() -> reader.read(1, out, 0))
                    .withMessage(file + ": " + problem + "\n  fix  " + fix);
        }
    }

    private void rejectsHeaders(SegyBytes bytes, String problem, String fix) throws IOException {
        Path file = bytes.write(folder.resolve("bad.sgy"));
        try (SegyReader reader = SegyReader.open(file)) {
            assertThatExceptionOfType(ArrayFileException.class)
                    .isThrownBy(() -> reader.headers(TraceField.DELAY))
                    .withMessage(file + ": " + problem + "\n  fix  " + fix);
        }
    }
}
