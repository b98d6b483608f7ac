package org.rote.plugins.diagnostic.collapse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rote.numerics.Derivations;
import org.rote.spi.AffineMapping;
import org.rote.spi.Case;
import org.rote.spi.Components;
import org.rote.spi.Density;
import org.rote.spi.Diagnostic;
import org.rote.spi.Distribution;
import org.rote.spi.Finding;
import org.rote.spi.GaussianNoise;
import org.rote.spi.Likelihood;
import org.rote.spi.Linearization;
import org.rote.spi.Tabulated;
import org.rote.spi.Value;

/**
 * May a linearized mixture be believed? Everywhere: how far F is from its linearization between x_n and μ_n, in noise standard deviations, and how far μ_n moved, in
 * spacings between training models; weighted by w_n. In one and two dimensions, where the study has a {@code quadrature} case of the same posterior: total
 * variation and Kullback–Leibler divergence from it.
 */
final class LinearizationValidity implements Diagnostic {

    /** Components are looked at, heaviest first, until this much weight is covered … */
    private static final double COVERED = 0.999;
    /** … or this many were. */
    private static final int MOST = 100;

    /** Beyond one noise standard deviation the data would tell F from its linearization. */
    private static final double LARGEST_ERROR = 1;

    /** Beyond half the spacing a component has left its training model for another's ground. */
    private static final double LARGEST_SHIFT = 0.5;

    /** A tenth of the posterior mass in the wrong place. */
    private static final double LARGEST_VARIATION = 0.1;

    @Override
    public Optional<String> inapplicable(Case subject) {
        if (subject.posterior().likelihood().mapping() instanceof AffineMapping) {
            return Optional.of("the operator is linear, so nothing was linearized");
        }
        Optional<Components> prior = subject.posterior().prior().capability(Components.class);
        Optional<Components> solution = components(subject);
        boolean pairs = prior.isPresent()
                && solution.isPresent()
                && prior.get().count() == solution.get().count();
        return pairs && subject.posterior().likelihood().noise() instanceof GaussianNoise
                ? Optional.empty()
                : Optional.of("the sampler did not linearize a mixture");
    }

    private static Optional<Components> components(Case subject) {
        return subject.solution().flatMap(solution -> solution.capability(Components.class));
    }

    @Override
    public Examination examine(Case subject) {
        return new Once(() -> conclude(subject));
    }

    private static Conclusion conclude(Case subject) {
        List<Finding> findings = new ArrayList<>();
        reference(subject).ifPresent(tabulated -> addDivergences(findings, subject, tabulated));
        addErrors(findings, subject, components(subject).orElseThrow());
        return new Conclusion(findings, List.of());
    }

    private static Optional<Tabulated> reference(Case subject) {
        return subject.siblings().stream()
                .flatMap(sibling -> sibling.solution().stream())
                .flatMap(solution -> solution.capability(Tabulated.class).stream())
                .findFirst();
    }

    private static void addDivergences(List<Finding> findings, Case subject, Tabulated reference) {
        Distribution solution = Derivations.of(subject.solution().orElseThrow(), subject.executor());
        Density linearized = solution.capability(Density.class).orElseThrow();
        Divergences divergences = Divergences.between(reference, linearized, subject.executor());
        findings.add(Finding.atMost(
                "total-variation",
                divergences.totalVariation(),
                "1",
                LARGEST_VARIATION,
                "share of the posterior mass that the linearized mixture puts in the wrong place, against quadrature"));
        findings.add(
                Finding.info(
                        "kl-divergence",
                        Value.of(divergences.kullbackLeibler()),
                        "nat",
                        "Kullback-Leibler divergence of the quadrature posterior p from the linearized mixture q, integral of p log(p/q)"));
    }

    private static void addErrors(List<Finding> findings, Case subject, Components posterior) {
        Components prior =
                subject.posterior().prior().capability(Components.class).orElseThrow();
        int[] heaviest = heaviest(posterior);
        double[] errors = new double[heaviest.length];
        double[] shifts = new double[heaviest.length];
        double[] weights = new double[heaviest.length];
        subject.executor().forEach(heaviest.length, i -> {
            Shift shift = Shift.of(subject, prior, posterior, heaviest[i]);
            errors[i] = shift.error();
            shifts[i] = shift.length()
                    / nearest(prior, heaviest[i], subject.posterior().space().size());
            weights[i] = Math.exp(posterior.logWeight(heaviest[i]));
        });
        findings.add(Finding.atMost(
                "linearization-error",
                mean(errors, weights),
                "noise standard deviations",
                LARGEST_ERROR,
                "posterior mean of |F(mu_n) - F(x_n) - J (mu_n - x_n)| over the noise: above 1 the data can tell F from its"
                        + " linearization; use a smaller sigma or another sampler"));
        findings.add(Finding.info(
                "linearization-errors",
                Value.of(errors),
                "noise standard deviations",
                "of the heaviest components, heaviest first"));
        if (Arrays.stream(shifts).anyMatch(shift -> shift > 0)) {
            addShifts(findings, shifts, weights);
        }
    }

    /** Where all models are one there is no spacing to compare with, and nothing to tell. */
    private static void addShifts(List<Finding> findings, double[] shifts, double[] weights) {
        findings.add(Finding.atMost(
                "relative-shift",
                mean(shifts, weights),
                "spacings",
                LARGEST_SHIFT,
                "posterior mean of |mu_n - x_n| over the distance to the nearest other model: above 0.5 components leave"
                        + " their training models"));
        findings.add(Finding.info(
                "relative-shifts", Value.of(shifts), "spacings", "of the heaviest components, heaviest first"));
    }

    private static int[] heaviest(Components posterior) {
        int[] order = IntStream.range(0, posterior.count())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer n) -> -posterior.logWeight(n)))
                .limit(MOST)
                .mapToInt(Integer::intValue)
                .toArray();
        double covered = 0;
        int count = 0;
        while (count < order.length && covered < COVERED) {
            covered += Math.exp(posterior.logWeight(order[count++]));
        }
        return Arrays.copyOf(order, count);
    }

    /** The distance from x_n to the nearest other model, exact copies aside; infinite where there is none. */
    private static double nearest(Components prior, int n, int size) {
        double[] here = new double[size];
        double[] there = new double[size];
        prior.mean(n, here);
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < prior.count(); k++) {
            if (k != n) {
                prior.mean(k, there);
                double squared = 0;
                for (int i = 0; i < size; i++) {
                    squared += (here[i] - there[i]) * (here[i] - there[i]);
                }
                least = squared > 0 ? Math.min(least, squared) : least;
            }
        }
        return Math.sqrt(least);
    }

    private static double mean(double[] values, double[] weights) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
            total += weights[i];
        }
        return sum / total;
    }

    /** How far a component moved, and how wrong the linearization is there. */
    private record Shift(double length, double error) {

        static Shift of(Case subject, Components prior, Components posterior, int n) {
            int size = subject.posterior().space().size();
            double[] from = new double[size];
            double[] to = new double[size];
            prior.mean(n, from);
            posterior.mean(n, to);
            double[] step = new double[size];
            double squared = 0;
            for (int i = 0; i < size; i++) {
                step[i] = to[i] - from[i];
                squared += step[i] * step[i];
            }
            return new Shift(Math.sqrt(squared), error(subject, from, to, step));
        }

        private static double error(Case subject, double[] from, double[] to, double[] step) {
            Likelihood likelihood = subject.posterior().likelihood();
            int rows = likelihood.mapping().range().size();
            double[] predicted = new double[rows];
            likelihood.mapping().forward(to, predicted);
            double[] linear = new double[rows];
            double[] residual = new double[rows];
            try (Linearization linearization = likelihood.mapping().linearize(from)) {
                linearization.jvp(step, linear);
                for (int i = 0; i < rows; i++) {
                    residual[i] = predicted[i] - linearization.value()[i] - linear[i];
                }
            }
            double[] weighted = new double[rows];
            ((GaussianNoise) likelihood.noise()).covariance().solve(residual, weighted);
            double quadratic = 0;
            for (int i = 0; i < rows; i++) {
                quadratic += residual[i] * weighted[i];
            }
            return Math.sqrt(quadratic);
        }
    }
}
