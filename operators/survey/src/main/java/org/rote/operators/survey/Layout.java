package org.rote.operators.survey;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.rote.arrays.segy.TraceField;
import org.rote.numerics.input.Take;
import org.rote.spi.Axis;
import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Unit;

/** Where sources or receivers stand; as {@link Receivers}, the same for every shot. */
public sealed interface Layout extends Receivers {

    /**
     * The positions, in order.
     *
     * @param key the key of this layout, put in front of what is said to be wrong: {@code sources}
     * @param axes where the cells of the grid lie along (x, z) or (x, y, z): their centres, or their nodes, as the operator has it
     * @return at least one
     * @throws InvalidInputException when there are not as many coordinates as axes; when a file cannot be read or holds something else, and says in which line; when a cell is outside the grid
     */
    List<Position> positions(String key, List<Axis> axes);

    @Override
    default List<List<Position>> ofShots(String key, List<Position> sources, List<Axis> axes) {
        return Collections.nCopies(sources.size(), positions(key, axes));
    }

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
            Segment.check(checks, from, to, count);
            checks.verify();
        }

        @Override
        public List<Position> positions(String key, List<Axis> axes) {
            return Segment.positions(key, from, to, count, axes);
        }
    }

    /**
     * Equally spaced on a horizontal rectangle of a grid of three axes, its sides included. Those along y are next to each other.
     *
     * @param from the corner with the first position, x, y and z in m
     * @param to the corner with the last position, as deep
     * @param counts how many along x and along y, each at least 1; where one is 1 the corners have the same coordinate
     */
    record Grid(
            @Doc("the corner with the first position, x, y and z") @Unit("m")
            List<Double> from,

            @Doc("the corner with the last position, x, y and z, as deep") @Unit("m")
            List<Double> to,

            @Doc("how many along x and along y, sides included")
            List<Integer> counts)
            implements Layout {

        /** Checks the ranges stated above; throws {@link InvalidInputException} with every offending value. */
        public Grid {
            from = List.copyOf(from);
            to = List.copyOf(to);
            counts = List.copyOf(counts);
            Checks checks = new Checks();
            checkCorner(checks, "from", from);
            checkCorner(checks, "to", to);
            checks.that(counts.size() == 2, "counts", "must be two, got " + counts.size(), "give those along x and y");
            for (int axis = 0; axis < counts.size(); axis++) {
                checks.atLeast("counts[" + axis + "]", counts.get(axis), 1);
            }
            if (from.size() == 3 && to.size() == 3) {
                checks.that(
                        from.get(2).equals(to.get(2)),
                        "to[2]",
                        "must be as deep as the first position, " + from.get(2) + " m, got " + to.get(2) + " m",
                        "give both corners the same depth");
                for (int axis = 0; axis < Math.min(counts.size(), 2); axis++) {
                    checks.that(
                            counts.get(axis) != 1 || from.get(axis).equals(to.get(axis)),
                            "counts[" + axis + "]",
                            "is 1 between two different coordinates",
                            "give 2 or more, or the same coordinate twice");
                }
            }
            checks.verify();
        }

        private static void checkCorner(Checks checks, String key, List<Double> corner) {
            checks.that(
                    corner.size() == 3,
                    key,
                    "must be three numbers, got " + corner.size(),
                    "give x, y and z, for example [20 m, 20 m, 5 m]; in two dimensions, use type: line");
            for (int axis = 0; axis < corner.size(); axis++) {
                checks.finite(key + "[" + axis + "]", corner.get(axis));
            }
        }

        @Override
        public List<Position> positions(String key, List<Axis> axes) {
            Checks checks = new Checks();
            Position.checkCount(checks, key + ".from", from, axes);
            checks.verify();
            int alongX = counts.get(0);
            int alongY = counts.get(1);
            List<Position> positions = new ArrayList<>(alongX * alongY);
            for (int i = 0; i < alongX; i++) {
                for (int j = 0; j < alongY; j++) {
                    positions.add(new Position(
                            Segment.between(from.get(0), to.get(0), i, alongX),
                            Segment.between(from.get(1), to.get(1), j, alongY),
                            from.get(2)));
                }
            }
            return positions;
        }
    }

    /**
     * Anywhere, one by one.
     *
     * @param at the positions, (x, z) or (x, y, z) in m; at least one
     */
    record Points(
            @Doc("positions, x and z each, or x, y and z") @Unit("m")
            List<List<Double>> at) implements Layout {

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
        public List<Position> positions(String key, List<Axis> axes) {
            Checks checks = new Checks();
            for (int i = 0; i < at.size(); i++) {
                Position.checkCount(checks, key + ".at[" + i + "]", at.get(i), axes);
            }
            checks.verify();
            return at.stream().map(Position::of).toList();
        }
    }

    /**
     * In cells of the grid.
     *
     * @param at indices along x and z, or along x, y and z, each from 0; at least one cell
     */
    record Cells(
            @Doc("indices along x and z each, or x, y and z, from 0")
            List<List<Integer>> at) implements Layout {

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
                    indices.size() == 2 || indices.size() == 3,
                    key,
                    "must be two or three indices, got " + indices.size(),
                    "give those along x and z, for example [16, 2], or x, y and z where the grid has three axes");
            for (int axis = 0; axis < indices.size(); axis++) {
                checks.atLeast(key + "[" + axis + "]", indices.get(axis), 0);
            }
        }

        @Override
        public List<Position> positions(String key, List<Axis> axes) {
            Checks checks = new Checks();
            for (int i = 0; i < at.size(); i++) {
                List<Integer> cell = at.get(i);
                Position.checkCount(checks, key + ".at[" + i + "]", cell, axes);
                for (int a = 0; a < Math.min(cell.size(), axes.size()); a++) {
                    inside(checks, key + ".at[" + i + "][" + a + "]", cell.get(a), axes.get(a));
                }
            }
            checks.verify();
            return at.stream().map(cell -> place(cell, axes)).toList();
        }

        private static Position place(List<Integer> cell, List<Axis> axes) {
            List<Double> coordinates = new ArrayList<>();
            for (int a = 0; a < axes.size(); a++) {
                coordinates.add(axes.get(a).at(cell.get(a)));
            }
            return Position.of(coordinates);
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
     * From a text file of comma-separated values: the first line names the columns, among them {@code x} and {@code z}, in m, and {@code y} where the grid has three axes. Other columns are passed over, and so
     * are empty lines and lines that begin with {@code #}. As {@link Receivers}, a column {@code shot} gives each shot receivers of its own: whole numbers from 0, in the order of the sources.
     *
     * @param file the file, UTF-8
     */
    record Csv(
            @Doc(
                    "file of comma-separated values whose first line names columns x and z, in m, y in three dimensions, and shot where receivers differ")
            Path file)
            implements Layout {

        @Override
        public List<Position> positions(String key, List<Axis> axes) {
            return new PositionFile(file, key + ".file", axes.size()).positions();
        }

        @Override
        public List<List<Position>> ofShots(String key, List<Position> sources, List<Axis> axes) {
            return new PositionFile(file, key + ".file", axes.size()).ofShots(sources.size());
        }
    }

    /**
     * From the trace headers of a SEG-Y file of gathers. Shots are the traces of one value of the field {@code shot}, in ascending order; the receivers of each in that of the field {@code receiver}: the
     * order in which the data set {@code segy} reads the samples. Coordinates in feet become metres. Where the grid has two axes, all positions must have the same y.
     *
     * @param file the file
     * @param of which positions: a source for each shot, or receivers; as {@link Receivers}, those of each shot
     * @param shot the field of the trace headers that tells shots apart
     * @param receiver the field of the trace headers that tells the traces of a shot apart
     * @param take the shots to take, counted from 0; all when left out
     * @param origin the point of the file's coordinates, (x, z) or (x, y, z) in m, that is the first node of the grid
     */
    record Segy(
            @Doc("SEG-Y file of gathers") Path file,

            @Doc("whose positions") Side of,

            @Doc("field of the trace headers that tells shots apart, by name or as bytes 17-20")
            @Default("field-record")
            String shot,

            @Doc("field that tells the traces of a shot apart") @Default("trace-in-record")
            String receiver,

            @Doc("shots to take, counted from 0: 17, 0..4999, 0..90 step 10, or a list of these; all when left out")
            Optional<List<String>> take,

            @Doc("coordinates in the file of the first node of the grid; 0 m each when left out") @Unit("m")
            Optional<List<Double>> origin)
            implements Layout {

        /** One end of a trace. */
        public enum Side {
            /** Where waves begin: one position for each shot. */
            SOURCES,
            /** Where they are recorded. */
            RECEIVERS
        }

        /** Checks what can be checked without the file; throws {@link InvalidInputException}. */
        public Segy {
            take = take.map(List::copyOf);
            origin = origin.map(List::copyOf);
            Checks checks = new Checks();
            checkField(checks, "shot", shot);
            checkField(checks, "receiver", receiver);
            Take.parse("shot", take, checks);
            origin.ifPresent(point -> Position.check(checks, "origin", point));
            checks.verify();
        }

        private static void checkField(Checks checks, String key, String field) {
            try {
                TraceField.parse(field);
            } catch (IllegalArgumentException e) {
                checks.that(false, key, String.valueOf(e.getMessage()), "correct the field");
            }
        }

        TraceField shotField() {
            return TraceField.parse(shot);
        }

        TraceField receiverField() {
            return TraceField.parse(receiver);
        }

        @Override
        public List<Position> positions(String key, List<Axis> axes) {
            SegyPositions positions = SegyPositions.read(this, key, axes);
            return of == Side.SOURCES ? positions.sources() : positions.receivers();
        }

        @Override
        public List<List<Position>> ofShots(String key, List<Position> sources, List<Axis> axes) {
            return SegyPositions.read(this, key, axes).ofShots(sources.size());
        }
    }
}
