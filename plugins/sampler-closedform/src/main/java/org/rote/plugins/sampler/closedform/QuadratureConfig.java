package org.rote.plugins.sampler.closedform;

import java.util.List;
import java.util.Optional;
import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;

/**
 * A reference posterior on a grid.
 *
 * @param cells cells along each axis
 * @param from lower corner of the grid
 * @param to upper corner of the grid
 */
public record QuadratureConfig(
        @Doc("cells along each axis; in two dimensions at most 2000") @Default("2000")
        int cells,

        @Doc("lower corner of the grid, one number for each unknown; found from the prior when left out")
        Optional<List<Double>> from,

        @Doc("upper corner of the grid, one number for each unknown; found from the prior when left out")
        Optional<List<Double>> to) {

    private static final int LARGEST = 10_000_000;

    /** Checks the ranges. */
    public QuadratureConfig {
        Checks checks = new Checks()
                .atLeast("cells", cells, 10)
                .that(
                        cells <= LARGEST,
                        "cells",
                        "must be at most " + LARGEST + ", got " + cells,
                        "narrow the grid with from and to instead")
                .that(
                        from.isPresent() == to.isPresent(),
                        from.isPresent() ? "to" : "from",
                        "is missing while the other corner is given",
                        "give both corners or none");
        if (from.isPresent() && to.isPresent()) {
            checkCorners(checks, from.get(), to.get());
        }
        checks.verify();
        from = from.map(List::copyOf);
        to = to.map(List::copyOf);
    }

    private static void checkCorners(Checks checks, List<Double> from, List<Double> to) {
        if (from.size() != to.size()) {
            checks.that(
                    false,
                    "to",
                    "has " + to.size() + " numbers, from has " + from.size(),
                    "give one number for each unknown in both");
            return;
        }
        for (int i = 0; i < from.size(); i++) {
            checks.finite("from[" + i + "]", from.get(i));
            checks.finite("to[" + i + "]", to.get(i));
            checks.that(
                    !(from.get(i) >= to.get(i)),
                    "to[" + i + "]",
                    "must be greater than from[" + i + "] = " + from.get(i) + ", got " + to.get(i),
                    "swap the corners");
        }
    }
}
