package org.rote.operators.survey;

import java.util.ArrayList;
import java.util.List;
import org.rote.spi.Axis;
import org.rote.spi.Checks;

/** Equally spaced positions from one to another. */
final class Segment {

    private Segment() {}

    static void check(Checks checks, List<Double> from, List<Double> to, int count) {
        Position.check(checks, "from", from);
        Position.check(checks, "to", to);
        checks.atLeast("count", count, 1);
        checks.that(
                count != 1 || from.equals(to),
                "count",
                "is 1 on a line between two different positions",
                "give 2 or more, or the same position twice");
    }

    /** The positions, both ends included and exact. */
    static List<Position> positions(String key, List<Double> from, List<Double> to, int count, List<Axis> axes) {
        Checks checks = new Checks();
        Position.checkCount(checks, key + ".from", from, axes);
        Position.checkCount(checks, key + ".to", to, axes);
        checks.verify();
        Position first = Position.of(from);
        Position last = Position.of(to);
        List<Position> positions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            positions.add(new Position(
                    between(first.x(), last.x(), i, count),
                    between(first.y(), last.y(), i, count),
                    between(first.z(), last.z(), i, count)));
        }
        return positions;
    }

    /** The i-th of so many numbers from one to another. */
    static double between(double first, double last, int i, int count) {
        return i == count - 1 ? last : first + i / (count - 1.0) * (last - first);
    }
}
