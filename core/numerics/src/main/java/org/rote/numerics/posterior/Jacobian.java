package org.rote.numerics.posterior;

import org.rote.spi.AffineMapping;
import org.rote.spi.Linearization;
import org.rote.spi.Mapping;

/** The derivative J of the forward map at one point, m × d. */
interface Jacobian {

    /** Numbers in a dense matrix that is kept for each component: 16 Mi doubles, 128 MiB. */
    int LARGEST_DENSE = 1 << 24;

    /** out = J dx. */
    void apply(double[] dx, double[] out);

    /** out = Jᵀ dy. */
    void applyAdjoint(double[] dy, double[] out);

    /** The derivative that is the same everywhere; any number of threads. */
    static Jacobian of(AffineMapping mapping) {
        return new Jacobian() {
            @Override
            public void apply(double[] dx, double[] out) {
                mapping.apply(dx, out);
            }

            @Override
            public void applyAdjoint(double[] dy, double[] out) {
                mapping.applyAdjoint(dy, out);
            }
        };
    }

    /** A view of an open linearization; one thread. */
    static Jacobian of(Linearization linearization) {
        return new Jacobian() {
            @Override
            public void apply(double[] dx, double[] out) {
                linearization.jvp(dx, out);
            }

            @Override
            public void applyAdjoint(double[] dy, double[] out) {
                linearization.vjp(dy, out);
            }
        };
    }

    /** The derivative at a point, without keeping anything: every product linearizes again. For what is asked for rarely and does not fit memory. */
    static Jacobian relinearizing(Mapping mapping, double[] point) {
        return new Jacobian() {
            @Override
            public void apply(double[] dx, double[] out) {
                try (Linearization linearization = mapping.linearize(point)) {
                    linearization.jvp(dx, out);
                }
            }

            @Override
            public void applyAdjoint(double[] dy, double[] out) {
                try (Linearization linearization = mapping.linearize(point)) {
                    linearization.vjp(dy, out);
                }
            }
        };
    }
}
