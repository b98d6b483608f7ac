package org.rote.testkit;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.rote.spi.Atoms;
import org.rote.spi.Components;
import org.rote.spi.Distribution;
import org.rote.spi.Drawable;
import org.rote.spi.SeededStreams;

/** What can be known of a distribution's samples: by its components or atoms in closed form, else by drawing. */
final class PriorSamples {

    private static final int DRAWS = 2000;
    private static final int FEW_DRAWS = 100;

    private final Distribution distribution;
    private final int size;
    private final Optional<Components> components;
    private final Optional<Atoms> atoms;

    PriorSamples(Distribution distribution) {
        this.distribution = distribution;
        this.size = distribution.space().size();
        this.components = distribution.capability(Components.class);
        this.atoms = distribution.capability(Atoms.class);
    }

    boolean hasClosedForm() {
        return components.isPresent() || atoms.isPresent();
    }

    boolean knowsTheMean() {
        return hasClosedForm() || distribution.capability(Drawable.class).isPresent();
    }

    /** A sample from the closed form, else by the distribution itself, else none. */
    Optional<double[]> draw(RandomGenerator random) {
        double[] out = new double[size];
        if (components.isPresent()) {
            Components mixture = components.get();
            int n = ClosedForm.choose(ClosedForm.weights(mixture), random.nextDouble());
            double[] mean = new double[size];
            mixture.mean(n, mean);
            mixture.covariance(n)
                    .root(Vectors.normal(random, mixture.covariance(n).rootSize()), out);
            return Optional.of(Vectors.plus(mean, 1, out));
        }
        if (atoms.isPresent()) {
            atoms.get().atom(ClosedForm.choose(ClosedForm.weights(atoms.get()), random.nextDouble()), out);
            return Optional.of(out);
        }
        Optional<Drawable> drawable = distribution.capability(Drawable.class);
        drawable.ifPresent(d -> d.draw(random, out));
        return drawable.map(d -> out);
    }

    /** The mean: exact, by averaging draws, or zero. */
    double[] mean() {
        if (components.isPresent()) {
            return ClosedForm.mean(ClosedForm.weights(components.get()), ClosedForm.means(components.get(), size));
        }
        if (atoms.isPresent()) {
            return ClosedForm.mean(ClosedForm.weights(atoms.get()), ClosedForm.models(atoms.get(), size));
        }
        RandomGenerator random = new SeededStreams(1, "mean").random("draws", 0);
        double[] mean = new double[size];
        for (int k = 0; k < DRAWS; k++) {
            mean = Vectors.plus(mean, 1.0 / DRAWS, draw(random).orElseGet(() -> new double[size]));
        }
        return mean;
    }

    /** How far {@link #mean} may be off, in units of the spread. */
    double errorOfMean() {
        return hasClosedForm() ? 0 : Average.STANDARD_ERRORS / Math.sqrt(DRAWS);
    }

    /** The variance along a direction, from the closed form. */
    double variance(double[] v) {
        return components
                .map(mixture -> ClosedForm.variance(mixture, v))
                .or(() -> atoms.map(
                        a -> ClosedForm.varianceOfPoints(ClosedForm.weights(a), ClosedForm.models(a, size), v)))
                .orElseThrow();
    }

    /** The root mean square distance of a coordinate from the mean, by some samples; 1 where they are all the same. */
    double spread(Supplier<double[]> sample) {
        double[][] samples = new double[FEW_DRAWS][];
        double[] weights = new double[FEW_DRAWS];
        for (int k = 0; k < FEW_DRAWS; k++) {
            samples[k] = sample.get();
            weights[k] = 1.0 / FEW_DRAWS;
        }
        double[] mean = ClosedForm.mean(weights, samples);
        double sum = 0;
        for (double[] x : samples) {
            double distance = Vectors.norm(Vectors.minus(x, mean));
            sum += distance * distance;
        }
        return sum == 0 ? 1 : Math.sqrt(sum / (FEW_DRAWS * (double) size));
    }
}
