package org.rote.operators.propagation;

/**
 * A shot on the grid.
 *
 * @param source the one point that feeds the wave
 * @param feeding the same on the tiles
 * @param receivers the points that read it
 * @param feedingBack the same on the tiles
 */
record PlacedShot(PointSet source, Injection feeding, PointSet receivers, Injection feedingBack) {

    PlacedShot(SteppingSpace space, PointSet source, PointSet receivers) {
        this(
                source,
                new Injection(space.grid(), space.tiles(), source),
                receivers,
                new Injection(space.grid(), space.tiles(), receivers));
    }
}
