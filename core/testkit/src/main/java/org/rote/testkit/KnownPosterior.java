package org.rote.testkit;

import java.util.List;
import java.util.stream.IntStream;
import org.rote.spi.Atoms;
import org.rote.spi.Components;
import org.rote.spi.Covariance;
import org.rote.spi.Likelihood;
import org.rote.spi.Posterior;
import org.rote.spi.Prior;

/**
 * A posterior whose mean and covariance are known, to hold samplers against.
 *
 * @param name what it is, for messages
 * @param posterior the posterior
 * @param mean E[x | y]
 * @param covariance Cov[x | y] by rows
 */
public record KnownPosterior(String name, Posterior posterior, double[] mean, double[][] covariance) {

    private static final double NOISE = 0.5;

    /**
     * Small posteriors in closed form, of one unknown to three: Gaussian and Gaussian-mixture priors, and training models, under linear operators and Gaussian
     * noise.
     *
     * @return the posteriors
     */
    public static List<KnownPosterior> all() {
        double[][] oblique = {{1, 0.5}, {-0.3, 0.8}};
        double[][] correlated = {{1, 0.6, 0.2}, {0.6, 1, 0.6}, {0.2, 0.6, 1}};
        MixturePrior twoModes =
                new MixturePrior(new double[] {0.4, 0.6}, new double[][] {{-1}, {1.5}}, new Covariance[] {
                    DenseCovariance.isotropic(1, 0.09), DenseCovariance.isotropic(1, 0.25)
                });
        MixturePrior threeModes = new MixturePrior(
                new double[] {1, 2, 1}, new double[][] {{-1, 0}, {1, 0.5}, {0, 1.5}}, new Covariance[] {
                    DenseCovariance.isotropic(2, 0.1),
                    new DenseCovariance(new double[][] {{0.3, -0.1}, {-0.1, 0.2}}),
                    DenseCovariance.isotropic(2, 0.2)
                });
        AtomPrior models = new AtomPrior(new double[][] {{-1, 0}, {1, 0.5}, {0, 1.5}, {0.5, 1}, {-0.5, -1}});
        return List.of(
                linear(
                        "one unknown under a Gaussian prior",
                        MixturePrior.gaussian(new double[] {0.5}, DenseCovariance.isotropic(1, 1)),
                        new double[][] {{2}},
                        1.4),
                linear(
                        "three unknowns and two data under a Gaussian prior",
                        MixturePrior.gaussian(new double[] {1, 0, -1}, new DenseCovariance(correlated)),
                        new double[][] {{1, 0, 1}, {0, 2, 1}},
                        0.3,
                        -0.8),
                linear("one unknown with two modes", twoModes, new double[][] {{1}}, 0.2),
                linear("two unknowns with three modes", threeModes, oblique, 0.7, 0.4),
                linear("two unknowns and five training models", models, oblique, 0.7, 0.4));
    }

    /**
     * Those of {@link #all} that are Gaussian, so that mean, mode and median are one.
     *
     * @return the posteriors
     */
    public static List<KnownPosterior> gaussian() {
        return all().stream()
                .filter(known -> known.posterior()
                                .prior()
                                .capability(Components.class)
                                .map(Components::count)
                                .orElse(0)
                        == 1)
                .toList();
    }

    /**
     * The posterior of a prior with components or atoms under a linear operator and independent noise of standard deviation 0.5.
     *
     * @param name what it is
     * @param prior the prior
     * @param rows the rows of the operator
     * @param data the observation
     * @return the posterior with its moments
     */
    public static KnownPosterior linear(String name, Prior prior, double[][] rows, double... data) {
        Likelihood likelihood = new Likelihood(new DenseOperator(rows), new WhiteNoise(rows.length, NOISE), data);
        int size = prior.space().size();
        List<Part> parts = prior.capability(Components.class)
                .map(mixture -> ofComponents(mixture, size))
                .or(() -> prior.capability(Atoms.class).map(atoms -> ofAtoms(atoms, size)))
                .orElseThrow(() -> new IllegalArgumentException("the prior has neither components nor atoms"));
        for (Part part : parts) {
            for (int i = 0; i < rows.length; i++) {
                part.observe(rows[i], data[i]);
            }
        }
        double[] weights = weights(parts);
        double[] mean =
                ClosedForm.mean(weights, parts.stream().map(part -> part.mean).toArray(double[][]::new));
        double[][] covariance = new double[size][size];
        for (int n = 0; n < weights.length; n++) {
            parts.get(n).addTo(covariance, weights[n], mean);
        }
        return new KnownPosterior(name, new Posterior(prior, likelihood), mean, covariance);
    }

    private static List<Part> ofComponents(Components mixture, int size) {
        double[][] means = ClosedForm.means(mixture, size);
        return IntStream.range(0, means.length)
                .mapToObj(n -> {
                    double[][] covariance = new double[size][size];
                    for (int j = 0; j < size; j++) {
                        double[] unit = new double[size];
                        unit[j] = 1;
                        mixture.covariance(n).apply(unit, covariance[j]);
                    }
                    return new Part(mixture.logWeight(n), means[n], covariance);
                })
                .toList();
    }

    private static List<Part> ofAtoms(Atoms atoms, int size) {
        double[][] models = ClosedForm.models(atoms, size);
        return IntStream.range(0, models.length)
                .mapToObj(n -> new Part(atoms.logWeight(n), models[n], new double[size][size]))
                .toList();
    }

    private static double[] weights(List<Part> parts) {
        double[] logs = parts.stream().mapToDouble(part -> part.logWeight).toArray();
        double total = Vectors.logSumExp(logs);
        return java.util.Arrays.stream(logs).map(log -> Math.exp(log - total)).toArray();
    }

    /** One Gaussian of the mixture while it takes in the data one by one; an atom has no covariance. */
    private static final class Part {

        private double logWeight;
        private double[] mean;
        private final double[][] covariance;

        Part(double logWeight, double[] mean, double[][] covariance) {
            this.logWeight = logWeight;
            this.mean = mean;
            this.covariance = covariance;
        }

        /** Takes in y = a·x + ε: with s = a·C a + γ², m += C a (y − a·m) / s, C −= C a (C a)ᵀ / s, w *= N(y; a·m, s). */
        void observe(double[] a, double y) {
            double[] ca = new double[a.length];
            for (int i = 0; i < a.length; i++) {
                ca[i] = Vectors.dot(covariance[i], a);
            }
            double s = Vectors.dot(a, ca) + NOISE * NOISE;
            double residual = y - Vectors.dot(a, mean);
            logWeight -= 0.5 * (residual * residual / s + Math.log(s));
            mean = Vectors.plus(mean, residual / s, ca);
            for (int i = 0; i < a.length; i++) {
                covariance[i] = Vectors.plus(covariance[i], -ca[i] / s, ca);
            }
        }

        void addTo(double[][] sum, double weight, double[] centre) {
            double[] shift = Vectors.minus(mean, centre);
            for (int i = 0; i < shift.length; i++) {
                for (int j = 0; j < shift.length; j++) {
                    sum[i][j] += weight * (covariance[i][j] + shift[i] * shift[j]);
                }
            }
        }
    }
}
