package org.rote.operators.survey;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rote.spi.Axis;
import org.rote.spi.Checks;
import org.rote.spi.Doc;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Unit;

/** Where sources or receivers stand. */
public sealed interface Layout {

    /**
     * The positions, in order.
     *
     * @param key the key of this layout, put in front of what is said to be wrong: {@code sources}
     * @param x where the cells of the grid lie along x: their centres, or their nodes, as the operator has it
     * @param z where they lie along z
     * @return at least one
     * @throws InvalidInputException when a file cannot be read or holds something else, and says in which line; when a cell is outside the grid
     */
    List<Position> positions(String key, Axis x, Axis z);

    /**
     * Equally spaced on a straight line, both ends included.
     *
     * @param from the first position, x and z in m
     * @param to the last position, x and z in m; where {@code count} is 1 it must be the first
     * @param count how many, at least 1
     */
    record Line(
            @Doc("first position, x and z") @Unit("m") List<Double> from,
            @Doc("last position, x and z") @Unit("m") List<Double> to,
            @Doc("how many, both ends included") int count)
            implements Layout {

        /** Checks the ranges stated above; throws {@link InvalidInputException} with every offending value. */
        public Line {
            from = List.copyOf(from);
            to = List.copyOf(to);
            Checks checks = new Checks();
            Position.check(checks, "from", from);
            Position.check(checks, "to", to);
            checks.atLeast("count", count, 1);
            checks.that(
                    count != 1 || from.equals(to),
                    "count",
                    "is 1 on a line between two different positions",
                    "give 2 or more, or the same position twice");
            checks.verify();
        }

        @Override
        public List<Position> positions(String key, Axis x, Axis z) {
            Position first = Position.of(from);
            Position last = Position.of(to);
            List<Position> positions = new ArrayList<>(count);
            for (int i = 0; i < count - 1; i++) {
                double part = i / (count - 1.0);
                positions.add(new Position(
                        first.x() + part * (last.x() - first.x()), first.z() + part * (last.z() - first.z())));
            }
            positions.add(last);
            return positions;
        }
    }

    /**
     * Anywhere, one by one.
     *
     * @param at the positions, x and z in m; at least one
     */
    record Points(@Doc("positions, x and z each") @Unit("m") List<List<Double>> at) implements Layout {

        /** Checks the ranges stated above; throws {@link InvalidInputException} with every offending value. */
        public Points {
            Checks checks = new Checks().notEmpty("at", at);
            for (int i = 0; i < at.size(); i++) {
                Position.check(checks, "at[" + i + "]", at.get(i));
            }
            checks.verify();
            at = at.stream().map(List::copyOf).toList();
        }

        @Override
        public List<Position> positions(String key, Axis x, Axis z) {
            return at.stream().map(Position::of).toList();
        }
    }

    /**
     * In cells of the grid.
     *
     * @param at indices along x and z, each from 0; at least one pair
     */
    record Cells(@Doc("indices along x and z each, from 0") List<List<Integer>> at) implements Layout {

        /** Checks the ranges stated above; throws {@link InvalidInputException} with every offending value. */
        public Cells {
            Checks checks = new Checks().notEmpty("at", at);
            for (int i = 0; i < at.size(); i++) {
                check(checks, "at[" + i + "]", at.get(i));
            }
            checks.verify();
            at = at.stream().map(List::copyOf).toList();
        }

        private static void check(Checks checks, String key, List<Integer> indices) {
            checks.that(
                    indices.size() == 2,
                    key,
                    "must be two indices, got " + indices.size(),
                    "give those along x and z, for example [16, 2]");
            for (int axis = 0; axis < indices.size(); axis++) {
                checks.atLeast(key + "[" + axis + "]", indices.get(axis), 0);
            }
        }

        @Override
        public List<Position> positions(String key, Axis x, Axis z) {
            Checks checks = new Checks();
            for (int i = 0; i < at.size(); i++) {
                inside(checks, key + ".at[" + i + "][0]", at.get(i).get(0), x);
                inside(checks, key + ".at[" + i + "][1]", at.get(i).get(1), z);
            }
            checks.verify();
            return at.stream()
                    .map(cell -> new Position(x.at(cell.get(0)), z.at(cell.get(1))))
                    .toList();
        }

        private static void inside(Checks checks, String key, int index, Axis axis) {
            checks.that(
                    index < axis.count(),
                    key,
                    "is " + index + ", but the grid has " + axis.count() + " along " + axis.name(),
                    "give a whole number from 0 to " + (axis.count() - 1));
        }
    }

    /**
     * From a text file of comma-separated values: the first line names the columns, among them {@code x} and {@code z}, in m; other columns are passed over, and so
     * are empty lines and lines that begin with {@code #}.
     *
     * @param file the file, UTF-8
     */
    record Csv(
            @Doc("file of comma-separated values whose first line names columns x and z, in m")
            Path file) implements Layout {

        @Override
        public List<Position> positions(String key, Axis x, Axis z) {
            return new PositionFile(file, key + ".file").read();
        }
    }
}
