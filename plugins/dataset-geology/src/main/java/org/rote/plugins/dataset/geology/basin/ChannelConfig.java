package org.rote.plugins.dataset.geology.basin;

import java.util.List;
import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;
import org.rote.spi.Unit;

/**
 * Buried channels: cut into a layer boundary and filled with other rock.
 *
 * @param number range of how many
 * @param width range of the width in m, greater than 0
 * @param depth range of the depth in the middle in m
 * @param contrast range of how much faster or slower the fill is than the rock around, relative to it
 */
public record ChannelConfig(
        @Doc("range of how many there are") @Default("[0, 4]")
        List<Integer> number,

        @Doc("range of the width") @Unit("m") @Default("[300 m, 1500 m]")
        List<Double> width,

        @Doc("range of the depth in the middle") @Unit("m") @Default("[30 m, 120 m]")
        List<Double> depth,

        @Doc("range of how much faster, or as often slower, the fill is than the rock around") @Default("[0.05, 0.2]")
        List<Double> contrast) {

    private static final int MOST = 100;
    private static final double MOST_CONTRAST = 0.5;

    /** Checks the ranges; throws {@link org.rote.spi.InvalidInputException} with all that is wrong. */
    public ChannelConfig {
        number = List.copyOf(number);
        width = List.copyOf(width);
        depth = List.copyOf(depth);
        contrast = List.copyOf(contrast);
        Checks checks = new Checks();
        Ranges.checkNumbers("number", number, MOST, checks);
        Ranges.check("width", width, Double.MIN_NORMAL, Double.POSITIVE_INFINITY, "m", checks);
        Ranges.check("depth", depth, 0, Double.POSITIVE_INFINITY, "m", checks);
        Ranges.check("contrast", contrast, 0, MOST_CONTRAST, "", checks);
        checks.verify();
    }
}
