package org.rote.operators.propagation;

import java.util.List;
import org.rote.operators.survey.Interpolation;
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
        GridPoints points = new GridPoints(grid, Interpolation.SINC);
        return new PlacedShot(points.at(List.of(shot.source())), points.at(shot.receivers()));
    }
}
