package org.rote.plugins.diagnostic.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rote.numerics.Cholesky;
import org.rote.numerics.Covariances;
import org.rote.numerics.Derivations;
import org.rote.spi.AffineMapping;
import org.rote.spi.Case;
import org.rote.spi.Components;
import org.rote.spi.Covariance;
import org.rote.spi.Drawable;
import org.rote.spi.GaussianNoise;
import org.rote.spi.Likelihood;
import org.rote.spi.Posterior;

/** The spread that a posterior has, where it is known. */
final class ExactSpread {

    /** Of more unknowns no matrix is formed. */
    private static final int LARGEST = 500;

    /** Their standard deviation scatters by half a percent. */
    private static final int NOISE_NUMBERS = 20_000;

    private static final int LEAST_NOISE_DRAWS = 20;

    private ExactSpread() {}

    /**
     * Root mean square standard deviation of a posterior over its unknowns: √(tr Σ / d) with Σ = (C⁻¹ + Aᵀ Γ⁻¹ A)⁻¹ for a Gaussian prior, a linear operator, Gaussian noise and at most 500 unknowns; otherwise of draws of the closed form
     * that this case or another one on the same posterior has.
     *
     * @param subject the case
     * @param draws how many draws of a closed form
     * @return the spread, or empty where nothing is known
     */
    static OptionalDouble of(Case subject, int draws) {
        OptionalDouble gaussian = gaussian(subject.posterior());
        return gaussian.isPresent() ? gaussian : drawn(subject, draws);
    }

    private static OptionalDouble gaussian(Posterior posterior) {
        Optional<Components> prior =
                posterior.prior().capability(Components.class).filter(mixture -> mixture.count() == 1);
        if (prior.isEmpty()
                || posterior.space().size() > LARGEST
                || !(posterior.likelihood().mapping() instanceof AffineMapping mapping)
                || !(posterior.likelihood().noise() instanceof GaussianNoise noise)) {
            return OptionalDouble.empty();
        }
        int size = posterior.space().size();
        double[] precision = precision(prior.get().covariance(0), mapping, noise.covariance(), size);
        Cholesky factor = Cholesky.of(size, precision);
        double trace = 0;
        double[] unit = new double[size];
        double[] column = new double[size];
        for (int i = 0; i < size; i++) {
            unit[i] = 1;
            factor.solve(unit, column);
            trace += column[i];
            unit[i] = 0;
        }
        return OptionalDouble.of(Math.sqrt(trace / size));
    }

    /** C⁻¹ + Aᵀ Γ⁻¹ A, column by column; symmetric up to rounding, which is taken out. */
    private static double[] precision(Covariance prior, AffineMapping mapping, Covariance noise, int size) {
        double[] precision = new double[size * size];
        double[] unit = new double[size];
        double[] column = new double[size];
        double[] data = new double[noise.size()];
        double[] weighted = new double[noise.size()];
        for (int i = 0; i < size; i++) {
            unit[i] = 1;
            mapping.apply(unit, data);
            noise.solve(data, weighted);
            mapping.applyAdjoint(weighted, column);
            System.arraycopy(column, 0, precision, i * size, size);
            prior.solve(unit, column);
            for (int j = 0; j < size; j++) {
                precision[i * size + j] += column[j];
            }
            unit[i] = 0;
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                double both = 0.5 * (precision[i * size + j] + precision[j * size + i]);
                precision[i * size + j] = both;
                precision[j * size + i] = both;
            }
        }
        return precision;
    }

    private static OptionalDouble drawn(Case subject, int draws) {
        List<Case> all = new ArrayList<>(List.of(subject));
        all.addAll(subject.siblings());
        for (Case one : all) {
            Optional<Drawable> solution = one.solution()
                    .map(found -> Derivations.of(found, subject.executor()))
                    .flatMap(found -> found.capability(Drawable.class));
            if (solution.isPresent()) {
                RunningSpread spread =
                        new RunningSpread(subject.posterior().space().size());
                double[] draw = new double[subject.posterior().space().size()];
                for (int k = 0; k < draws; k++) {
                    solution.get().draw(subject.random("reference", k), draw);
                    spread.add(draw, 0);
                }
                return OptionalDouble.of(spread.rootMeanSquare());
            }
        }
        return OptionalDouble.empty();
    }

    /** Root mean square standard deviation of the noise: exact where it is the same for all data, else of draws of it, to about a percent. */
    static double ofNoise(Case subject) {
        Likelihood likelihood = subject.posterior().likelihood();
        if (likelihood.noise() instanceof GaussianNoise gaussian) {
            OptionalDouble variance = Covariances.isotropicVariance(gaussian.covariance());
            if (variance.isPresent()) {
                return Math.sqrt(variance.getAsDouble());
            }
        }
        double[] data = likelihood.data();
        RunningSpread spread = new RunningSpread(data.length);
        double[] drawn = new double[data.length];
        int draws = Math.max(LEAST_NOISE_DRAWS, NOISE_NUMBERS / data.length);
        for (int k = 0; k < draws; k++) {
            likelihood.noise().draw(data, subject.random("noise", k), drawn);
            spread.add(drawn, 0);
        }
        return spread.rootMeanSquare();
    }
}
