package org.rote.plugins.diagnostic.memorization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rote.numerics.Coordinates;
import org.rote.numerics.PrincipalComponents;
import org.rote.numerics.TrainingModels;
import org.rote.spi.Atoms;
import org.rote.spi.Case;
import org.rote.spi.Components;
import org.rote.spi.Diagnostic;
import org.rote.spi.Draws;
import org.rote.spi.Finding;
import org.rote.spi.Prior;
import org.rote.spi.Severity;
import org.rote.spi.Value;

/**
 * When a diffusion process that memorized the training set of a prior decides, on its way from noise to a model: at the speciation which kind of model it will be, at the collapse which training model.
 *
 * <p>In the time t of x_t = e^(−t) x₀ + √(1 − e^(−2t)) z, for models less their mean and over their spread s, the root mean square of their standard deviations: the speciation is where Λ e^(−2t) = 1, Λ the largest eigenvalue of their covariance;
 * the collapse where the {@link ExcessEntropy} is 0, by Monte Carlo ({@link NoisyModels}) and for Gaussian models of the same covariance.
 *
 * <p>Independent of the sampler and of the data. Cost: an eigendecomposition of at most {@value #MOST} training models, some 70 searches of the training set for each noisy model, and two for each step of each path; a search takes 2 N d multiplications.
 *
 * <p>Source: G. Biroli, T. Bonnaire, V. de Bortoli and M. Mézard (2024), Dynamical regimes of diffusion models, arXiv 2402.18491.
 */
final class CollapseTimes implements Diagnostic {

    private static final String SOURCE = "Biroli, Bonnaire, de Bortoli & Mézard (2024)";

    /** Training models that the covariance is made from at most. */
    private static final int MOST = 1000;

    /** Two training models share any noise. */
    private static final int FEWEST = 3;

    private final CollapseTimesConfig config;

    CollapseTimes(CollapseTimesConfig config) {
        this.config = config;
    }

    @Override
    public Optional<String> inapplicable(Case subject) {
        return Examples.inapplicable(subject)
                .or(() -> Examples.of(subject)
                        .filter(examples -> examples.count() < FEWEST)
                        .map(examples ->
                                "needs at least " + FEWEST + " training models, the prior has " + examples.count()));
    }

    @Override
    public Examination examine(Case subject) {
        return new Examination() {
            @Override
            public void accept(Draws draws) {
                // The process is that of the training set, whatever the data.
            }

            @Override
            public Conclusion conclude() {
                return concluded(subject);
            }
        };
    }

    private Conclusion concluded(Case subject) {
        int size = subject.posterior().space().size();
        TrainingModels models = TrainingModels.of(Examples.of(subject).orElseThrow(), size);
        Coordinates coordinates = Coordinates.uniform(models, size);
        ProcessClock clock = new ProcessClock(config.schedule().levels(), coordinates.scale(0));
        double[] variances = PrincipalComponents.of(some(models, size), size, subject.executor())
                .variances();
        NoisyModels noisy =
                new NoisyModels(models, size, config.states(), subject.random("noisy models", 0), subject.executor());
        int count = models.count();

        OptionalDouble speciation = speciation(variances[0], clock);
        OptionalDouble collapse = ExcessEntropy.collapse(noisy::excess, clock.spread());
        OptionalDouble gaussian =
                ExcessEntropy.collapse(sigma -> ExcessEntropy.gaussian(variances, count, sigma), clock.spread());
        double[][] participation =
                new ReversePaths(subject, models, coordinates, clock.levels()).participation(config.paths());
        keep(subject, clock, participation);

        String unit = subject.posterior().space().unit();
        List<Finding> findings = new ArrayList<>();
        speciation.ifPresent(
                sigma -> add(
                        findings,
                        "speciation",
                        sigma,
                        unit,
                        clock,
                        "above this noise level a reverse process has not decided which kind of model it will be: the direction in which models vary most drowns in the noise"));
        add(findings, collapse, unit, clock, participation);
        gaussian.ifPresent(sigma -> add(
                findings,
                "gaussian-collapse",
                sigma,
                unit,
                clock,
                "where the collapse would be were the models Gaussian, with the covariance of the training set"));
        collapse.ifPresent(
                sigma -> ownNoise(subject, models).ifPresent(own -> findings.add(ownNoise(own, sigma, count))));
        return new Conclusion(
                findings,
                List.of(new DynamicsFigure(clock, unit, count)
                        .of(participation, noisy, variances, speciation, collapse, gaussian)));
    }

    /** Of a larger training set models evenly spread through it: a covariance needs no more. */
    private static TrainingModels some(TrainingModels models, int size) {
        if (Math.min(models.count(), size) <= MOST) {
            return models;
        }
        return TrainingModels.of(new EvenlySpread(models, MOST), size);
    }

    private record EvenlySpread(Atoms all, int count) implements Atoms {
        @Override
        public void atom(int n, double[] out) {
            all.atom((int) ((long) n * all.count() / count), out);
        }

        @Override
        public double logWeight(int n) {
            return -Math.log(count);
        }

        @Override
        public String identity() {
            return count + " of " + all.identity();
        }
    }

    /** e^(2t) = Λ, in units of the spread; none where no direction varies more than the others. */
    private static OptionalDouble speciation(double largest, ProcessClock clock) {
        double relative = largest / (clock.spread() * clock.spread());
        return relative > 1 ? OptionalDouble.of(clock.sigma(0.5 * Math.log(relative))) : OptionalDouble.empty();
    }

    private static void add(
            List<Finding> findings, String name, double sigma, String unit, ProcessClock clock, String meaning) {
        findings.add(Finding.info(name + "-sigma", Value.of(sigma), unit, meaning + "; " + clock.words(sigma))
                .from(SOURCE));
        findings.add(Finding.info(
                        name + "-time",
                        Value.of(clock.time(sigma)),
                        "1",
                        "the same as the time t of x_t = e^(-t) x_0 + sqrt(1 - e^(-2t)) z on models over their spread")
                .from(SOURCE));
    }

    private void add(
            List<Finding> findings,
            OptionalDouble collapse,
            String unit,
            ProcessClock clock,
            double[][] participation) {
        if (collapse.isEmpty()) {
            findings.add(
                    Finding.info(
                            "collapse",
                            Value.of(0),
                            "1",
                            "no noise level tells most training models from the others, as if there were copies: a process that memorized them does not collapse onto one"));
            return;
        }
        double sigma = collapse.getAsDouble();
        add(
                findings,
                "collapse",
                sigma,
                unit,
                clock,
                "below this noise level a reverse process that memorized its training set is bound to one training model");
        double step = clock.step(sigma);
        if (!Double.isNaN(step)) {
            double[] numbers = participation[(int) Math.round(step)].clone();
            Arrays.sort(numbers);
            findings.add(Finding.info(
                    "participation-at-collapse",
                    Value.of(numbers[numbers.length / 2]),
                    "1",
                    "how many training models take part in the state of a reverse path there, 1 over the sum of squared responsibilities, the median over "
                            + numbers.length + " paths"));
        }
    }

    /** The noise that a prior keeps around its training models, in the geometric mean over directions. */
    private static OptionalDouble ownNoise(Case subject, TrainingModels models) {
        Prior prior = subject.posterior().prior();
        return prior.capability(Components.class)
                .filter(components -> components.count() == models.count())
                .map(components -> components.covariance(0))
                .map(covariance -> OptionalDouble.of(Math.exp(covariance.logDeterminant() / (2.0 * covariance.size()))))
                .orElse(OptionalDouble.empty());
    }

    private static Finding ownNoise(double own, double collapse, int count) {
        boolean collapsed = own < collapse;
        return new Finding(
                "bandwidth-over-collapse",
                Value.of(own / collapse),
                "1",
                OptionalDouble.of(1),
                collapsed ? Severity.WARNING : Severity.INFO,
                "the noise that the prior keeps around each of its " + count
                        + " training models, over that at the collapse"
                        + (collapsed
                                ? ": what it draws belongs to single training models; more of them or a wider bandwidth would change that"
                                : ": what it draws belongs to several training models"),
                SOURCE);
    }

    private void keep(Case subject, ProcessClock clock, double[][] participation) {
        double[] sigmas = new double[participation.length];
        Arrays.setAll(sigmas, clock::sigmaOfStep);
        subject.sink().array("reverse-sigma", new int[] {sigmas.length}, sigmas);
        subject.sink()
                .array(
                        "participation",
                        new int[] {sigmas.length, config.paths()},
                        Arrays.stream(participation)
                                .flatMapToDouble(Arrays::stream)
                                .toArray());
    }
}
