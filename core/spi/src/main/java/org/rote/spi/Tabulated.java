package org.rote.spi;

import java.util.List;

/**
 * A {@link Density} known on a regular grid of cells fine enough to integrate over: the integral of f is the sum of f at the centres times the volume of a cell.
 */
public interface Tabulated extends Density {

    /**
     * The centres of the cells, one axis for each component of the space.
     *
     * @return as many axes as the space has dimensions
     */
    List<Axis> centres();

    /**
     * The normalised log density at every centre, last axis fastest.
     *
     * @return an array that belongs to the distribution; read it, do not change it
     */
    double[] logDensities();
}
