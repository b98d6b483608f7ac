package org.rote.plugins.diagnostic.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.rote.spi.Diagnostic.Conclusion;
import org.rote.spi.Finding;
import org.rote.spi.Pool;
import org.rote.spi.Severity;
import org.rote.spi.Value;
import org.rote.spi.Verdict;

/** What the standing of many truths says of the sampler. */
final class CalibrationEvidence {

    /** How often a calibrated sampler is called wrong, over all tests together. */
    static final double FALSE_ALARMS = 0.01;

    private static final double[] LEVELS = {0.5, 0.8, 0.9, 0.95};
    private static final double MAIN_LEVEL = 0.9;

    /** Beyond these the paragraph calls draws too sure or not sure enough. */
    private static final double TOO_SURE = 0.9;

    private static final double NOT_SURE_ENOUGH = 1.1;

    /** A mean rank below this is on one side: of eight calibrated truths or more it would be in fewer than one of 100 studies. */
    private static final double ONE_SIDED = 0.25;

    /** Spreads that vary less between truths have no slope against errors. */
    private static final double LEAST_VARIATION = 0.1;

    private final Pool<TruthDigest> pool;
    private final Truths truths;
    private final UniformBand band;
    private final List<Uniformity> tests;
    private final Bootstrap bootstrap;

    CalibrationEvidence(Pool<TruthDigest> pool, Truths truths) {
        this.pool = pool;
        this.truths = truths;
        this.band = new UniformBand(truths.count());
        this.tests = Uniformity.all(truths, band);
        this.bootstrap = new Bootstrap(truths.count(), pool.random("bootstrap", 0));
    }

    Conclusion conclusion() {
        List<Finding> findings = new ArrayList<>();
        findings.add(probability());
        tests.forEach(test -> findings.add(uniformity(test)));
        for (Truths.Group group : truths.groups()) {
            findings.addAll(ofGroup(group));
            keep(group);
        }
        int[] draws = truths.groups().get(0).draws();
        findings.add(
                Finding.info(
                        "draws-ranked",
                        Value.of(Arrays.stream(draws).average().orElseThrow()),
                        "1",
                        "draws that a truth is ranked among, on average: those of chains are thinned until they are about independent"));
        return new Conclusion(findings, new CalibrationFigures(truths, band, bootstrap).all(), verdict(findings));
    }

    private Uniformity worst() {
        return tests.stream()
                .min(Comparator.comparingDouble(Uniformity::probability))
                .orElseThrow();
    }

    private Finding probability() {
        double probability = Math.min(1, tests.size() * worst().probability());
        boolean isWrong = probability < FALSE_ALARMS;
        return new Finding(
                "probability",
                Value.of(probability),
                "1",
                OptionalDouble.of(FALSE_ALARMS),
                isWrong ? Severity.WARNING : Severity.INFO,
                "of studies of a calibrated sampler at most this share would stray as far from uniform ranks as "
                        + worst().what()
                        + " does, the farthest of " + tests.size() + " tests over " + truths.count() + " truths. "
                        + (isWrong
                                ? blame()
                                : "Nothing speaks against calibration; faults smaller than the band of the pictures would not show"),
                "Talts, Betancourt, Simpson, Vehtari & Gelman (2018); Säilynoja, Bürkner & Vehtari (2022)");
    }

    private String blame() {
        return truths.areOfPosterior()
                ? "Truths and data were drawn from prior and noise themselves, so the sampler is wrong"
                : "Truths and data were not drawn from prior and noise themselves, so either the sampler is wrong or the prior or the noise is not that of these truths: give the observation truths-from-prior to tell";
    }

    private Finding uniformity(Uniformity test) {
        String source = test.name().startsWith(Calibration.RANDOM_POINT)
                ? "Lemos, Coogan, Hezaveh & Perreault-Levasseur (2023)"
                : test.name().startsWith("log-") ? "Modrák et al. (2023)" : "Talts et al. (2018)";
        return Finding.info(
                        test.name(),
                        Value.of(test.probability()),
                        "1",
                        "share of sets of " + truths.count()
                                + " uniform ranks that stray as far as those of the truths by " + test.what()
                                + "; one of the " + tests.size() + " tests that make up \"probability\"")
                .from(source);
    }

    private List<Finding> ofGroup(Truths.Group group) {
        String key = group.key();
        List<Finding> findings = new ArrayList<>();
        findings.add(spread(group));
        slope(group).ifPresent(findings::add);
        findings.add(Finding.info(
                key + "-covered",
                Value.of(group.share(place -> place.isCovered(MAIN_LEVEL))),
                "1",
                "share of truths in the central interval of 90 % of the draws, over all " + key));
        findings.add(Finding.info(
                key + "-coverage",
                Value.of(Arrays.stream(LEVELS)
                        .map(level -> group.share(place -> place.isCovered(level)))
                        .toArray()),
                "1",
                "the same for central intervals of " + Arrays.toString(LEVELS)));
        findings.add(Finding.info(
                key + "-highest-density-coverage",
                Value.of(Arrays.stream(LEVELS)
                        .map(level -> group.share(place -> place.isCoveredByHighestDensity(level)))
                        .toArray()),
                "1",
                "the same for the smallest regions of " + Arrays.toString(LEVELS)
                        + " of the draws, by the density of nearest neighbours"));
        double[] contractions = Arrays.stream(group.contractions()).sorted().toArray();
        if (contractions.length > 0) {
            findings.add(Finding.info(
                            key + "-contraction",
                            Value.of(contractions[contractions.length / 2]),
                            "1",
                            "median over " + key
                                    + " of 1 − variance of the draws / variance of the truths: 0 where the data said nothing, 1 where they said all")
                    .from("Schad, Betancourt & Vasishth (2021)"));
        }
        findings.add(score(group));
        double[] energies =
                group.standings().stream().mapToDouble(Standing::energy).toArray();
        findings.add(Finding.info(
                        key + "-energy-score",
                        Value.of(Arrays.stream(energies).average().orElseThrow()),
                        group.unit(),
                        "mean over truths of the energy score of all " + key + " together, standard error "
                                + shown(standardError(energies)) + "; lower is better")
                .from("Gneiting & Raftery (2007)"));
        return findings;
    }

    private Finding spread(Truths.Group group) {
        double[] expected = group.expectedErrors();
        double[] squared = group.squaredErrors();
        double[] interval = bootstrap.interval(
                chosen -> Math.sqrt(Bootstrap.mean(expected, chosen) / Bootstrap.mean(squared, chosen)), 0.95);
        return Finding.info(
                group.key() + "-spread-over-error",
                Value.of(ratio(group)),
                "1",
                "root mean square deviation of the draws over that of the error of their mean, over all truths and "
                        + group.key()
                        + "; 1 where draws are as sure as they are right, 0.5 where intervals ought to be twice as wide. 95 % bootstrap interval "
                        + shown(interval[0]) + " to " + shown(interval[1]));
    }

    private static double ratio(Truths.Group group) {
        return Math.sqrt(Arrays.stream(group.expectedErrors()).sum()
                / Arrays.stream(group.squaredErrors()).sum());
    }

    /** Of squared error against variance over the truths: 1 where draws know for which truths they are less sure. */
    private Optional<Finding> slope(Truths.Group group) {
        double[] expected = group.expectedErrors();
        double[] squared = group.squaredErrors();
        Moments moments = Moments.of(expected);
        if (!(Math.sqrt(moments.variance()) > LEAST_VARIATION * moments.mean())) {
            return Optional.empty();
        }
        int[] all = IntStream.range(0, expected.length).toArray();
        double[] interval = bootstrap.interval(chosen -> slope(expected, squared, chosen), 0.95);
        return Optional.of(Finding.info(
                group.key() + "-spread-slope",
                Value.of(slope(expected, squared, all)),
                "1",
                "slope of the squared error of a truth against the variance of its draws; 1 where draws know which truths they are less sure of, 0 where the spread says nothing of the error. 95 % bootstrap interval "
                        + shown(interval[0]) + " to " + shown(interval[1])));
    }

    private static double slope(double[] x, double[] y, int[] chosen) {
        double meanX = Bootstrap.mean(x, chosen);
        double meanY = Bootstrap.mean(y, chosen);
        double covariance = 0;
        double variance = 0;
        for (int c : chosen) {
            covariance += (x[c] - meanX) * (y[c] - meanY);
            variance += (x[c] - meanX) * (x[c] - meanX);
        }
        return covariance / variance;
    }

    private static Finding score(Truths.Group group) {
        double[] scores = group.means(Placement::score);
        return Finding.info(
                        group.key() + "-crps",
                        Value.of(Arrays.stream(scores).average().orElseThrow()),
                        group.unit(),
                        "mean over truths and " + group.key()
                                + " of the continuous ranked probability score, standard error "
                                + shown(standardError(scores))
                                + "; of the truths among each other, which is guessing without data, "
                                + shown(group.scoreOfTruths()) + ". Lower is better")
                .from("Gneiting & Raftery (2007); Ferro (2014)");
    }

    private static double standardError(double[] values) {
        return Math.sqrt(Moments.of(values).variance() / values.length);
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    private void keep(Truths.Group group) {
        int[] shape = {truths.count(), group.size()};
        double[] ranks = group.standings().stream()
                .flatMap(standing -> standing.placements().stream())
                .mapToDouble(Placement::rank)
                .toArray();
        pool.sink().array(group.key() + "-ranks", shape, ranks);
    }

    /** A sampler is wrong only where nothing else can be. */
    private Optional<Verdict> verdict(List<Finding> findings) {
        Finding probability = findings.get(0);
        if (!truths.areOfPosterior() || probability.severity() == Severity.INFO) {
            return Optional.empty();
        }
        Truths.Group group = truths.groups().get(0);
        double ratio = ratio(group);
        String how = ratio < TOO_SURE
                ? "Draws are too sure: they spread by " + shown(ratio) + " of the error of their mean."
                : ratio > NOT_SURE_ENOUGH
                        ? "Draws are not sure enough: they spread by " + shown(ratio)
                                + " times the error of their mean."
                        : "Draws spread about as far as their mean errs, but in the wrong places.";
        String paragraph = "Over " + truths.count()
                + " truths drawn from the prior, with data drawn from the noise, the draws of a right sampler leave every rank of the truth equally likely. Here "
                + worst().what() + " strays from that as at most "
                + shown(probability.value().values()[0])
                + " of studies of a right sampler do. " + how + fit();
        List<Finding> figures = List.of(
                probability,
                named(findings, group.key() + "-spread-over-error"),
                named(findings, group.key() + "-covered"));
        return Optional.of(new Verdict(Verdict.Word.SAMPLER_WRONG, paragraph, figures));
    }

    /** Whether draws fit the data as the truth does, which no error or width in the unknowns tells. */
    private String fit() {
        double rank = Arrays.stream(truths.joint().getOrDefault(Calibration.LOG_LIKELIHOOD, new double[] {0.5}))
                .average()
                .orElseThrow();
        return rank > 1 - ONE_SIDED
                ? " They explain the data worse than the truths do."
                : rank < ONE_SIDED ? " They explain the data better than the truths do." : "";
    }

    private static Finding named(List<Finding> findings, String name) {
        return findings.stream()
                .filter(finding -> finding.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
