package org.rote.operators.propagation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rote.operators.survey.Interpolation;
import org.rote.operators.survey.Position;
import org.rote.operators.survey.Shot;

/**
 * A shot on the grid.
 *
 * @param source the one point that feeds the wave
 * @param receivers the points that read it
 */
public record PlacedShot(PointSet source, PointSet receivers) {

    /** Places a shot; positions between nodes by {@link Interpolation#SINC}. */
    static PlacedShot of(PaddedGrid grid, Shot shot) {
        return all(grid, List.of(shot)).get(0);
    }

    /** Places shots. Those with the same receivers share their points, which are many: 512 nodes for one in space. */
    static List<PlacedShot> all(PaddedGrid grid, List<Shot> shots) {
        GridPoints points = new GridPoints(grid, Interpolation.SINC);
        Map<List<Position>, PointSet> receivers = new HashMap<>();
        return shots.stream()
                .map(shot -> new PlacedShot(
                        points.at(List.of(shot.source())), receivers.computeIfAbsent(shot.receivers(), points::at)))
                .toList();
    }
}
