package org.rote.plugins.sampler.optimization;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Optional;
import org.rote.plugins.sampler.optimization.quasinewton.Objective;
import org.rote.spi.DifferentiableDensity;
import org.rote.spi.Likelihood;
import org.rote.spi.Linearization;
import org.rote.spi.Mapping;
import org.rote.spi.NoiseModel;
import org.rote.spi.NumericsException;
import org.rote.spi.ResourceException;
import org.rote.spi.SamplerContext;

/**
 * What a stage minimizes: log p(Ly | Ly) − log p(Ly | L F(x)), for Gaussian noise ½ ‖Γ^−½ L (F(x) − y)‖², less log p(x) where the prior is included. L is the stage's filter; the noise model weights what comes out of
 * it. The gradient is −Jᵀ Lᵀ ∂ log p(Ly | d)/∂d, with Lᵀ = L, and zero for cells that are fixed.
 *
 * <p>Cost: a linearization and a vjp. Where the wave physics cannot be computed the value is NaN.
 */
final class Misfit implements Objective {

    private final Mapping mapping;
    private final NoiseModel noise;
    private final Optional<DifferentiableDensity> prior;
    private final Optional<TimeFilter> filter;
    private final Optional<FixedTop> fixed;
    private final SamplerContext context;
    private final double[] data;
    private final double[] filtered;
    private final double perfect;
    private final double perfectFiltered;
    /** The misfit of all data at the models asked for since the last {@link #forget}, by the arrays that hold them. */
    private final IdentityHashMap<double[], Double> unfiltered = new IdentityHashMap<>();

    private String failure = "it is not finite";

    Misfit(
            Likelihood likelihood,
            Optional<DifferentiableDensity> prior,
            Optional<TimeFilter> filter,
            Optional<FixedTop> fixed,
            SamplerContext context) {
        this.mapping = likelihood.mapping();
        this.noise = likelihood.noise();
        this.prior = prior;
        this.filter = filter;
        this.fixed = fixed;
        this.context = context;
        this.data = likelihood.data();
        this.filtered = data.clone();
        filter.ifPresent(low -> low.apply(filtered, context.executor()));
        this.perfect = noise.logDensity(data, data);
        this.perfectFiltered = noise.logDensity(filtered, filtered);
    }

    @Override
    public double at(double[] x, double[] gradient) {
        try {
            return value(x, gradient);
        } catch (ResourceException e) {
            throw e;
        } catch (NumericsException e) {
            failure = String.valueOf(e.getMessage());
            return Double.NaN;
        }
    }

    private double value(double[] x, double[] gradient) {
        double logPrior = prior.map(density -> density.logDensity(x)).orElse(0.0);
        if (logPrior == Double.NEGATIVE_INFINITY) {
            failure = "the model is outside the support of the prior";
            return Double.NaN;
        }
        double misfit = ofData(x, gradient);
        if (prior.isPresent()) {
            double[] score = new double[x.length];
            prior.get().score(x, score);
            for (int i = 0; i < x.length; i++) {
                gradient[i] -= score[i];
            }
        }
        fixed.ifPresent(top -> top.clear(gradient));
        double value = misfit - logPrior;
        if (!Double.isFinite(value)) {
            failure = "it is " + value;
        }
        return value;
    }

    private double ofData(double[] x, double[] gradient) {
        try (Linearization linearization = mapping.linearize(x)) {
            double[] predicted = linearization.value().clone();
            unfiltered.put(x, scaled(perfect - noise.logDensity(data, predicted)));
            filter.ifPresent(low -> low.apply(predicted, context.executor()));
            double[] dataGradient = new double[data.length];
            noise.gradient(filtered, predicted, dataGradient);
            filter.ifPresent(low -> low.apply(dataGradient, context.executor()));
            linearization.vjp(dataGradient, gradient);
            Arrays.setAll(gradient, i -> -gradient[i]);
            return perfectFiltered - noise.logDensity(filtered, predicted);
        }
    }

    /** Twice a misfit over the number of data: 1 is what noise makes of a perfect model. */
    private double scaled(double misfit) {
        return 2 * misfit / data.length;
    }

    /** The misfit of all data, without a filter, at a model that was asked for since {@link #forget}. */
    double unfiltered(double[] x) {
        return unfiltered.getOrDefault(x, Double.NaN);
    }

    void forget() {
        unfiltered.clear();
    }

    /** Why there was no value at the last model that had none. */
    String failure() {
        return failure;
    }
}
