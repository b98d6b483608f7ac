package org.rote.operators.survey;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Problem;

/** Reads positions from comma-separated values, and tells of everything that is wrong in the file at once. */
final class PositionFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path file;
    private final String key;
    private final List<Problem> problems = new ArrayList<>();

    PositionFile(Path file, String key) {
        this.file = file;
        this.key = key;
    }

    List<Position> read() {
        List<Position> positions = new ArrayList<>();
        List<String> columns = List.of();
        int number = 0;
        for (String line : lines()) {
            number++;
            String content = line.replace(BYTE_ORDER_MARK, "").strip();
            if (content.isEmpty() || content.startsWith("#")) {
                continue;
            }
            List<String> cells = cells(content);
            if (columns.isEmpty()) {
                columns = header(cells, number);
            } else {
                positions.add(position(columns, cells, number));
            }
        }
        if (positions.isEmpty()) {
            wrong("", "holds no position", "write a line x,z and then a line for each position");
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return positions;
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw unreadable("does not exist", "give the name of a file", e);
        } catch (CharacterCodingException e) {
            throw unreadable("is no text in UTF-8", "save it as comma-separated values in UTF-8", e);
        } catch (IOException e) {
            throw unreadable("cannot be read: " + e.getMessage(), "check the file and its permissions", e);
        }
    }

    private InvalidInputException unreadable(String what, String fix, IOException cause) {
        InvalidInputException unreadable = new InvalidInputException(key, file + " " + what, fix);
        unreadable.initCause(cause);
        return unreadable;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    }

    private List<String> header(List<String> cells, int number) {
        if (!cells.contains("x") || !cells.contains("z")) {
            throw new InvalidInputException(
                    key,
                    file + ", line " + number + ": expected names of columns with x and z, got " + cells,
                    "begin the file with a line such as x,z");
        }
        return cells;
    }

    private Position position(List<String> columns, List<String> cells, int number) {
        if (cells.size() != columns.size()) {
            wrong(
                    ", line " + number + ":",
                    "has " + cells.size() + " values for " + columns.size() + " columns",
                    "give each line a value for every column of " + columns);
            return new Position(Double.NaN, Double.NaN);
        }
        return new Position(
                coordinate(cells.get(columns.indexOf("x")), "x", number),
                coordinate(cells.get(columns.indexOf("z")), "z", number));
    }

    private double coordinate(String text, String axis, int number) {
        double value = number(text);
        if (!Double.isFinite(value)) {
            wrong(
                    ", line " + number + ":",
                    axis + " must be a finite number, got \"" + text + "\"",
                    "write it in m, without a unit");
        }
        return value;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private void wrong(String place, String what, String fix) {
        problems.add(new Problem(key, file + place + " " + what, fix));
    }
}
