package org.rote.arrays;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Recognizes what a file is when it is not an array file, so that the message can say how to convert it. */
final class ForeignFormat {
    private static final int SHOWN_BYTES = 8;

    private record Signature(String start, String name, String fix) {}

    private static final String SAVE = "load it in Python and write the array with numpy.save";

    /** First bytes, one character a byte. */
    private static final List<Signature> SIGNATURES = List.of(
            new Signature(
                    "PK\003\004",
                    "a zip archive, perhaps .npz (several arrays) or a PyTorch file",
                    "load it in Python and write the one array with numpy.save"),
            new Signature("\u0089HDF\r\n\032\n", "an HDF5 file", "write the dataset with numpy.save, through h5py"),
            new Signature("MATLAB ", "a MATLAB file", "write the variable with numpy.save, through scipy.io.loadmat"),
            new Signature("\u0080\002", "a Python pickle", SAVE),
            new Signature("\u0080\003", "a Python pickle", SAVE),
            new Signature("\u0080\004", "a Python pickle", SAVE),
            new Signature("\u0080\005", "a Python pickle", SAVE),
            new Signature("BZh", "compressed with bzip2", "decompress it, or compress it with gzip"),
            new Signature("\u00fd7zXZ", "compressed with xz", "decompress it, or compress it with gzip"),
            new Signature("(\u00b5/\u00fd", "compressed with zstd", "decompress it, or compress it with gzip"),
            new Signature("\u00c3@", "a SEG-Y file", "read the traces in Python and write them with numpy.save"));

    private ForeignFormat() {}

    /** The error for a file that does not start as an array file does. */
    static ArrayFileException refusal(Path path, byte[] start) {
        String bytes = new String(start, StandardCharsets.ISO_8859_1);
        for (Signature signature : SIGNATURES) {
            if (bytes.startsWith(signature.start())) {
                return refusal(path, start, "it is " + signature.name(), signature.fix());
            }
        }
        if (isText(start)) {
            return refusal(
                    path,
                    start,
                    "it looks like text, perhaps CSV",
                    "write it with numpy.save(name, numpy.loadtxt(...))");
        }
        return refusal(
                path,
                start,
                "it may be raw numbers without a header",
                "write it with numpy.save(name, numpy.fromfile(..., dtype).reshape(...))");
    }

    private static ArrayFileException refusal(Path path, byte[] start, String guess, String fix) {
        return new ArrayFileException(
                path, "not a NumPy .npy file: it starts with " + shown(start) + "; " + guess, fix);
    }

    private static boolean isText(byte[] start) {
        for (byte b : start) {
            boolean printable = b >= ' ' && b < 0x7f || b == '\t' || b == '\r' || b == '\n';
            if (!printable) {
                return false;
            }
        }
        return true;
    }

    /** The first bytes as numbers and, where they can be printed, as characters. */
    private static String shown(byte[] start) {
        StringBuilder hex = new StringBuilder();
        StringBuilder characters = new StringBuilder();
        for (int i = 0; i < Math.min(SHOWN_BYTES, start.length); i++) {
            hex.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%02x", start[i]));
            characters.append(start[i] >= ' ' && start[i] < 0x7f ? (char) start[i] : '.');
        }
        return hex + " (\"" + characters + "\")";
    }
}
