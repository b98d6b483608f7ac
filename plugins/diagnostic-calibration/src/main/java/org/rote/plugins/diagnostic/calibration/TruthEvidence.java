package org.rote.plugins.diagnostic.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.rote.spi.Case;
import org.rote.spi.Diagnostic.Conclusion;
import org.rote.spi.Figure;
import org.rote.spi.Figure.Band;
import org.rote.spi.Figure.Line;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Points;
import org.rote.spi.Figure.Role;
import org.rote.spi.Figure.Rule;
import org.rote.spi.Figure.Scale;
import org.rote.spi.Finding;
import org.rote.spi.Value;

/** What the standing of one truth says of the posterior. */
final class TruthEvidence {

    private static final double[] LEVELS = {0.5, 0.8, 0.9, 0.95};

    /** Of a normal posterior whose quantities all go together, one truth in 370 is farther away. */
    private static final double LARGEST_SCORE = 3;

    /** Fewer numbers have no distribution to look at. */
    private static final int LEAST_RANKED = 8;

    private static final String CAVEAT =
            "One truth is one trial and its quantities depend on each other, so this can show a gross fault, but not calibration";

    private final Case subject;
    private final List<Standing> standings;

    TruthEvidence(Case subject, List<Standing> standings) {
        this.subject = subject;
        this.standings = List.copyOf(standings);
    }

    Conclusion conclusion() {
        List<Finding> findings = new ArrayList<>();
        List<Panel> ranks = new ArrayList<>();
        for (Standing standing : standings) {
            add(standing, findings);
            subject.sink()
                    .array(
                            standing.key() + "-ranks",
                            new int[] {standing.placements().size()},
                            standing.ranks());
            if (standing.placements().size() >= LEAST_RANKED) {
                UniformBand band = new UniformBand(standing.placements().size());
                findings.add(uniformity(standing, band));
                ranks.add(ranks(standing, band));
            }
        }
        List<Figure> figures = new ArrayList<>(List.of(scores()));
        if (!ranks.isEmpty()) {
            figures.add(
                    0,
                    new Figure(
                            "ranks",
                            "Where the truth lies among the draws",
                            "Share of quantities in which no more than this share of draws lies below the truth, less that share. Independent quantities of a calibrated posterior stay in the band in 95 of 100 cases; "
                                    + "dependent ones leave it more often. A rise through the middle means draws too widely spread, a fall too narrowly, one side only a mean that is off.",
                            ranks));
        }
        return new Conclusion(findings, figures);
    }

    private void add(Standing standing, List<Finding> findings) {
        String key = standing.key();
        String unit = key.equals("coordinates") ? subject.posterior().space().unit() : Quantities.unit(subject);
        findings.add(Finding.atMost(
                        key + "-z-score",
                        standing.rootMeanSquare(Placement::zScore),
                        "1",
                        LARGEST_SCORE,
                        "root mean square over " + standing.placements().size() + " " + key
                                + " of (mean − truth) / standard deviation; about 1 is right, above the threshold draws are far surer than they are right. "
                                + CAVEAT)
                .from("Schad, Betancourt & Vasishth (2021)"));
        findings.add(Finding.info(
                key + "-coverage",
                Value.of(Arrays.stream(LEVELS).map(standing::coverage).toArray()),
                "1",
                "share of " + key + " whose truth lies in the central interval of " + Arrays.toString(LEVELS)
                        + " of the draws. " + CAVEAT));
        findings.add(Finding.info(
                key + "-highest-density-coverage",
                Value.of(Arrays.stream(LEVELS)
                        .map(standing::highestDensityCoverage)
                        .toArray()),
                "1",
                "share of " + key + " whose truth lies in the smallest region that holds " + Arrays.toString(LEVELS)
                        + " of the draws, by the density of nearest neighbours. " + CAVEAT));
        double error = standing.rootMeanSquare(Placement::error);
        if (error > 0) {
            findings.add(Finding.info(
                    key + "-spread-over-error",
                    Value.of(standing.rootMeanSquare(Placement::deviation) / error),
                    "1",
                    "rms standard deviation over rms error of the mean, over all " + key));
        }
        standing.contraction()
                .ifPresent(contraction -> findings.add(Finding.info(
                                key + "-contraction",
                                Value.of(contraction),
                                "1",
                                "median over " + key
                                        + " of 1 − variance of the draws / variance of the prior: 0 where the data said nothing, 1 where they said all")
                        .from("Schad, Betancourt & Vasishth (2021)")));
        findings.add(Finding.info(
                        key + "-crps",
                        Value.of(standing.score()),
                        unit,
                        "mean continuous ranked probability score over " + key
                                + "; compare it between samplers on the same data, lower is better"
                                + (standing.priorScore().isPresent()
                                        ? "; of draws of the prior "
                                                + String.format(
                                                        Locale.ROOT,
                                                        "%.3g",
                                                        standing.priorScore().getAsDouble())
                                        : ""))
                .from("Gneiting & Raftery (2007); Ferro (2014)"));
        findings.add(Finding.info(
                        key + "-energy-score",
                        Value.of(standing.energy()),
                        unit,
                        "energy score of all " + key + " together; lower is better")
                .from("Gneiting & Raftery (2007)"));
    }

    private Finding uniformity(Standing standing, UniformBand band) {
        return Finding.info(
                        standing.key() + "-uniformity",
                        Value.of(band.probability(standing.ranks())),
                        "1",
                        "share of sets of " + standing.placements().size()
                                + " independent uniform ranks whose distribution strays as far; "
                                + standing.key()
                                + " depend on each other, so that a small share happens more often than it says. "
                                + CAVEAT)
                .from("Säilynoja, Bürkner & Vehtari (2022)");
    }

    private static Panel ranks(Standing standing, UniformBand band) {
        double[] points = band.points();
        return new Panel(
                standing.key(),
                Scale.linear("share of draws below the truth", "1").between(0, 1),
                Scale.linear("share of quantities, less that", "1"),
                List.of(
                        new Band("95 %", Role.EXACT, points, band.lower(), band.upper()),
                        new Line("", Role.APPROXIMATE, points, band.differences(standing.ranks()))));
    }

    private Figure scores() {
        return new Figure(
                "z-scores",
                "Error against contraction",
                "Each point is a quantity: how far the mean is from the truth in standard deviations, against how much of the prior's variance the data have removed (against the order of quantities where the prior's is not known). "
                        + "Most points should lie between −2 and 2. Far out at the right: too sure. At the left: the data said nothing.",
                standings.stream().map(TruthEvidence::scores).toList());
    }

    private static Panel scores(Standing standing) {
        boolean isKnown = standing.contraction().isPresent();
        int[] finite = IntStream.range(0, standing.placements().size())
                .filter(i -> Double.isFinite(standing.placements().get(i).zScore()))
                .filter(i ->
                        !isKnown || standing.placements().get(i).contraction().isPresent())
                .toArray();
        return new Panel(
                standing.key(),
                Scale.linear(isKnown ? "contraction" : "quantity", "1"),
                Scale.linear("(mean − truth) / standard deviation", "1"),
                List.of(
                        new Points(
                                "",
                                Role.APPROXIMATE,
                                Arrays.stream(finite)
                                        .mapToDouble(i -> isKnown
                                                ? standing.placements()
                                                        .get(i)
                                                        .contraction()
                                                        .orElseThrow()
                                                : i)
                                        .toArray(),
                                Arrays.stream(finite)
                                        .mapToDouble(i ->
                                                standing.placements().get(i).zScore())
                                        .toArray()),
                        new Rule("", Role.EXACT, false, -2),
                        new Rule("", Role.EXACT, false, 2)));
    }
}
