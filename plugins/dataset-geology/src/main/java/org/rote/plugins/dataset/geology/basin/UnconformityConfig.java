package org.rote.plugins.dataset.geology.basin;

import java.util.List;
import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;
import org.rote.spi.Unit;

/**
 * Unconformities: surfaces of erosion below which older layers lie that were folded, tilted and faulted before.
 *
 * @param number range of how many
 * @param relief range of the height of the eroded surface in m
 * @param dip most dip of older layers against younger ones in rad
 * @param folding range of the height of the folds that the older layers had before in m
 */
public record UnconformityConfig(
        @Doc("range of how many there are") @Default("[0, 2]")
        List<Integer> number,

        @Doc("range of the height of the eroded surface") @Unit("m") @Default("[20 m, 150 m]")
        List<Double> relief,

        @Doc("most dip of the layers below one against those above") @Unit("rad") @Default("12 deg")
        double dip,

        @Doc("range of the height of the folds that were eroded") @Unit("m") @Default("[100 m, 600 m]")
        List<Double> folding) {

    private static final int MOST = 8;

    /** Checks the ranges; throws {@link org.rote.spi.InvalidInputException} with all that is wrong. */
    public UnconformityConfig {
        number = List.copyOf(number);
        relief = List.copyOf(relief);
        folding = List.copyOf(folding);
        Checks checks = new Checks();
        Ranges.checkNumbers("number", number, MOST, checks);
        Ranges.check("relief", relief, 0, Double.POSITIVE_INFINITY, "m", checks);
        Ranges.check("folding", folding, 0, Double.POSITIVE_INFINITY, "m", checks);
        Limits.angle("dip", dip, Math.toRadians(45), checks);
        checks.verify();
    }
}
