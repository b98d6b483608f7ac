package org.rote.plugins.dataset.geology.basin;

import java.util.List;
import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;
import org.rote.spi.Unit;

/**
 * Normal faults.
 *
 * @param number range of how many
 * @param displacement range of the largest throw of one, vertically, in m, greater than 0; small ones are more frequent
 * @param dip range of the dip near the surface in rad
 * @param listric how often one flattens with depth
 * @param growth range of the thickness in m over which the throw grows downward from nothing
 */
public record FaultConfig(
        @Doc("range of how many there are") @Default("[1, 10]")
        List<Integer> number,

        @Doc("range of the throw, the vertical displacement at its largest; small ones are more frequent")
        @Unit("m")
        @Default("[30 m, 300 m]")
        List<Double> displacement,

        @Doc("range of the dip, near the surface where it changes") @Unit("rad") @Default("[48 deg, 68 deg]")
        List<Double> dip,

        @Doc("how often a fault is listric: flattens with depth, its hanging wall rolled over") @Default("0.4")
        double listric,

        @Doc(
                "range of the thickness of the layers deposited while it moved, over which the throw grows downward; at least 2.5 times the throw")
        @Unit("m")
        @Default("[100 m, 1200 m]")
        List<Double> growth) {

    private static final int MOST = 100;
    private static final double GENTLEST = 20;
    private static final double STEEPEST = 85;

    /** Checks the ranges; throws {@link org.rote.spi.InvalidInputException} with all that is wrong. */
    public FaultConfig {
        number = List.copyOf(number);
        displacement = List.copyOf(displacement);
        dip = List.copyOf(dip);
        growth = List.copyOf(growth);
        Checks checks = new Checks();
        Ranges.checkNumbers("number", number, MOST, checks);
        Ranges.check("displacement", displacement, Double.MIN_NORMAL, Double.POSITIVE_INFINITY, "m", checks);
        Ranges.check("dip", dip.stream().map(Math::toDegrees).toList(), GENTLEST, STEEPEST, "deg", checks);
        Limits.probability("listric", listric, checks);
        Ranges.check("growth", growth, 0, Double.POSITIVE_INFINITY, "m", checks);
        checks.verify();
    }
}
