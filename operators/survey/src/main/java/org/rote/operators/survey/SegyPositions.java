package org.rote.operators.survey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.rote.arrays.ArrayFileException;
import org.rote.arrays.segy.Gathers;
import org.rote.arrays.segy.Geometry;
import org.rote.arrays.segy.SegyReader;
import org.rote.arrays.segy.TraceHeaders;
import org.rote.numerics.input.Take;
import org.rote.spi.Axis;
import org.rote.spi.Checks;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Problem;

/** Reads where the sources and receivers of a file of gathers stood. Shots are those taken, in the order of the data that the file holds. */
final class SegyPositions {

    private final Layout.Segy section;
    private final String key;
    private final List<Axis> axes;
    private final Gathers gathers;
    private final Geometry geometry;
    private final int[] shots;

    private SegyPositions(
            Layout.Segy section, String key, List<Axis> axes, Gathers gathers, Geometry geometry, int... shots) {
        this.section = section;
        this.key = key;
        this.axes = axes;
        this.gathers = gathers;
        this.geometry = geometry;
        this.shots = shots;
    }

    static SegyPositions read(Layout.Segy section, String key, List<Axis> axes) {
        try (SegyReader reader = SegyReader.open(section.file())) {
            TraceHeaders headers = reader.headers(section.shotField(), section.receiverField());
            Gathers gathers = Gathers.of(headers, section.shotField(), section.receiverField());
            int[] shots = taken(section, key, gathers.shots());
            for (int shot : shots) {
                gathers.requireReceivers(shot, gathers.receivers(shots[0]));
            }
            return new SegyPositions(section, key, axes, gathers, Geometry.read(reader), shots);
        } catch (ArrayFileException e) {
            InvalidInputException wrong = wrong(section, key, e.problem(), e.fix());
            wrong.initCause(e);
            throw wrong;
        }
    }

    private static int[] taken(Layout.Segy section, String key, int shots) {
        Checks checks = new Checks();
        checks.that(shots > 0, "file", section.file() + ": holds no traces", "name a file with gathers");
        Take.Selection taken = Take.parse("shot", section.take(), checks)
                .of(shots, section.file().toString(), checks);
        try {
            checks.verify();
        } catch (InvalidInputException e) {
            throw new InvalidInputException(e.problems().stream()
                    .map(problem -> new Problem(key + "." + problem.where(), problem.what(), problem.fix()))
                    .toList());
        }
        return IntStream.range(0, taken.count())
                .map(index -> (int) taken.model(index))
                .toArray();
    }

    /** Where the source of each shot stood. */
    List<Position> sources() {
        List<Geometry.Point> points = new ArrayList<>();
        for (int shot : shots) {
            Geometry.Point first = geometry.source(gathers.trace(shot, 0));
            for (int receiver = 1; receiver < gathers.receivers(shot); receiver++) {
                int trace = gathers.trace(shot, receiver);
                if (!geometry.source(trace).equals(first)) {
                    throw wrong(
                            gathers.name(shot) + " has a source at " + text(first) + " in trace "
                                    + (gathers.trace(shot, 0) + 1) + " and at " + text(geometry.source(trace))
                                    + " in trace "
                                    + (trace + 1),
                            "tell shots by another field of the trace headers, for example shot: source-point");
                }
            }
            points.add(first);
        }
        return positions(points);
    }

    /** Where the receivers stood that all shots share. */
    List<Position> receivers() {
        List<List<Position>> ofShots = receiversOfShots();
        for (int i = 1; i < ofShots.size(); i++) {
            if (!ofShots.get(i).equals(ofShots.get(0))) {
                throw wrong(
                        "the receivers of " + gathers.name(shots[i]) + " are not those of " + gathers.name(shots[0]),
                        "take shots that have the same receivers; operators that ask for shots let them differ");
            }
        }
        return ofShots.get(0);
    }

    /** Where the receivers of each shot stood. */
    List<List<Position>> receiversOfShots() {
        List<Geometry.Point> points = new ArrayList<>();
        for (int shot : shots) {
            for (int receiver = 0; receiver < gathers.receivers(shot); receiver++) {
                points.add(geometry.receiver(gathers.trace(shot, receiver)));
            }
        }
        List<Position> positions = positions(points);
        int each = positions.size() / shots.length;
        return IntStream.range(0, shots.length)
                .mapToObj(i -> List.copyOf(positions.subList(i * each, (i + 1) * each)))
                .toList();
    }

    /** The receivers of each shot of the data. */
    List<List<Position>> ofShots(int count) {
        if (section.of() == Layout.Segy.Side.SOURCES) {
            return Collections.nCopies(count, sources());
        }
        if (shots.length != count) {
            throw wrong(
                    "gives receivers of " + shots.length + " shots, but there are " + count + " sources",
                    "take the same shots of the file for sources and receivers");
        }
        return receiversOfShots();
    }

    private List<Position> positions(List<Geometry.Point> points) {
        List<Double> origin = section.origin().orElse(Collections.nCopies(axes.size(), 0.0));
        Checks checks = new Checks();
        Position.checkCount(checks, key + ".origin", origin, axes);
        checks.verify();
        Position shift =
                Position.of(origin.stream().map(coordinate -> 0.0 - coordinate).toList());
        boolean isPlane = axes.size() == 2;
        List<Position> positions = new ArrayList<>();
        for (Geometry.Point point : points) {
            if (isPlane && point.y() != points.get(0).y()) {
                throw wrong(
                        "positions are at y = " + points.get(0).y() + " m and " + point.y()
                                + " m, but the grid has no y",
                        "turn the coordinates so that the line runs along x, or use a grid with three axes");
            }
            positions.add(new Position(point.x(), isPlane ? 0 : point.y(), point.z()).plus(shift));
        }
        return positions;
    }

    private static String text(Geometry.Point point) {
        return new Position(point.x(), point.y(), point.z()).describe(3);
    }

    private InvalidInputException wrong(String what, String fix) {
        return wrong(section, key, what, fix);
    }

    private static InvalidInputException wrong(Layout.Segy section, String key, String what, String fix) {
        return new InvalidInputException(key + ".file", section.file() + ": " + what, fix);
    }
}
