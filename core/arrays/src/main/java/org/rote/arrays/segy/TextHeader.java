package org.rote.arrays.segy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The textual header of a SEG-Y file: 40 lines of 80 characters in EBCDIC (code page 037) or ASCII. */
final class TextHeader {

    static final int BYTES = 3200;
    static final int LINES = 40;
    static final int COLUMNS = 80;

    /** What stands in the block that ends an unknown number of extended headers. */
    static final String END = "((SEG:EndText))";

    private static final int EBCDIC_SPACE = 0x40;
    private static final char[] EBCDIC = table();

    private TextHeader() {}

    private static char[] table() {
        char[] table = new char[256];
        Arrays.fill(table, ' ');
        put(table, 0x4b, ".<(+|");
        put(table, 0x50, "&");
        put(table, 0x5a, "!$*);^-/");
        put(table, 0x6b, ",%_>?");
        put(table, 0x79, "`:#@'=\"");
        put(table, 0x81, "abcdefghi");
        put(table, 0x91, "jklmnopqr");
        put(table, 0xa1, "~stuvwxyz");
        put(table, 0xb0, "^");
        put(table, 0xba, "[]");
        put(table, 0xc0, "{ABCDEFGHI");
        put(table, 0xd0, "}JKLMNOPQR");
        put(table, 0xe0, "\\");
        put(table, 0xe2, "STUVWXYZ");
        put(table, 0xf0, "0123456789");
        return table;
    }

    private static void put(char[] table, int first, String characters) {
        characters.getChars(0, characters.length(), table, first);
    }

    /**
     * Reads a header.
     *
     * @return its lines without the spaces at their ends; what is no printable character of ASCII becomes a space
     */
    static List<String> decode(byte[] header) {
        boolean isEbcdic = isEbcdic(header);
        StringBuilder text = new StringBuilder(header.length);
        for (byte each : header) {
            int code = each & 0xff;
            text.append(isEbcdic ? EBCDIC[code] : code > ' ' && code < 0x7f ? (char) code : ' ');
        }
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < text.length(); at += COLUMNS) {
            lines.add(text.substring(at, Math.min(at + COLUMNS, text.length())).stripTrailing());
        }
        return lines;
    }

    /** Headers are mostly spaces and, in EBCDIC, letters and digits are beyond ASCII. */
    private static boolean isEbcdic(byte[] header) {
        int ebcdic = 0;
        int ascii = 0;
        for (byte each : header) {
            ebcdic += each < 0 || each == EBCDIC_SPACE ? 1 : 0;
            ascii += each >= ' ' && each != EBCDIC_SPACE ? 1 : 0;
        }
        return ebcdic > ascii;
    }

    /**
     * Writes a header in EBCDIC, each line after C and its number.
     *
     * @param lines at most 40 of at most 76 characters each
     */
    static byte[] encode(List<String> lines) {
        byte[] header = new byte[BYTES];
        Arrays.fill(header, (byte) EBCDIC_SPACE);
        for (int line = 0; line < LINES; line++) {
            String number = line < 9 ? " " + (line + 1) : Integer.toString(line + 1);
            String text = "C" + number + " " + (line < lines.size() ? lines.get(line) : "");
            for (int column = 0; column < text.length(); column++) {
                header[line * COLUMNS + column] = ebcdic(text.charAt(column));
            }
        }
        return header;
    }

    private static byte ebcdic(char character) {
        for (int code = EBCDIC_SPACE; code < EBCDIC.length; code++) {
            if (EBCDIC[code] == character) {
                return (byte) code;
            }
        }
        return (byte) EBCDIC_SPACE;
    }
}
