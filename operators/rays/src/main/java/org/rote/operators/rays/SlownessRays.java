package org.rote.operators.rays;

import org.rote.spi.LinearOperator;
import org.rote.spi.Space;

/** t_r = Σ_c L_rc s_c: travel times in s from slowness in s/m, L_rc the length in m of ray r in cell c. Immutable. */
final class SlownessRays implements LinearOperator {

    private final Space model;
    private final Space data;
    private final SparseRows lengths;
    private final SparseRows transposed;

    SlownessRays(Space model, Space data, SparseRows lengths) {
        this.model = model;
        this.data = data;
        this.lengths = lengths;
        this.transposed = lengths.transposed();
    }

    @Override
    public Space domain() {
        return model;
    }

    @Override
    public Space range() {
        return data;
    }

    @Override
    public void apply(double[] dx, double[] out) {
        lengths.multiply(dx, out);
    }

    @Override
    public void applyAdjoint(double[] dy, double[] out) {
        transposed.multiply(dy, out);
    }
}
