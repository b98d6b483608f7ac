package org.rote.operators.helmholtz;

final class Dispersion {
    private Dispersion() {}

    static double error(Stencil stencil, double points) {
        return Math.PI * Math.PI / (6 * points * points);
    }
}
