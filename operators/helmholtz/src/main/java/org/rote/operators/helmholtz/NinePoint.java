package org.rote.operators.helmholtz;

import org.rote.operators.helmholtz.solver.StencilMatrix;

final class NinePoint {
    private NinePoint() {}

    static void fill(double[] sx, double[] sz, double hx, double hz, StencilMatrix laplacian, StencilMatrix mass) {
        FivePoint.fill(sx, sz, hx, hz, laplacian, mass);
    }
}
