package org.rote.arrays.segy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.arrays.segy.SegyBytes.Header;

class SegyReaderTest {

    @TempDir
    private Path folder;

    @Test
    void readsIeeeFloats() throws IOException {
        SegyBytes bytes = SegyBytes.of(3)
                .floats(Header.of(1, 1), 1, -2.5f, Float.MIN_VALUE)
                .floats(Header.of(1, 2), 4, 5, Float.MAX_VALUE);
        assertThat(trace(bytes, 0)).containsExactly(1, -2.5, Float.MIN_VALUE);
        assertThat(trace(bytes, 1)).containsExactly(4, 5, Float.MAX_VALUE);
    }

    @Test
    void readsIbmFloats() throws IOException {
        SegyBytes bytes = SegyBytes.of(4).file2(3225, 1).words(Header.of(1, 1), 0x4276A000, 0xC276A000, 0, 0x46000001);
        assertThat(trace(bytes, 0)).containsExactly(118.625, -118.625, 0, 1);
    }

    @Test
    void readsIntegers() throws IOException {
        SegyBytes four = SegyBytes.of(2).file2(3225, 2).words(Header.of(1, 1), Integer.MIN_VALUE, 7);
        assertThat(trace(four, 0)).containsExactly(Integer.MIN_VALUE, 7);
        SegyBytes two =
                SegyBytes.of(2).file2(3225, 3).bytes(Header.of(1, 1), (byte) 0x80, (byte) 0, (byte) 1, (byte) 2);
        assertThat(trace(two, 0)).containsExactly(Short.MIN_VALUE, 258);
        SegyBytes one = SegyBytes.of(2).file2(3225, 8).bytes(Header.of(1, 1), (byte) -128, (byte) 127);
        assertThat(trace(one, 0)).containsExactly(-128, 127);
    }

    @Test
    void takesTheFormatThatTheCallerKnowsBetter() throws IOException {
        Path file = SegyBytes.of(1).words(Header.of(1, 1), 0x4276A000).write(folder.resolve("ibm.sgy"));
        try (SegyReader reader = SegyReader.open(file, Optional.of(SampleFormat.IBM_FLOAT))) {
            double[] out = new double[1];
            reader.read(0, out, 0);
            assertThat(out).containsExactly(118.625);
        }
    }

    @Test
    void readsAnyTraceWhereTheCallerWantsIt() throws IOException {
        SegyBytes bytes = SegyBytes.of(2);
        for (int i = 0; i < 50; i++) {
            bytes.floats(Header.of(1, i), i, -i);
        }
        try (SegyReader reader = SegyReader.open(bytes.write(folder.resolve("many.sgy")))) {
            double[] out = {9, 9, 9, 9};
            reader.read(49, out, 1);
            assertThat(out).containsExactly(9, 49, -49, 9);
            reader.read(3, out, 1);
            assertThat(out).containsExactly(9, 3, -3, 9);
        }
    }

    @Test
    void saysWhatTheFileSaysOfItself() throws IOException {
        SegyBytes bytes =
                SegyBytes.of(2).file2(3255, 2).floats(Header.of(1, 1), 1, 2).floats(Header.of(1, 2), 3, 4);
        SegyHeader header = header(bytes);
        assertThat(header.format()).isEqualTo(SampleFormat.IEEE_FLOAT);
        assertThat(header.traces()).isEqualTo(2);
        assertThat(header.samples()).isEqualTo(2);
        assertThat(header.interval()).isEqualTo(4000);
        assertThat(header.isInFeet()).isTrue();
        assertThat(header.firstTrace()).isEqualTo(3600);
        assertThat(header.text()).hasSize(40).containsOnly("");
    }

    @Test
    void readsTextInEbcdicAndInAscii() throws IOException {
        String line = "C 1 CLIENT: ROTE #7 (a-z) <x|y> \"$5.00\" 100% & [A\\B] {c} ~`^!@*+/=?;'_,";
        String text = line + " ".repeat(80 - line.length()) + "C 2" + " ".repeat(77 + 38 * 80);
        byte[] ebcdic = text.getBytes(Charset.forName("IBM037"));
        assertThat(header(SegyBytes.of(1).text(ebcdic)).text()).startsWith(line, "C 2", "");
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(header(SegyBytes.of(1).text(ascii)).text()).startsWith(line, "C 2", "");
    }

    @Test
    void findsTheFirstTraceBehindExtendedHeaders() throws IOException {
        SegyBytes counted =
                SegyBytes.of(1).file2(3501, 0x0100).file2(3505, 2).block("one").block("two");
        assertThat(trace(counted.floats(Header.of(1, 1), 7), 0)).containsExactly(7);
        SegyBytes ended = SegyBytes.of(1)
                .file2(3501, 0x0100)
                .file2(3505, -1)
                .block("one")
                .block("two")
                .block("((SEG: EndText))");
        assertThat(trace(ended.floats(Header.of(1, 1), 8), 0)).containsExactly(8);
        assertThat(header(ended).firstTrace()).isEqualTo(3600 + 3 * 3200);
    }

    @Test
    void ignoresWhatRevisionZeroLeftUnassigned() throws IOException {
        assertThat(trace(SegyBytes.of(1).file2(3505, 99).floats(Header.of(1, 1), 7), 0))
                .containsExactly(7);
    }

    @Test
    void takesSamplesAndIntervalFromTheFirstTraceWhereTheBinaryHeaderHasNone() throws IOException {
        SegyBytes bytes = SegyBytes.of(0)
                .file2(3217, 0)
                .floats(Header.of(1, 1).put2(115, 2).put2(117, 500), 1, 2)
                .floats(Header.of(1, 2).put2(115, 2).put2(117, 500), 3, 4);
        assertThat(header(bytes).samples()).isEqualTo(2);
        assertThat(header(bytes).interval()).isEqualTo(500);
        assertThat(trace(bytes, 1)).containsExactly(3, 4);
    }

    @Test
    void readsLongTracesAsNumbersWithoutSign() throws IOException {
        SegyBytes bytes = SegyBytes.of(40_000)
                .file2(3217, 50_000)
                .floats(Header.of(1, 1).put2(115, 40_000).put2(117, 50_000), new float[40_000]);
        assertThat(header(bytes).samples()).isEqualTo(40_000);
        assertThat(header(bytes).interval()).isEqualTo(50_000);
        try (SegyReader reader = SegyReader.open(bytes.write(folder.resolve("long.sgy")))) {
            assertThat(reader.headers(TraceField.DELAY).doubts()).isEmpty();
        }
    }

    @Test
    void readsAFileWithoutTraces() throws IOException {
        assertThat(header(SegyBytes.of(5)).traces()).isEqualTo(0);
    }

    @Test
    void readsFieldsOfAllTraceHeaders() throws IOException {
        SegyBytes bytes = SegyBytes.of(1)
                .floats(Header.of(7, 1).put2(109, -20).put4(233, 5), 0)
                .floats(Header.of(8, 2).put2(109, 30).put4(233, 6), 0);
        try (SegyReader reader = SegyReader.open(bytes.write(folder.resolve("fields.sgy")))) {
            TraceField own = TraceField.parse("bytes 233-236");
            TraceHeaders headers = reader.headers(TraceField.FIELD_RECORD, TraceField.DELAY, own);
            assertThat(headers.traces()).isEqualTo(2);
            assertThat(headers.get(TraceField.FIELD_RECORD, 1)).isEqualTo(8);
            assertThat(headers.get(TraceField.DELAY, 0)).isEqualTo(-20);
            assertThat(headers.get(TraceField.DELAY, 1)).isEqualTo(30);
            assertThat(headers.get(own, 0)).isEqualTo(5);
            assertThat(headers.doubts()).isEmpty();
        }
    }

    @Test
    void doubtsHeadersThatDisagreeAndDeadTraces() throws IOException {
        SegyBytes bytes = SegyBytes.of(1)
                .floats(Header.of(1, 1).put2(117, 2000).put2(29, 2), 0)
                .floats(Header.of(1, 2).put2(117, 2000).put2(29, 1), 0);
        try (SegyReader reader = SegyReader.open(bytes.write(folder.resolve("doubts.sgy")))) {
            assertThat(reader.headers(TraceField.DELAY).doubts())
                    .containsExactly(
                            "the sampling interval is 4000 µs in the binary header and 2000 µs in the trace headers; the 4000 µs of the binary header are used",
                            "1 of 2 traces are marked as dead (trace-code 2); their samples are taken as they are");
        }
    }

    private SegyHeader header(SegyBytes bytes) throws IOException {
        try (SegyReader reader = SegyReader.open(bytes.write(folder.resolve("header.sgy")))) {
            return reader.header();
        }
    }

    private double[] trace(SegyBytes bytes, int number) throws IOException {
        try (SegyReader reader = SegyReader.open(bytes.write(folder.resolve("trace.sgy")))) {
            double[] out = new double[reader.header().samples()];
            reader.read(number, out, 0);
            return out;
        }
    }
}
