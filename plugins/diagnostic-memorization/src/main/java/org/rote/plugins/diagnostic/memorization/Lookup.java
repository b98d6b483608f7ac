package org.rote.plugins.diagnostic.memorization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rote.numerics.Weights;
import org.rote.spi.Atoms;
import org.rote.spi.Case;
import org.rote.spi.Diagnostic;
import org.rote.spi.Distribution;
import org.rote.spi.Draws;
import org.rote.spi.Evidence;
import org.rote.spi.Figure;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Points;
import org.rote.spi.Figure.Role;
import org.rote.spi.Figure.Rule;
import org.rote.spi.Figure.Scale;
import org.rote.spi.Finding;
import org.rote.spi.GaussianNoise;
import org.rote.spi.Likelihood;
import org.rote.spi.Severity;
import org.rote.spi.Value;

/**
 * What the training set alone can say of the data: how many of its models carry the likelihood-weighted lookup Σ w_n δ(x − x_n), w_n ∝ π_n p(y | x_n), how many it would take to make a posterior of it, and whether any of them explains the data.
 *
 * <p>Independent of the sampler. Cost: one forward evaluation for each training model, spread over the executor.
 */
final class Lookup implements Diagnostic {

    private static final int BLOCK = 64;

    /** Of many data the misfit of a right model is 1; beyond 2 they are not explained. Of few it may be so by chance: three standard deviations √(2/m) are allowed. */
    private static final double LARGEST_MISFIT = 2;

    private static final double DEVIATIONS = 3;

    /** Fewer models than this are an answer, no posterior. */
    private static final double FEWEST = 2;

    /** Of Vehtari and others (2024). */
    private static final double UNRELIABLE = 0.7;

    @Override
    public Optional<String> inapplicable(Case subject) {
        return Examples.inapplicable(subject);
    }

    @Override
    public Examination examine(Case subject) {
        return new Examination() {
            @Override
            public void accept(Draws draws) {
                // The lookup does not depend on them.
            }

            @Override
            public Conclusion conclude() {
                return concluded(subject);
            }
        };
    }

    private static Conclusion concluded(Case subject) {
        Atoms examples = Examples.of(subject).orElseThrow();
        double[] logLikelihoods = logLikelihoods(subject, examples);
        double[] logWeights = new double[logLikelihoods.length];
        Arrays.setAll(logWeights, n -> logLikelihoods[n] + examples.logWeight(n));
        Weights weights = Weights.ofLogs(logWeights);
        subject.sink().array("training-log-likelihoods", new int[] {logLikelihoods.length}, logLikelihoods);
        List<Finding> findings = new ArrayList<>();
        floor(subject.posterior().likelihood(), logLikelihoods).ifPresent(findings::add);
        findings.add(effective(weights));
        tail(logWeights).ifPresent(findings::add);
        findings.addAll(needed(weights, logLikelihoods));
        return new Conclusion(findings, List.of(figure(weights)));
    }

    /** Those that the sampler, or another one on the same posterior, has already; made here only where there are none, as each costs a forward modelling. */
    private static double[] logLikelihoods(Case subject, Atoms examples) {
        return Stream.concat(Stream.of(subject), subject.siblings().stream())
                .flatMap(one -> known(one, examples).stream())
                .findFirst()
                .orElseGet(() -> computed(subject, examples));
    }

    /** A posterior on the examples has log w_n = log π_n + log p(y|x_n) − log p(y). */
    private static Optional<double[]> known(Case subject, Atoms examples) {
        Optional<Distribution> solution = subject.solution();
        Optional<Atoms> posterior =
                solution.flatMap(found -> found.capability(Atoms.class)).filter(atoms -> same(atoms, examples));
        Optional<Evidence> evidence = solution.flatMap(found -> found.capability(Evidence.class));
        if (posterior.isEmpty() || evidence.isEmpty()) {
            return Optional.empty();
        }
        double[] values = new double[examples.count()];
        Arrays.setAll(
                values,
                n -> posterior.get().logWeight(n)
                        - examples.logWeight(n)
                        + evidence.get().logEvidence());
        // an example of weight zero was not asked for its likelihood
        return Arrays.stream(values).anyMatch(Double::isNaN) ? Optional.empty() : Optional.of(values);
    }

    private static boolean same(Atoms some, Atoms others) {
        return some.count() == others.count() && some.identity().equals(others.identity());
    }

    private static double[] computed(Case subject, Atoms examples) {
        Likelihood likelihood = subject.posterior().likelihood();
        int size = subject.posterior().space().size();
        double[] values = new double[examples.count()];
        for (int first = 0; first < values.length; first += BLOCK) {
            subject.progress().report("lookup", first, values.length);
            int from = first;
            subject.executor().forEach(Math.min(BLOCK, values.length - first), i -> {
                double[] model = new double[size];
                examples.atom(from + i, model);
                values[from + i] = likelihood.logDensity(model);
            });
        }
        return values;
    }

    /** The misfit is twice what a log likelihood falls short of that of data without a residual. */
    private static Optional<Finding> floor(Likelihood likelihood, double[] logLikelihoods) {
        if (!(likelihood.noise() instanceof GaussianNoise noise)) {
            return Optional.empty();
        }
        double[] data = likelihood.data();
        double best = Arrays.stream(logLikelihoods).max().orElseThrow();
        double misfit = 2 * (noise.logDensity(data, data) - best) / data.length;
        return Optional.of(Finding.atMost(
                "misfit-floor",
                misfit,
                "1",
                Math.max(LARGEST_MISFIT, 1 + DEVIATIONS * Math.sqrt(2.0 / data.length)),
                "the least squared residual of any training model over the noise variance, a mean over the data; about 1 where one of them could have made the data,"
                        + " above the threshold the training set cannot explain them"));
    }

    private static Finding effective(Weights weights) {
        double effective = weights.effectiveModes();
        boolean isLookup = effective < FEWEST;
        return new Finding(
                "effective-models",
                Value.of(effective),
                "1",
                OptionalDouble.of(FEWEST),
                isLookup ? Severity.WARNING : Severity.INFO,
                "how many of the " + weights.count()
                        + " training models carry the posterior that knows nothing but them, exp of the entropy of their weights"
                        + (isLookup ? ": it is a lookup" : ""),
                "Siahkoohi & Sabeddu (2026), effective posterior modes");
    }

    private static Optional<Finding> tail(double[] logWeights) {
        OptionalDouble shape = ParetoTail.shape(logWeights);
        return shape.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.atMost(
                                "pareto-shape",
                                shape.getAsDouble(),
                                "1",
                                UNRELIABLE,
                                "the shape of the tail of the weights; above the threshold averages over the training set with these weights mean nothing")
                        .from("Vehtari et al. (2024)"));
    }

    private static List<Finding> needed(Weights weights, double[] logLikelihoods) {
        double mean = Arrays.stream(logLikelihoods).average().orElseThrow();
        double variance = Arrays.stream(logLikelihoods)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / Math.max(1, logLikelihoods.length - 1);
        return List.of(
                Finding.info(
                        "ess",
                        Value.of(weights.effectiveSampleSize()),
                        "1",
                        "1 over the sum of squared weights of the training models"),
                Finding.info(
                        "largest-weight", Value.of(weights.largest()), "1", "weight of the heaviest training model"),
                Finding.info(
                                "log-likelihood-deviation",
                                Value.of(Math.sqrt(variance)),
                                "1",
                                "standard deviation τ of the log likelihood over the training set")
                        .from("Bengtsson, Bickel & Li (2008)"),
                Finding.info(
                                "decades-of-models-needed",
                                Value.of(variance / (2 * Math.log(10))),
                                "1",
                                "log10 of exp(τ²/2): about so many decades of training models it would take until the lookup stops collapsing, were log likelihoods normally distributed")
                        .from("Snyder, Bengtsson, Bickel & Anderson (2008)"));
    }

    private static Figure figure(Weights weights) {
        double[] sorted = IntStream.range(0, weights.count())
                .mapToDouble(weights::log)
                .sorted()
                .toArray();
        int shown = sorted.length;
        double[] rank = new double[shown];
        double[] decades = new double[shown];
        for (int n = 0; n < shown; n++) {
            rank[n] = n + 1;
            decades[n] = sorted[sorted.length - 1 - n] / Math.log(10);
        }
        return new Figure(
                "weights",
                "Weights of the training models",
                "Each training model's share of the posterior that knows nothing but the training set, heaviest first; the rule is where all would lie if the data said nothing.",
                List.of(new Panel(
                        "",
                        Scale.logarithmic("rank", "1"),
                        Scale.linear("log10 of the weight", "1"),
                        List.of(
                                new Points("training models", Role.TRAINING, rank, decades),
                                new Rule("equal weights", Role.PRIOR, false, -Math.log10(weights.count()))))));
    }
}
