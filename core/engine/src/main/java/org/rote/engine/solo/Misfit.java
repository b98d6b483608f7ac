package org.rote.engine.solo;

import java.util.Optional;
import org.rote.numerics.Vectors;
import org.rote.spi.ForwardOperator;
import org.rote.spi.GaussianNoise;
import org.rote.spi.Linearization;
import org.rote.spi.NoiseModel;

/** How far predicted data are from observed ones, as a function of the predicted data and, by the chain rule, of the model. */
interface Misfit {

    /** The value at predicted data; writes the gradient with respect to them. */
    double at(double[] predicted, double[] gradient);

    /** The value at a model; writes the gradient with respect to it. */
    default double gradient(ForwardOperator operator, double[] model, double[] gradient) {
        try (Linearization linearization = operator.linearize(model)) {
            double[] inData = new double[operator.range().size()];
            double value = at(linearization.value(), inData);
            linearization.vjp(inData, gradient);
            return value;
        }
    }

    static Misfit of(double[] data, Optional<NoiseModel> noise) {
        if (noise.isEmpty()) {
            return new Squares(data);
        }
        return noise.get() instanceof GaussianNoise gaussian
                ? new Weighted(data, gaussian)
                : new Likely(data, noise.get());
    }

    /** ½ ‖F(m) − d‖². */
    record Squares(double[] data) implements Misfit {
        @Override
        public double at(double[] predicted, double[] gradient) {
            for (int i = 0; i < data.length; i++) {
                gradient[i] = predicted[i] - data[i];
            }
            return Vectors.dot(gradient, gradient) / 2;
        }
    }

    /** ½ (F(m) − d)ᵀ Γ⁻¹ (F(m) − d). */
    record Weighted(double[] data, GaussianNoise noise) implements Misfit {
        @Override
        public double at(double[] predicted, double[] gradient) {
            double[] residual = Vectors.plus(predicted, -1, data);
            noise.covariance().solve(residual, gradient);
            return Vectors.dot(residual, gradient) / 2;
        }
    }

    /** −log p(d | F(m)). */
    record Likely(double[] data, NoiseModel noise) implements Misfit {
        @Override
        public double at(double[] predicted, double[] gradient) {
            noise.gradient(data, predicted, gradient);
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = -gradient[i];
            }
            return -noise.logDensity(data, predicted);
        }
    }
}
