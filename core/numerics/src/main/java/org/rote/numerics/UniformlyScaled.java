package org.rote.numerics;

import java.util.Optional;
import org.rote.spi.DenoiserJacobian;
import org.rote.spi.Distribution;
import org.rote.spi.NoisyScore;
import org.rote.spi.Space;

/** A distribution in {@link Coordinates} of one scale: noise σ in them is noise sσ in the model, the same for every unknown. */
record UniformlyScaled(Distribution distribution, Coordinates coordinates) implements Distribution {

    @Override
    public Space space() {
        return Space.vector(coordinates.size());
    }

    @Override
    public <C> Optional<C> capability(Class<C> type) {
        if (type == NoisyScore.class) {
            return distribution.capability(NoisyScore.class).map(score -> type.cast(scaled(score)));
        }
        if (type == DenoiserJacobian.class) {
            return distribution.capability(DenoiserJacobian.class).map(jacobian -> type.cast(scaled(jacobian)));
        }
        return Optional.empty();
    }

    /** ∇_u log q_σ(u) = s ∇_x log p_{sσ}(c + s u). */
    private NoisyScore scaled(NoisyScore score) {
        double scale = coordinates.scale(0);
        return (states, count, sigma, out) -> {
            score.scores(models(states, count), count, scale * sigma, out);
            for (int i = 0; i < count * coordinates.size(); i++) {
                out[i] *= scale;
            }
        };
    }

    /** A Jacobian from u to u is that from x to x. */
    private DenoiserJacobian scaled(DenoiserJacobian jacobian) {
        return (states, directions, count, sigma, out) ->
                jacobian.products(models(states, count), directions, count, coordinates.scale(0) * sigma, out);
    }

    private double[] models(double[] states, int count) {
        int size = coordinates.size();
        double[] models = new double[count * size];
        double[] one = new double[size];
        for (int i = 0; i < count; i++) {
            System.arraycopy(states, i * size, one, 0, size);
            coordinates.toModel(one, one);
            System.arraycopy(one, 0, models, i * size, size);
        }
        return models;
    }
}
