package org.rote.plugins.parameterization.fields;

import java.util.Arrays;
import java.util.List;

/**
 * Products of functions of one axis each, φ_k(i₁, i₂, …) = f¹_k₁(i₁) f²_k₂(i₂) …, or some of them. A transform goes along one axis after the other: on a grid of n × n cells with K functions along each axis it costs
 * K n (K + n) multiplications instead of K² n².
 */
final class SeparableBasis implements Basis {

    private final List<Axis> axes;
    private final int[] places;
    private final int products;
    private final int size;

    /**
     * Orthonormal functions of one axis.
     *
     * @param functions how many
     * @param cells numbers in each
     * @param values the functions, one after the other
     */
    record Axis(int functions, int cells, double[] values) {}

    /**
     * A choice of products.
     *
     * @param axes the functions of each axis, slowest axis first
     * @param places for each field, its place in the row-major array of all products
     */
    SeparableBasis(List<Axis> axes, int[] places) {
        this.axes = List.copyOf(axes);
        this.places = places;
        this.products = axes.stream().mapToInt(Axis::functions).reduce(1, Math::multiplyExact);
        this.size = axes.stream().mapToInt(Axis::cells).reduce(1, Math::multiplyExact);
    }

    @Override
    public int count() {
        return places.length;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void synthesize(double[] coefficients, double[] field) {
        double[] values = new double[products];
        for (int k = 0; k < places.length; k++) {
            values[places[k]] = coefficients[k];
        }
        int outer = products;
        int inner = 1;
        for (int d = axes.size() - 1; d >= 0; d--) {
            Axis axis = axes.get(d);
            outer /= axis.functions();
            double[] expanded = d == 0 ? field : new double[outer * axis.cells() * inner];
            expand(axis, outer, inner, values, expanded);
            values = expanded;
            inner *= axis.cells();
        }
    }

    @Override
    public void analyze(double[] field, double[] coefficients) {
        double[] values = field;
        int outer = 1;
        int inner = size;
        for (Axis axis : axes) {
            inner /= axis.cells();
            double[] contracted = new double[outer * axis.functions() * inner];
            contract(axis, outer, inner, values, contracted);
            values = contracted;
            outer *= axis.functions();
        }
        for (int k = 0; k < places.length; k++) {
            coefficients[k] = values[places[k]];
        }
    }

    /** Along one axis, coefficients of functions to values in cells. */
    private static void expand(Axis axis, int outer, int inner, double[] from, double[] to) {
        Arrays.fill(to, 0);
        for (int o = 0; o < outer; o++) {
            for (int k = 0; k < axis.functions(); k++) {
                for (int i = 0; i < axis.cells(); i++) {
                    double value = axis.values()[k * axis.cells() + i];
                    addMultiple(
                            value, from, (o * axis.functions() + k) * inner, to, (o * axis.cells() + i) * inner, inner);
                }
            }
        }
    }

    /** Along one axis, values in cells to their products with the functions. */
    private static void contract(Axis axis, int outer, int inner, double[] from, double[] to) {
        for (int o = 0; o < outer; o++) {
            for (int k = 0; k < axis.functions(); k++) {
                for (int i = 0; i < axis.cells(); i++) {
                    double value = axis.values()[k * axis.cells() + i];
                    addMultiple(
                            value, from, (o * axis.cells() + i) * inner, to, (o * axis.functions() + k) * inner, inner);
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
