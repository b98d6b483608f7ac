package org.rote.arrays;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The header of an array file as bytes.
 *
 * <p>{@code \x93NUMPY}, major and minor version, length of the text (16 bits in version 1, 32 bits in 2 and 3, little
 * endian), then a Python dictionary in Latin-1 (UTF-8 in version 3) with the keys descr, fortran_order and shape, padded
 * with spaces and ended by a line feed so that the data start at a multiple of 64.
 */
final class HeaderFormat {
    private static final byte[] MAGIC = "\u0093NUMPY".getBytes(StandardCharsets.ISO_8859_1);
    private static final int PREFIX_BYTES = 10;
    private static final int MOST_TEXT_BYTES = 1 << 20;
    private static final int MOST_AXES = 64;
    private static final int ALIGNMENT = 64;

    /** NumPy leaves room for a leading axis of so many digits, so that an array may grow in place. */
    private static final int LEADING_DIGITS = 21;

    private static final Set<String> KEYS = Set.of("descr", "fortran_order", "shape");
    private static final String SAVE_AGAIN =
            "the file is damaged or was not written by NumPy: write it again with numpy.save";

    private HeaderFormat() {}

    /** Reads and checks a header. */
    static NpyHeader read(Path path, ByteSource source) throws IOException {
        ByteBuffer prefix = source.buffer(PREFIX_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        byte[] start = new byte[source.read(0, prefix)];
        prefix.flip().get(start);
        int common = Math.min(start.length, MAGIC.length);
        if (!Arrays.equals(start, 0, common, MAGIC, 0, common)) {
            throw ForeignFormat.refusal(path, start);
        }
        if (start.length < PREFIX_BYTES) {
            throw cutShort(path, source, PREFIX_BYTES, start.length);
        }
        int version = checkedVersion(path, start[6], start[7]);
        int textStart = version == 1 ? PREFIX_BYTES : PREFIX_BYTES + 2;
        long textBytes = Short.toUnsignedLong(prefix.getShort(8));
        if (version > 1) {
            ByteBuffer upper = source.buffer(2).order(ByteOrder.LITTLE_ENDIAN);
            if (source.read(PREFIX_BYTES, upper) < 2) {
                throw cutShort(path, source, textStart, PREFIX_BYTES);
            }
            textBytes |= Short.toUnsignedLong(upper.getShort(0)) << 16;
        }
        String text = text(path, source, version, textStart, textBytes);
        return parse(path, version, text, textStart + textBytes);
    }

    private static int checkedVersion(Path path, byte major, byte minor) throws ArrayFileException {
        if (major < 1 || major > 3 || minor != 0) {
            throw new ArrayFileException(
                    path,
                    "format version " + Byte.toUnsignedInt(major) + "." + Byte.toUnsignedInt(minor)
                            + " is not known; known are 1.0, 2.0 and 3.0",
                    "write the file again with numpy.save");
        }
        return major;
    }

    private static String text(Path path, ByteSource source, int version, int textStart, long textBytes)
            throws IOException {
        if (textBytes > MOST_TEXT_BYTES) {
            throw new ArrayFileException(
                    path,
                    "the header claims to be " + textBytes + " bytes long; more than " + MOST_TEXT_BYTES
                            + " is refused",
                    SAVE_AGAIN);
        }
        ByteBuffer bytes = source.buffer((int) textBytes);
        int got = source.read(textStart, bytes);
        if (got < textBytes) {
            throw cutShort(path, source, textStart + textBytes, textStart + got);
        }
        Charset charset = version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        return charset.decode(bytes.flip()).toString();
    }

    private static ArrayFileException cutShort(Path path, ByteSource source, long wanted, long found) {
        String where = found == 0
                ? " before the header"
                : " inside the header, after " + found + " of its " + wanted + " bytes";
        return new ArrayFileException(path, "truncated: " + source.ending() + where, "copy or write the file again");
    }

    private static NpyHeader parse(Path path, int version, String text, long dataOffset) throws ArrayFileException {
        Map<String, PythonLiteral.Value> entries = PythonLiteral.dictionary(path, text);
        if (!entries.keySet().equals(KEYS)) {
            throw new ArrayFileException(
                    path,
                    "the header has the keys "
                            + PythonLiteral.clipped(entries.keySet().toString())
                            + " in place of [descr, fortran_order, shape]",
                    SAVE_AGAIN);
        }
        String descr = descr(path, requireNonNull(entries.get("descr")));
        PythonLiteral.Value order = requireNonNull(entries.get("fortran_order"));
        if (!(order.value() instanceof Boolean fortranOrder)) {
            throw wrong(path, "fortran_order", "True or False", order);
        }
        return new NpyHeader(
                type(path, descr),
                byteOrder(descr),
                fortranOrder,
                shape(path, requireNonNull(entries.get("shape"))),
                version,
                dataOffset);
    }

    private static String descr(Path path, PythonLiteral.Value entry) throws ArrayFileException {
        if (entry.value() instanceof String descr) {
            return descr;
        }
        throw unsupported(
                path, "the structured element type " + PythonLiteral.clipped(entry.text()), "save one field at a time");
    }

    private static ElementType type(Path path, String descr) throws ArrayFileException {
        char order = descr.isEmpty() ? ' ' : descr.charAt(0);
        if (descr.endsWith("O")) {
            throw unsupported(
                    path, "the element type '" + descr + "' (Python objects)", "convert it with astype('f8')");
        }
        ElementType type = "<>|".indexOf(order) < 0
                ? null
                : ElementType.ofCode(descr.substring(1)).orElse(null);
        if (type == null || order == '|' && type.bytes() > 1) {
            throw unsupported(
                    path, "the element type '" + PythonLiteral.clipped(descr) + "'", "convert it with astype('f8')");
        }
        return type;
    }

    private static ArrayFileException unsupported(Path path, String what, String fix) {
        String supported =
                "; supported are " + ElementType.codes() + ", after < or > for the byte order (| for one byte)";
        return new ArrayFileException(
                path, what + " is not supported" + supported, fix + " in NumPy and save it again");
    }

    private static ByteOrder byteOrder(String descr) {
        return descr.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    private static Shape shape(Path path, PythonLiteral.Value entry) throws ArrayFileException {
        if (!(entry.value() instanceof PythonLiteral.Sequence sequence)) {
            throw wrong(path, "shape", "a tuple of whole numbers", entry);
        }
        List<PythonLiteral.Value> axes = sequence.values();
        if (axes.size() > MOST_AXES) {
            String problem = "shape has " + axes.size() + " axes; more than " + MOST_AXES + " is refused, as in NumPy";
            throw new ArrayFileException(path, problem, SAVE_AGAIN);
        }
        long[] lengths = new long[axes.size()];
        for (int axis = 0; axis < lengths.length; axis++) {
            if (!(axes.get(axis).value() instanceof Long length)) {
                throw wrong(path, "shape", "a tuple of whole numbers", entry);
            }
            lengths[axis] = length;
        }
        try {
            return Shape.of(lengths);
        } catch (IllegalArgumentException e) {
            throw ArrayFileException.because(path, "the header is wrong: " + e.getMessage(), SAVE_AGAIN, e);
        }
    }

    private static ArrayFileException wrong(Path path, String key, String wanted, PythonLiteral.Value found) {
        String problem = "the header's " + key + " must be " + wanted + ", got " + PythonLiteral.clipped(found.text());
        return new ArrayFileException(path, problem, SAVE_AGAIN);
    }

    /**
     * The header that NumPy writes for an array in C order and little endian, version 1.0. For one element type and one
     * row shape its length is the same for any number of rows, so that it can be patched in place.
     */
    static byte[] bytes(ElementType type, Shape shape) {
        String text = "{'descr': '" + type.littleEndianCode() + "', 'fortran_order': False, 'shape': " + shape + ", }";
        if (shape.rank() > 0) {
            text += " ".repeat(LEADING_DIGITS - Long.toString(shape.length(0)).length());
        }
        text += " ".repeat(ALIGNMENT - (PREFIX_BYTES + text.length() + 1) % ALIGNMENT) + "\n";
        ByteBuffer bytes = ByteBuffer.allocate(PREFIX_BYTES + text.length()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) text.length());
        bytes.put(text.getBytes(StandardCharsets.ISO_8859_1));
        return bytes.array();
    }
}
