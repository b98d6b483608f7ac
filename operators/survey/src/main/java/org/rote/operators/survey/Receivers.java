package org.rote.operators.survey;

import java.util.List;
import org.rote.spi.Axis;
import org.rote.spi.Checks;
import org.rote.spi.Doc;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Unit;

/** Which receivers record each shot: the same for all, where a {@link Layout} says so, or others for each. There are equally many in every shot. */
public sealed interface Receivers permits Layout, Receivers.Spread {

    /**
     * The receivers of each shot.
     *
     * @param key the key of this section, put in front of what is said to be wrong: {@code receivers}
     * @param sources of the shots
     * @param axes where the cells of the grid lie, (x, z) or (x, y, z)
     * @return a list for each source, equally many in each and at least one
     * @throws InvalidInputException with everything that is wrong in the section or its file
     */
    List<List<Position>> ofShots(String key, List<Position> sources, List<Axis> axes);

    /**
     * Equally spaced on a straight line that goes with the source, both ends included: a towed streamer, or a split spread.
     *
     * @param from the first receiver's coordinates less those of the source, (x, z) or (x, y, z) in m
     * @param to the last receiver's; where {@code count} is 1 it must be the first
     * @param count how many, at least 1
     */
    record Spread(
            @Doc("first receiver's coordinates less those of the source") @Unit("m")
            List<Double> from,

            @Doc("last receiver's coordinates less those of the source") @Unit("m")
            List<Double> to,

            @Doc("how many, both ends included") int count)
            implements Receivers {

        /** Checks the ranges stated above; throws {@link InvalidInputException} with every offending value. */
        public Spread {
            from = List.copyOf(from);
            to = List.copyOf(to);
            Checks checks = new Checks();
            Segment.check(checks, from, to, count);
            checks.verify();
        }

        @Override
        public List<List<Position>> ofShots(String key, List<Position> sources, List<Axis> axes) {
            List<Position> offsets = Segment.positions(key, from, to, count, axes);
            return sources.stream()
                    .map(source -> offsets.stream().map(source::plus).toList())
                    .toList();
        }
    }
}
