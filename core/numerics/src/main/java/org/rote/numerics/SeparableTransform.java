package org.rote.numerics;

import java.util.Arrays;
import java.util.List;

/**
 * Sums of products of functions of one axis each, v(i₁, i₂, …) = Σ c(k₁, k₂, …) f¹_k₁(i₁) f²_k₂(i₂) …: cosine and Fourier series on grids, eigenfunctions of separable covariances.
 *
 * <p>Coefficients and values are row-major arrays, the last axis fastest. A transform goes along one axis after the other: with K functions along each axis of a grid of n × n cells it costs K n (K + n) multiplications
 * instead of K² n², and memory for n K numbers. Immutable.
 */
public final class SeparableTransform {

    private final List<Functions> axes;
    private final int coefficients;
    private final int values;

    /**
     * Functions of one axis.
     *
     * @param count how many, at least 1
     * @param cells numbers in each, at least 1
     * @param values the functions, one after the other; not to be changed
     */
    public record Functions(int count, int cells, double[] values) {

        /** Checks the length. */
        public Functions {
            if (count < 1 || cells < 1 || values.length != (long) count * cells) {
                throw new IllegalArgumentException(
                        "functions: count=" + count + " cells=" + cells + " values=" + values.length);
            }
        }
    }

    /**
     * The transform for given functions.
     *
     * @param axes the functions of each axis, slowest axis first; at least one axis
     */
    public SeparableTransform(List<Functions> axes) {
        if (axes.isEmpty()) {
            throw new IllegalArgumentException("no axis");
        }
        this.axes = List.copyOf(axes);
        this.coefficients = axes.stream().mapToInt(Functions::count).reduce(1, Math::multiplyExact);
        this.values = axes.stream().mapToInt(Functions::cells).reduce(1, Math::multiplyExact);
    }

    /**
     * How many products of functions there are.
     *
     * @return the length of an array of coefficients
     */
    public int coefficients() {
        return coefficients;
    }

    /**
     * How many cells there are.
     *
     * @return the length of an array of values
     */
    public int values() {
        return values;
    }

    /**
     * v = Σ c f¹ f² ….
     *
     * @param c coefficients; not modified
     * @param out receives v; overwritten; another array than {@code c}
     */
    public void synthesize(double[] c, double[] out) {
        double[] from = c;
        int outer = coefficients;
        int inner = 1;
        for (int d = axes.size() - 1; d >= 0; d--) {
            Functions axis = axes.get(d);
            outer /= axis.count();
            double[] to = d == 0 ? out : new double[outer * axis.cells() * inner];
            expand(axis, outer, inner, from, to);
            from = to;
            inner *= axis.cells();
        }
    }

    /**
     * The transpose: c(k₁, k₂, …) = Σ v(i₁, i₂, …) f¹_k₁(i₁) f²_k₂(i₂) …; for orthonormal functions the inverse.
     *
     * @param v values; not modified
     * @param out receives c; overwritten; another array than {@code v}
     */
    public void analyze(double[] v, double[] out) {
        double[] from = v;
        int outer = 1;
        int inner = values;
        for (int d = 0; d < axes.size(); d++) {
            Functions axis = axes.get(d);
            inner /= axis.cells();
            double[] to = d == axes.size() - 1 ? out : new double[outer * axis.count() * inner];
            contract(axis, outer, inner, from, to);
            from = to;
            outer *= axis.count();
        }
    }

    /** Along one axis, coefficients to values. */
    private static void expand(Functions axis, int outer, int inner, double[] from, double[] to) {
        Arrays.fill(to, 0, outer * axis.cells() * inner, 0);
        for (int o = 0; o < outer; o++) {
            for (int k = 0; k < axis.count(); k++) {
                for (int i = 0; i < axis.cells(); i++) {
                    double value = axis.values()[k * axis.cells() + i];
                    addMultiple(value, from, (o * axis.count() + k) * inner, to, (o * axis.cells() + i) * inner, inner);
                }
            }
        }
    }

    /** Along one axis, values to coefficients. */
    private static void contract(Functions axis, int outer, int inner, double[] from, double[] to) {
        Arrays.fill(to, 0, outer * axis.count() * inner, 0);
        for (int o = 0; o < outer; o++) {
            for (int k = 0; k < axis.count(); k++) {
                for (int i = 0; i < axis.cells(); i++) {
                    double value = axis.values()[k * axis.cells() + i];
                    addMultiple(value, from, (o * axis.cells() + i) * inner, to, (o * axis.count() + k) * inner, inner);
                }
            }
        }
    }

    private static void addMultiple(double factor, double[] from, int fromStart, double[] to, int toStart, int count) {
        for (int i = 0; i < count; i++) {
            to[toStart + i] += factor * from[fromStart + i];
        }
    }
}
