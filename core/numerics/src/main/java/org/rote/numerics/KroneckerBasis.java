package org.rote.numerics;

import java.util.Arrays;
import java.util.List;

/** Q = Q₁ ⊗ Q₂ ⊗ …, one factor for each axis of a field, slowest first. Applying it costs d · Σ n_k instead of d². */
final class KroneckerBasis implements Eigenbasis {

    private final List<SymmetricEigen> factors;
    private final int size;

    KroneckerBasis(List<SymmetricEigen> factors) {
        this.factors = List.copyOf(factors);
        this.size = factors.stream().mapToInt(SymmetricEigen::size).reduce(1, Math::multiplyExact);
    }

    /** The products of the factors' eigenvalues, clipped at zero, in the order of the coordinates. */
    double[] eigenvalues() {
        double[] products = {1};
        for (SymmetricEigen factor : factors) {
            double[] values = factor.clippedValues();
            double[] next = new double[products.length * values.length];
            double[] previous = products;
            Arrays.setAll(next, i -> previous[i / values.length] * values[i % values.length]);
            products = next;
        }
        return products;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void coordinates(double[] v, double[] out) {
        alongEveryAxis(v, out, SymmetricEigen::coordinates);
    }

    @Override
    public void vector(double[] c, double[] out) {
        alongEveryAxis(c, out, SymmetricEigen::vector);
    }

    private interface Transform {
        void apply(SymmetricEigen factor, double[] line, double[] out);
    }

    private void alongEveryAxis(double[] v, double[] out, Transform transform) {
        System.arraycopy(v, 0, out, 0, size);
        int stride = size;
        for (SymmetricEigen factor : factors) {
            int count = factor.size();
            stride /= count;
            double[] line = new double[count];
            double[] transformed = new double[count];
            for (int first = 0; first < size; first++) {
                if (first / stride % count == 0) {
                    gather(out, first, stride, line);
                    transform.apply(factor, line, transformed);
                    scatter(transformed, out, first, stride);
                }
            }
        }
    }

    private static void gather(double[] field, int first, int stride, double[] line) {
        for (int i = 0; i < line.length; i++) {
            line[i] = field[first + i * stride];
        }
    }

    private static void scatter(double[] line, double[] field, int first, int stride) {
        for (int i = 0; i < line.length; i++) {
            field[first + i * stride] = line[i];
        }
    }
}
