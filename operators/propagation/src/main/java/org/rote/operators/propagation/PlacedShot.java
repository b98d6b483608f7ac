package org.rote.operators.propagation;

import java.util.List;
import org.rote.operators.survey.Interpolation;
import org.rote.operators.survey.Shot;

/**
 * A shot on the grid.
 *
 * @param source the one point that feeds the wave
 * @param feeding the same on the tiles
 * @param receivers the points that read it
 * @param feedingBack the same on the tiles
 */
record PlacedShot(PointSet source, Injection feeding, PointSet receivers, Injection feedingBack) {

    /** Places a shot; positions between nodes by {@link Interpolation#SINC}. */
    static PlacedShot of(SteppingSpace space, Shot shot) {
        GridPoints points = new GridPoints(space.grid(), Interpolation.SINC);
        PointSet source = points.at(List.of(shot.source()));
        PointSet receivers = points.at(shot.receivers());
        return new PlacedShot(
                source,
                new Injection(space.grid(), space.tiles(), source),
                receivers,
                new Injection(space.grid(), space.tiles(), receivers));
    }
}
