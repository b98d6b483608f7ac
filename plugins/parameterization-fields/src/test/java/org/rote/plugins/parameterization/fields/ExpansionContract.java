package org.rote.plugins.parameterization.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.rote.spi.AffineMapping;
import org.rote.spi.Parameterization;
import org.rote.spi.SeededStreams;
import org.rote.testkit.MappingContract;

/** What every expansion must do besides being a mapping: go back from models to coefficients. */
abstract class ExpansionContract extends MappingContract {

    /** Orthonormality to rounding, times the ratio of the largest amplitude to the smallest. */
    private static final double ROUND_TRIP = 1e-9;

    private Parameterization.Invertible parameterization() {
        return (Parameterization.Invertible) mapping();
    }

    @Test
    void isAffine() {
        assertThat(mapping()).isInstanceOf(AffineMapping.class);
    }

    @Test
    void findsTheCoefficientsOfItsOwnModels() {
        Parameterization.Invertible parameterization = parameterization();
        double[] z = normal(parameterization.domain().size());
        double[] model = new double[parameterization.range().size()];
        double[] found = new double[z.length];
        parameterization.forward(z, model);
        double[] before = model.clone();
        parameterization.invert(model, found);
        assertThat(model).as("the model is not modified").isEqualTo(before);
        for (int k = 0; k < z.length; k++) {
            assertThat(found[k]).as("coefficient %d, seed %d", k, seed()).isCloseTo(z[k], within(ROUND_TRIP));
        }
    }

    /** The residual of the nearest model is orthogonal to every field. */
    @Test
    void findsTheNearestModelOfAnyOther() {
        Parameterization.Invertible parameterization = parameterization();
        double[] z = new double[parameterization.domain().size()];
        double[] model = new double[parameterization.range().size()];
        parameterization.forward(z, model);
        double spread = spread(parameterization, model);
        double[] noise = normal(model.length);
        for (int i = 0; i < model.length; i++) {
            model[i] += spread * noise[i];
        }
        parameterization.invert(model, z);
        double[] nearest = new double[model.length];
        parameterization.forward(z, nearest);
        double[] residual = new double[model.length];
        double[] gradient = new double[z.length];
        for (int i = 0; i < model.length; i++) {
            residual[i] = (model[i] - nearest[i]) / spread;
        }
        ((AffineMapping) parameterization).applyAdjoint(residual, gradient);
        for (int k = 0; k < z.length; k++) {
            assertThat(gradient[k] / spread).as("mode %d, seed %d", k, seed()).isCloseTo(0, within(ROUND_TRIP));
        }
    }

    /** How far models differ when all coefficients are one. */
    private static double spread(Parameterization parameterization, double[] background) {
        double[] ones = new double[parameterization.domain().size()];
        java.util.Arrays.fill(ones, 1);
        double[] model = new double[background.length];
        parameterization.forward(ones, model);
        double largest = 0;
        for (int i = 0; i < model.length; i++) {
            largest = Math.max(largest, Math.abs(model[i] - background[i]));
        }
        return largest;
    }

    private double[] normal(int size) {
        RandomGenerator random = new SeededStreams(seed(), "expansion").random("point", size);
        return random.doubles(size, -2, 2).toArray();
    }
}
