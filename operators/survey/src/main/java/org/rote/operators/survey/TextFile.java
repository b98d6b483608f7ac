package org.rote.operators.survey;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Problem;

/** A text file that the manifest names: its lines, without empty ones and comments, and everything that is wrong in it. */
final class TextFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path file;
    private final String key;
    /** By line, those of the whole file, which has the number of its end, last. */
    private final TreeMap<Integer, List<Problem>> problems = new TreeMap<>();

    TextFile(Path file, String key) {
        this.file = file;
        this.key = key;
    }

    /**
     * A line that says something.
     *
     * @param number its number in the file, from 1
     * @param text without blanks around it
     */
    record Line(int number, String text) {}

    List<Line> lines(String kind) {
        List<String> all = read(kind);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String text = all.get(i).replace(BYTE_ORDER_MARK, "").strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                lines.add(new Line(i + 1, text));
            }
        }
        return lines;
    }

    private List<String> read(String kind) {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw unreadable("does not exist", "give the name of a file", e);
        } catch (CharacterCodingException e) {
            throw unreadable("is no text in UTF-8", "save it as " + kind + " in UTF-8", e);
        } catch (IOException e) {
            throw unreadable("cannot be read: " + e.getMessage(), "check the file and its permissions", e);
        }
    }

    private InvalidInputException unreadable(String what, String fix, IOException cause) {
        InvalidInputException unreadable = new InvalidInputException(key, file + " " + what, fix);
        unreadable.initCause(cause);
        return unreadable;
    }

    void wrong(Line line, String what, String fix) {
        add(line.number(), ", line " + line.number() + ": " + what, fix);
    }

    void wrong(String what, String fix) {
        add(Integer.MAX_VALUE, " " + what, fix);
    }

    private void add(int line, String what, String fix) {
        problems.computeIfAbsent(line, number -> new ArrayList<>()).add(new Problem(key, file + what, fix));
    }

    /** Throws {@link InvalidInputException} when anything was wrong. */
    void verify() {
        if (!problems.isEmpty()) {
            throw new InvalidInputException(
                    problems.values().stream().flatMap(List::stream).toList());
        }
    }

    /** The number, or not a number where the text is none. */
    static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
