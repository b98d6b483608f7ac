package org.rote.plugins.parameterization.fields;

import java.util.Arrays;
import org.rote.spi.AffineMapping;
import org.rote.spi.Parameterization;
import org.rote.spi.Space;

/**
 * m = b + Σ_k z_k a_k φ_k, with orthonormal fields φ and amplitudes a &gt; 0. The coordinates of a model are those of the nearest sum in the sense of least squares: z_k = ⟨φ_k, m − b⟩ / a_k.
 */
final class Expansion implements AffineMapping, Parameterization.Invertible {

    private final Space latent;
    private final Space model;
    private final double[] background;
    private final double[] amplitudes;
    private final Basis basis;

    /**
     * An expansion.
     *
     * @param latent the space of z
     * @param model the space of m
     * @param background b; kept
     * @param amplitudes a; kept
     * @param basis φ
     */
    Expansion(Space latent, Space model, double[] background, double[] amplitudes, Basis basis) {
        this.latent = latent;
        this.model = model;
        this.background = background;
        this.amplitudes = amplitudes;
        this.basis = basis;
    }

    @Override
    public Space domain() {
        return latent;
    }

    @Override
    public Space range() {
        return model;
    }

    @Override
    public void forward(double[] x, double[] out) {
        apply(x, out);
        for (int i = 0; i < background.length; i++) {
            out[i] += background[i];
        }
    }

    @Override
    public void apply(double[] dx, double[] out) {
        double[] coefficients = new double[amplitudes.length];
        Arrays.setAll(coefficients, k -> amplitudes[k] * dx[k]);
        basis.synthesize(coefficients, out);
    }

    @Override
    public void applyAdjoint(double[] dy, double[] out) {
        basis.analyze(dy, out);
        for (int k = 0; k < amplitudes.length; k++) {
            out[k] *= amplitudes[k];
        }
    }

    @Override
    public void invert(double[] model, double[] out) {
        double[] deviation = new double[background.length];
        Arrays.setAll(deviation, i -> model[i] - background[i]);
        basis.analyze(deviation, out);
        for (int k = 0; k < amplitudes.length; k++) {
            out[k] /= amplitudes[k];
        }
    }
}
