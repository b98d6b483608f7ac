package org.rote.operators.propagation;

import java.util.Arrays;
import java.util.Optional;

/**
 * Central finite differences on equally spaced nodes, spacing 1, of the highest order that their width allows.
 *
 * <p>With r = order / 2 nodes on each side, u'(0) ≈ Σ_k d_k (u_k − u_−k) and u''(0) ≈ w_0 u_0 + Σ_k w_k (u_k + u_−k), k = 1 … r, where
 *
 * <pre>  d_k = (−1)^(k+1) (r!)² / (k (r − k)! (r + k)!),   w_k = 2 d_k / k,   w_0 = −2 Σ_k w_k.</pre>
 *
 * <p>As matrices on a grid with zeros around it, the first is antisymmetric and the second symmetric.
 *
 * <p>Source: B. Fornberg (1988), Generation of finite difference formulas on arbitrarily spaced grids, Mathematics of Computation 51, 699–706.
 */
public enum Differences {
    /** Five nodes. */
    FOURTH(2),
    /** Nine nodes. */
    EIGHTH(4),
    /** Seventeen nodes. */
    SIXTEENTH(8);

    private final int radius;

    Differences(int radius) {
        this.radius = radius;
    }

    /**
     * The differences of an order.
     *
     * @param order 4, 8 or 16
     * @return empty for another number
     */
    public static Optional<Differences> ofOrder(int order) {
        return Arrays.stream(values()).filter(each -> each.order() == order).findFirst();
    }

    /**
     * The power of the spacing that the error of the second derivative goes with.
     *
     * @return 4, 8 or 16
     */
    public int order() {
        return 2 * radius;
    }

    /**
     * How many nodes on each side take part.
     *
     * @return r
     */
    public int radius() {
        return radius;
    }

    /**
     * Those of the second derivative in absorbing layers: few enough to be fast, where waves are damped anyway.
     *
     * @return of order 8 at most
     */
    public Differences inLayers() {
        return this == SIXTEENTH ? EIGHTH : this;
    }

    /**
     * Weights of the first derivative.
     *
     * @return d_0 = 0, d_1 … d_r, a new array
     */
    public double[] first() {
        double[] weights = new double[radius + 1];
        double ratio = -1;
        for (int k = 1; k <= radius; k++) {
            ratio *= -(radius - k + 1.0) / (radius + k);
            weights[k] = ratio / k;
        }
        return weights;
    }

    /**
     * Weights of the second derivative.
     *
     * @return w_0 … w_r, a new array
     */
    public double[] second() {
        double[] weights = first();
        for (int k = 1; k <= radius; k++) {
            weights[k] *= 2.0 / k;
            weights[0] -= 2 * weights[k];
        }
        return weights;
    }

    /**
     * The largest eigenvalue of minus the second derivative, w_0 and all others in magnitude: reached by the wave of two nodes. A step Δt of second order in time is stable where Δt² v² Σ_axes largest / h² ≤ 4.
     *
     * @return −w_0 + 2 Σ_k |w_k|
     */
    public double largest() {
        double[] weights = second();
        double sum = -weights[0];
        for (int k = 1; k <= radius; k++) {
            sum += 2 * Math.abs(weights[k]);
        }
        return sum;
    }
}
