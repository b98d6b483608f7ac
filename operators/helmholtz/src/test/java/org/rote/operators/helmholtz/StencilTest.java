package org.rote.operators.helmholtz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rote.operators.helmholtz.solver.StencilMatrix;

class StencilTest {

    private static final double ROUNDING = 1e-13;

    @Test
    void centreAndNeighboursHaveTheWeightsOfTheProducts() {
        double w = Stencil.NINE_POINT.averaging();
        StencilMatrix laplacian = StencilMatrix.zero(5, 4);
        StencilMatrix mass = StencilMatrix.zero(5, 4);
        Stencil.NINE_POINT.fill(ones(5), ones(4), 2, 0.5, laplacian, mass);
        int node = 2 * 4 + 1;
        double overX = 1 / 4.0;
        double overZ = 4;
        assertThat(real(laplacian.right(), node)).isCloseTo(overX * (1 - 2 * w) - 2 * overZ * w, within(ROUNDING));
        assertThat(real(laplacian.down(), node)).isCloseTo(overZ * (1 - 2 * w) - 2 * overX * w, within(ROUNDING));
        assertThat(real(laplacian.upRight(), node)).isCloseTo(w * (overX + overZ), within(ROUNDING));
        assertThat(real(laplacian.downRight(), node)).isCloseTo(w * (overX + overZ), within(ROUNDING));
        assertThat(real(mass.centre(), node)).isCloseTo((1 - 2 * w) * (1 - 2 * w), within(ROUNDING));
        assertThat(real(mass.right(), node)).isCloseTo(w * (1 - 2 * w), within(ROUNDING));
        assertThat(real(mass.downRight(), node)).isCloseTo(w * w, within(ROUNDING));
    }

    /** The rows of a stretched grid: no flux through its boundary, and the mass of the row's own scale. */
    @ParameterizedTest
    @EnumSource
    void rowsSumToNothingAndToTheStretch(Stencil stencil) {
        double[] sx = stretch(7, 3);
        double[] sz = stretch(6, 2);
        StencilMatrix laplacian = StencilMatrix.zero(7, 6);
        StencilMatrix mass = StencilMatrix.zero(7, 6);
        stencil.fill(sx, sz, 10, 8, laplacian, mass);
        double[] ones = ones(42);
        assertThat(times(laplacian, ones)).containsExactly(new double[84], within(ROUNDING));
        double[] sums = times(mass, ones);
        for (int i = 0; i < 7; i++) {
            for (int k = 0; k < 6; k++) {
                int node = i * 6 + k;
                assertThat(sums[2 * node])
                        .isCloseTo(sx[2 * i] * sz[2 * k] - sx[2 * i + 1] * sz[2 * k + 1], within(ROUNDING));
                assertThat(sums[2 * node + 1])
                        .isCloseTo(sx[2 * i] * sz[2 * k + 1] + sx[2 * i + 1] * sz[2 * k], within(ROUNDING));
            }
        }
    }

    /** The matrix keeps each coupling once, so that it equals its transpose to the last bit whatever is in it; here, that none points outside the grid. */
    @ParameterizedTest
    @EnumSource
    void nothingPointsOutsideTheGrid(Stencil stencil) {
        int nx = 6;
        int nz = 5;
        StencilMatrix laplacian = StencilMatrix.zero(nx, nz);
        StencilMatrix mass = StencilMatrix.zero(nx, nz);
        stencil.fill(stretch(nx, 2), stretch(nz, 1), 10, 10, laplacian, mass);
        for (StencilMatrix matrix : new StencilMatrix[] {laplacian, mass}) {
            for (int i = 0; i < nx; i++) {
                assertThat(norm(matrix.down(), i * nz + nz - 1)).isZero();
                assertThat(norm(matrix.downRight(), i * nz + nz - 1)).isZero();
                assertThat(norm(matrix.upRight(), i * nz)).isZero();
            }
            for (int k = 0; k < nz; k++) {
                int last = (nx - 1) * nz + k;
                assertThat(norm(matrix.right(), last)).isZero();
                assertThat(norm(matrix.downRight(), last)).isZero();
                assertThat(norm(matrix.upRight(), last)).isZero();
            }
        }
    }

    /** ∂x(s_z/s_x ∂x u) + ∂z(s_x/s_z ∂z u) + s_x s_z u of a smooth field on a smoothly stretched grid: a quarter of the error with half of the spacing, along both axes. */
    @ParameterizedTest
    @CsvSource({"FIVE_POINT, 1", "NINE_POINT, 1", "FIVE_POINT, 0.5", "NINE_POINT, 0.5"})
    void isConsistentToSecondOrderInStretchedCoordinates(Stencil stencil, double ratio) {
        double coarse = consistency(stencil, 40, ratio);
        double fine = consistency(stencil, 80, ratio);
        assertThat(fine).isLessThan(2e-3);
        assertThat(coarse / fine).isBetween(3.8, 4.2);
    }

    /** The largest error over the nodes within a unit square, in the middle of it: u = cos(2x) e^z, s = 1 + i x² along x and 1 + i z² along z. */
    private static double consistency(Stencil stencil, int nx, double ratio) {
        double hx = 1.0 / nx;
        double hz = ratio * hx;
        int nz = (int) Math.round(1 / hz);
        StencilMatrix laplacian = StencilMatrix.zero(nx + 1, nz + 1);
        StencilMatrix mass = StencilMatrix.zero(nx + 1, nz + 1);
        stencil.fill(quadratic(nx, hx), quadratic(nz, hz), hx, hz, laplacian, mass);
        DoubleBinaryOperator u = (x, z) -> Math.cos(2 * x) * Math.exp(z);
        double[] field = new double[2 * (nx + 1) * (nz + 1)];
        for (int i = 0; i <= nx; i++) {
            for (int k = 0; k <= nz; k++) {
                field[2 * (i * (nz + 1) + k)] = u.applyAsDouble(i * hx, k * hz);
            }
        }
        double[] left = times(laplacian, field);
        double[] right = times(mass, field);
        double worst = 0;
        for (int i = nx / 4; i <= 3 * nx / 4; i++) {
            for (int k = nz / 4; k <= 3 * nz / 4; k++) {
                double x = i * hx;
                double z = k * hz;
                // u_x = −2 sin(2x) e^z, u_xx = −4 u, u_z = u_zz = u; (1/s)′ = −s′/s², multiplied by the other axis's s.
                double slope = -2 * Math.sin(2 * x) * Math.exp(z);
                double value = u.applyAsDouble(x, z);
                Complex sx = new Complex(1, x * x);
                Complex sz = new Complex(1, z * z);
                Complex alongX = sz.times(flux(sx, x, slope, -4 * value));
                Complex alongZ = sx.times(flux(sz, z, value, value));
                Complex massTerm = sx.times(sz);
                int node = 2 * (i * (nz + 1) + k);
                worst = Math.max(
                        worst,
                        Math.hypot(
                                left[node] + right[node] - alongX.re - alongZ.re - massTerm.re * value,
                                left[node + 1] + right[node + 1] - alongX.im - alongZ.im - massTerm.im * value));
            }
        }
        return worst;
    }

    /** (u′/s)′ = u″/s − s′ u′/s², with s′ = 2 i x. */
    private static Complex flux(Complex s, double x, double slope, double curvature) {
        Complex inverse = new Complex(s.re / (s.re * s.re + s.im * s.im), -s.im / (s.re * s.re + s.im * s.im));
        Complex second = inverse.times(inverse).times(new Complex(0, -2 * x * slope));
        return new Complex(curvature * inverse.re + second.re, curvature * inverse.im + second.im);
    }

    private record Complex(double re, double im) {
        Complex times(Complex other) {
            return new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
        }
    }

    private static double[] quadratic(int count, double step) {
        double[] s = ones(count + 1);
        for (int i = 0; i <= count; i++) {
            s[2 * i + 1] = Math.pow(i * step, 2);
        }
        return s;
    }

    private static double[] ones(int count) {
        double[] ones = new double[2 * count];
        for (int i = 0; i < count; i++) {
            ones[2 * i] = 1;
        }
        return ones;
    }

    private static double[] stretch(int count, double strength) {
        double[] s = ones(count);
        for (int i = 0; i < count; i++) {
            s[2 * i + 1] = strength * Math.pow(1 - 2.0 * i / (count - 1), 2);
        }
        return s;
    }

    /** A x, all rows. */
    static double[] times(StencilMatrix a, double[] x) {
        double[] out = new double[x.length];
        double[][] planes = {a.centre(), a.down(), a.upRight(), a.right(), a.downRight()};
        int[] steps = {0, 1, a.nz() - 1, a.nz(), a.nz() + 1};
        for (int plane = 0; plane < planes.length; plane++) {
            for (int node = 0; node + steps[plane] < x.length / 2; node++) {
                int other = node + steps[plane];
                addScaled(planes[plane], node, x, other, out, node);
                if (other != node) {
                    addScaled(planes[plane], node, x, node, out, other);
                }
            }
        }
        return out;
    }

    private static void addScaled(double[] a, int entry, double[] x, int from, double[] out, int to) {
        out[2 * to] += a[2 * entry] * x[2 * from] - a[2 * entry + 1] * x[2 * from + 1];
        out[2 * to + 1] += a[2 * entry] * x[2 * from + 1] + a[2 * entry + 1] * x[2 * from];
    }

    private static double real(double[] plane, int node) {
        assertThat(plane[2 * node + 1]).isZero();
        return plane[2 * node];
    }

    private static double norm(double[] plane, int node) {
        return Arrays.stream(plane, 2 * node, 2 * node + 2).map(Math::abs).sum();
    }
}
