package org.rote.plugins.dataset.geology.basin;

import java.util.List;
import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;
import org.rote.spi.Unit;

/**
 * How the layers of a basin are folded.
 *
 * @param height range of the height of the folds at the bottom of the section in m
 * @param wavelengths shortest and longest in m
 * @param dip most dip of the youngest sequence at the bottom of the section in rad
 */
public record FoldConfig(
        @Doc("range of the height of the folds at the bottom of the section; they grow from nothing at the sea floor")
        @Unit("m")
        @Default("[50 m, 500 m]")
        List<Double> height,

        @Doc("shortest and longest wavelength; longer waves are higher") @Unit("m") @Default("[1500 m, 8000 m]")
        List<Double> wavelengths,

        @Doc("most dip of the youngest layers at the bottom of the section") @Unit("rad") @Default("5 deg")
        double dip) {

    /** Checks the ranges; throws {@link org.rote.spi.InvalidInputException} with all that is wrong. */
    public FoldConfig {
        height = List.copyOf(height);
        wavelengths = List.copyOf(wavelengths);
        Checks checks = new Checks();
        Ranges.check("height", height, 0, Double.POSITIVE_INFINITY, "m", checks);
        Ranges.check("wavelengths", wavelengths, Double.MIN_NORMAL, Double.POSITIVE_INFINITY, "m", checks);
        Limits.angle("dip", dip, Math.toRadians(30), checks);
        checks.verify();
    }
}
