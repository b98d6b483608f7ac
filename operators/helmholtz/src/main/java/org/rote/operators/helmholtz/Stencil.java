package org.rote.operators.helmholtz;

import org.rote.operators.helmholtz.solver.StencilMatrix;

/**
 * How derivatives are approximated on the grid.
 *
 * <p>Every stencil is A = K_x ⊗ W_z + W_x ⊗ K_z + ω² m W_x ⊗ W_z, with rows scaled by s_x s_z: K a second difference along one axis ({@link LineMatrix#secondDifference}) and W an average over a node and its two neighbours
 * with weights w, 1 − 2 w, w ({@link LineMatrix#average}). It equals its transpose to the last bit.
 *
 * <p>Where s = 1, a plane wave exp(i (k_x x + k_z z)) solves A u = 0 for ω² m = f(k_x, h_x) + f(k_z, h_z), f(k, h) = 2 (1 − cos k h) / (h² (1 − 2 w (1 − cos k h))). Each axis has an error of its own, and that of ω² in any
 * direction is a weighted mean of both: the w that is best along an axis is best in every direction and for every h_x, h_z.
 *
 * <p>As the mass is averaged, so must sources be: A u = (W_x ⊗ W_z) δ. A source put on one node only would give waves too strong by 1 / (1 − 2 w (1 − cos k h)), along an axis.
 *
 * <p>Sources: C.-H. Jo, C. Shin and J. H. Suh (1996), An optimal 9-point, finite-difference, frequency-space, 2-D scalar wave extrapolator, Geophysics 61(2), for averages with weights chosen by phase velocity; J.-B. Chen (2012), An
 * average-derivative optimal scheme for frequency-domain scalar wave equation, Geophysics 77(6), T201–T210, for products that allow h_x ≠ h_z; Z. Chen, D. Cheng, W. Feng and T. Wu (2013), An optimal 9-point finite difference scheme for the
 * Helmholtz equation with PML, Int. J. Numer. Anal. Model. 10(2), 389–410, for consistency where coordinates are stretched.
 */
public enum Stencil {
    /**
     * On a node and its four nearest neighbours, w = 0: second order. Divided by s_x s_z, these are the rows of the code published with arXiv 2603.19629. Phase velocities are too low by 1.6 % at 10 points per
     * wavelength, along an axis.
     */
    FIVE_POINT(0),

    /**
     * On a node and its eight nearest neighbours, w = 0.09267: the weight with the least error of phase velocities over all wavelengths of 4 points and more, 0.252 %. Second order, with a ninth of the five-point stencil's error of
     * long waves. (w = 1/12 would be of fourth order in a homogeneous medium, but 1.4 % wrong at 4 points.)
     */
    NINE_POINT(0.09267);

    private final double averaging;

    Stencil(double averaging) {
        this.averaging = averaging;
    }

    /** The weight w of each neighbour in the average along an axis. */
    double averaging() {
        return averaging;
    }

    /**
     * Fills the two parts of A = L + ω² M(m).
     *
     * @param sx stretch at the nodes along x, (real, imaginary) pairs
     * @param sz stretch at the nodes along z
     * @param hx spacing along x in m
     * @param hz spacing along z in m
     * @param laplacian zeros; receives L, in 1/m²
     * @param mass zeros; receives the weights of m, each row of which sums to s_x s_z
     */
    void fill(double[] sx, double[] sz, double hx, double hz, StencilMatrix laplacian, StencilMatrix mass) {
        LineMatrix averageX = LineMatrix.average(sx, averaging);
        LineMatrix averageZ = LineMatrix.average(sz, averaging);
        LineMatrix.addProduct(LineMatrix.secondDifference(sx, hx), averageZ, laplacian);
        LineMatrix.addProduct(averageX, LineMatrix.secondDifference(sz, hz), laplacian);
        LineMatrix.addProduct(averageX, averageZ, mass);
    }
}
