package org.rote.operators.survey;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Reads positions from comma-separated values, and tells of everything that is wrong in the file at once. */
final class PositionFile {

    private static final String SHOT = "shot";
    /** Shots with too few or too many receivers that are told one by one. */
    private static final int TOLD = 3;

    private static final String EQUAL_COUNTS = "give every shot the same number of receivers, at least one";

    private final TextFile file;
    private final List<String> coordinates;
    private List<String> columns = List.of();

    PositionFile(Path file, String key, int dimensions) {
        this.file = new TextFile(file, key);
        this.coordinates = dimensions == 2 ? List.of("x", "z") : List.of("x", "y", "z");
    }

    /** One line of values, as many as there are columns. */
    private record Row(TextFile.Line line, List<String> cells) {}

    List<Position> positions() {
        List<Position> positions = rows().stream().map(this::position).toList();
        file.verify();
        return positions;
    }

    /** The positions of each shot: all of them where there is no column {@code shot}. */
    List<List<Position>> ofShots(int count) {
        List<Row> rows = rows();
        if (!columns.contains(SHOT)) {
            List<Position> positions = rows.stream().map(this::position).toList();
            file.verify();
            return Collections.nCopies(count, positions);
        }
        List<List<Position>> shots = new ArrayList<>();
        for (int shot = 0; shot < count; shot++) {
            shots.add(new ArrayList<>());
        }
        for (Row row : rows) {
            Position position = position(row);
            String text = cell(row, SHOT);
            double shot = TextFile.number(text);
            if (shot >= 0 && shot < count && shot == Math.rint(shot)) {
                shots.get((int) shot).add(position);
            } else {
                file.wrong(
                        row.line,
                        "shot must be a whole number from 0 to " + (count - 1) + ", got \"" + text + "\"",
                        "number the shots from 0, in the order of their sources");
            }
        }
        checkEqualCounts(shots);
        file.verify();
        return shots;
    }

    private void checkEqualCounts(List<List<Position>> shots) {
        int first = shots.get(0).size();
        int wrong = 0;
        for (int shot = 0; shot < shots.size(); shot++) {
            int size = shots.get(shot).size();
            if ((size == 0 || size != first) && ++wrong <= TOLD) {
                file.wrong(
                        "has " + size + (size == 1 ? " receiver" : " receivers") + " of shot " + shot
                                + (shot == 0 ? "" : " and " + first + " of shot 0"),
                        EQUAL_COUNTS);
            }
        }
        if (wrong > TOLD) {
            file.wrong("has " + (wrong - TOLD) + " more shots like these", EQUAL_COUNTS);
        }
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (TextFile.Line line : file.lines("comma-separated values")) {
            List<String> cells =
                    Arrays.stream(line.text().split(",", -1)).map(String::strip).toList();
            if (columns.isEmpty()) {
                columns = header(line, cells);
            } else if (cells.size() == columns.size()) {
                rows.add(new Row(line, cells));
            } else {
                file.wrong(
                        line,
                        "has " + cells.size() + " values for " + columns.size() + " columns",
                        "give each line a value for every column of " + columns);
            }
        }
        if (rows.isEmpty()) {
            file.wrong("holds no position", "write a line " + names() + " and then a line for each position");
        }
        return rows;
    }

    private List<String> header(TextFile.Line line, List<String> cells) {
        if (!cells.containsAll(coordinates)) {
            file.wrong(
                    line,
                    "expected names of columns with " + String.join(" and ", coordinates) + ", got " + cells,
                    "begin the file with a line such as " + names());
            file.verify();
        }
        return cells;
    }

    private String names() {
        return String.join(",", coordinates);
    }

    private Position position(Row row) {
        return Position.of(
                coordinates.stream().map(name -> coordinate(row, name)).toList());
    }

    private double coordinate(Row row, String name) {
        String text = cell(row, name);
        double value = TextFile.number(text);
        if (!Double.isFinite(value)) {
            file.wrong(
                    row.line, name + " must be a finite number, got \"" + text + "\"", "write it in m, without a unit");
        }
        return value;
    }

    private String cell(Row row, String name) {
        return row.cells.get(columns.indexOf(name));
    }
}
