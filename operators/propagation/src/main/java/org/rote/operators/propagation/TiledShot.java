package org.rote.operators.propagation;

/**
 * A shot on the tiles of a grid.
 *
 * @param placed its points
 * @param feeding the source
 * @param feedingBack the receivers
 */
record TiledShot(PlacedShot placed, Injection feeding, Injection feedingBack) {

    static TiledShot of(SteppingSpace space, PlacedShot placed) {
        return new TiledShot(
                placed,
                new Injection(space.grid(), space.tiles(), placed.source()),
                new Injection(space.grid(), space.tiles(), placed.receivers()));
    }
}
