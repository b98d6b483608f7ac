package org.rote.engine.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.rote.spi.ChainState;

/**
 * How far a case was when its files were last known to be good.
 *
 * <p>The file: the eight bytes {@code ROTECKP1}, a CRC-32 of what follows, the length of the head, the head (counts, seconds, names, warnings and the length of
 * each array of the state), then the arrays as big-endian doubles.
 *
 * @param drawn draws that the chain has handed out, those of the burn-in and between included
 * @param kept draws in {@code samples.npy}
 * @param seconds wall-clock time of the sampler until then
 * @param traces names of the traces
 * @param warnings what the sampler told the user until then
 * @param state the chain
 */
record Checkpoint(long drawn, long kept, double seconds, List<String> traces, List<String> warnings, ChainState state) {

    private static final long MAGIC = 0x524f5445434b5031L;
    private static final int CHUNK_DOUBLES = 1 << 16;

    Checkpoint {
        traces = List.copyOf(traces);
        warnings = List.copyOf(warnings);
    }

    void write(Path file) throws IOException {
        byte[] head = head();
        List<ByteBuffer> parts = new ArrayList<>();
        parts.add(ByteBuffer.allocate(Integer.BYTES).putInt(head.length).flip());
        parts.add(ByteBuffer.wrap(head));
        for (double[] values : state.arrays().values()) {
            for (int from = 0; from < values.length; from += CHUNK_DOUBLES) {
                int count = Math.min(CHUNK_DOUBLES, values.length - from);
                ByteBuffer chunk = ByteBuffer.allocate(count * Double.BYTES);
                chunk.asDoubleBuffer().put(values, from, count);
                parts.add(chunk);
            }
        }
        CRC32 sum = new CRC32();
        parts.forEach(part -> sum.update(part.duplicate()));
        parts.add(
                0,
                ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(MAGIC)
                        .putLong(sum.getValue())
                        .flip());
        AtomicFile.write(file, parts.toArray(ByteBuffer[]::new));
    }

    private byte[] head() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(drawn);
        out.writeLong(kept);
        out.writeDouble(seconds);
        writeStrings(out, traces);
        writeStrings(out, warnings);
        out.writeInt(state.arrays().size());
        for (Map.Entry<String, double[]> array : state.arrays().entrySet()) {
            writeString(out, array.getKey());
            out.writeInt(array.getValue().length);
        }
        return bytes.toByteArray();
    }

    private static void writeStrings(DataOutputStream out, List<String> strings) throws IOException {
        out.writeInt(strings.size());
        for (String string : strings) {
            writeString(out, string);
        }
    }

    private static void writeString(DataOutputStream out, String string) throws IOException {
        byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /**
     * Reads the checkpoint of a case.
     *
     * @return empty where there is none
     * @throws IOException when the file is damaged
     */
    static Optional<Checkpoint> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(file));
        if (content.remaining() < 2 * Long.BYTES + Integer.BYTES || content.getLong() != MAGIC) {
            throw new IOException(
                    "the checkpoint is damaged (it does not begin as one); remove the directory to sample the case anew");
        }
        long expected = content.getLong();
        CRC32 sum = new CRC32();
        sum.update(content.duplicate());
        if (sum.getValue() != expected) {
            throw new IOException(
                    "the checkpoint is damaged (its checksum is wrong); remove the directory to sample the case anew");
        }
        return Optional.of(read(content));
    }

    private static Checkpoint read(ByteBuffer content) throws IOException {
        byte[] head = new byte[content.getInt()];
        content.get(head);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(head));
        long drawn = in.readLong();
        long kept = in.readLong();
        double seconds = in.readDouble();
        List<String> traces = readStrings(in);
        List<String> warnings = readStrings(in);
        Map<String, double[]> arrays = new TreeMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String name = readString(in);
            double[] values = new double[in.readInt()];
            content.asDoubleBuffer().get(values);
            content.position(content.position() + values.length * Double.BYTES);
            arrays.put(name, values);
        }
        return new Checkpoint(drawn, kept, seconds, traces, warnings, new ChainState(arrays));
    }

    private static List<String> readStrings(DataInputStream in) throws IOException {
        List<String> strings = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            strings.add(readString(in));
        }
        return strings;
    }

    private static String readString(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
