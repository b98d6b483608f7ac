package org.rote.operators.propagation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A shot on the tiles of a grid.
 *
 * @param placed its points
 * @param feeding the source
 * @param feedingBack the receivers
 */
record TiledShot(PlacedShot placed, Injection feeding, Injection feedingBack) {

    static TiledShot of(SteppingSpace space, PlacedShot placed) {
        return all(space, List.of(placed)).get(0);
    }

    /** Sorts the points of shots; those with the same points share them. */
    static List<TiledShot> all(SteppingSpace space, List<PlacedShot> shots) {
        Map<PointSet, Injection> sorted = new HashMap<>();
        Function<PointSet, Injection> sort =
                points -> sorted.computeIfAbsent(points, these -> new Injection(space.grid(), space.tiles(), these));
        return shots.stream()
                .map(placed -> new TiledShot(placed, sort.apply(placed.source()), sort.apply(placed.receivers())))
                .toList();
    }
}
