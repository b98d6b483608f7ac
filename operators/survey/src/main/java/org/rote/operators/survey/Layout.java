package org.rote.operators.survey;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
     * @return at least one
     * @throws InvalidInputException when a file cannot be read or holds something else; says in which line
     */
    List<Position> positions(String key);

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
        public List<Position> positions(String key) {
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
        public List<Position> positions(String key) {
            return at.stream().map(Position::of).toList();
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
        public List<Position> positions(String key) {
            return new PositionFile(file, key + ".file").read();
        }
    }
}
