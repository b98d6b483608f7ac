package org.rote.operators.helmholtz;

import org.rote.operators.helmholtz.solver.StencilMatrix;

/**
 * The nine-point stencil, A = K_x ⊗ W_z + W_x ⊗ K_z + ω² m W_x ⊗ W_z with rows scaled by s_x s_z: {@link LineMatrix#secondDifference K} and {@link LineMatrix#average W} of each axis.
 *
 * <p>Where s = 1, a plane wave exp(i (k_x x + k_z z)) solves A u = 0 for ω² m = f(k_x, h_x) + f(k_z, h_z), f(k, h) = 2 (1 − cos k h) / (h² (1 − 2 w (1 − cos k h))). Both axes have their own dispersion, and the error in
 * any direction is a mean of those along the axes: the w that is best for one axis is best for every direction and every h_x, h_z. It is the {@link Stencil#NINE_POINT} weight, which makes the
 * largest error over all wavelengths of 4 points and more as small as it can be. (w = 1/12 would be fourth order, but 1.4 % wrong at 4 points.)
 *
 * <p>As the mass is averaged, so must sources be: A u = (W_x ⊗ W_z) f. A source put on one node only gives waves too strong by 1 / (1 − 2 w (1 − cos k h)): 23 % at 4 points per wavelength.
 *
 * <p>Sources: C.-H. Jo, C. Shin and J. H. Suh (1996), An optimal 9-point, finite-difference, frequency-space, 2-D scalar wave extrapolator, Geophysics 61(2), for averaging mass and derivatives and choosing weights by phase velocity;
 * J.-B. Chen (2012), An average-derivative optimal scheme for frequency-domain scalar wave equation, Geophysics 77(6), T201–T210, for products that allow h_x ≠ h_z; Z. Chen, D. Cheng, W. Feng and T. Wu (2013), An optimal 9-point finite
 * difference scheme for the Helmholtz equation with PML, Int. J. Numer. Anal. Model. 10(2), 389–410, for consistency with stretched coordinates.
 */
final class NinePoint {

    private NinePoint() {}

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
    static void fill(double[] sx, double[] sz, double hx, double hz, StencilMatrix laplacian, StencilMatrix mass) {
        fill(Stencil.NINE_POINT, sx, sz, hx, hz, laplacian, mass);
    }

    /** The same with the weight of a stencil. */
    static void fill(
            Stencil stencil,
            double[] sx,
            double[] sz,
            double hx,
            double hz,
            StencilMatrix laplacian,
            StencilMatrix mass) {
        LineMatrix averageX = LineMatrix.average(sx, stencil.averaging());
        LineMatrix averageZ = LineMatrix.average(sz, stencil.averaging());
        LineMatrix.addProduct(LineMatrix.secondDifference(sx, hx), averageZ, laplacian);
        LineMatrix.addProduct(averageX, LineMatrix.secondDifference(sz, hz), laplacian);
        LineMatrix.addProduct(averageX, averageZ, mass);
    }
}
