package org.rote.plugins.diagnostic.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.rote.spi.Diagnostic.Conclusion;
import org.rote.spi.Figure;
import org.rote.spi.Figure.Layer;
import org.rote.spi.Figure.Line;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Points;
import org.rote.spi.Figure.Role;
import org.rote.spi.Figure.Rule;
import org.rote.spi.Figure.Scale;
import org.rote.spi.Finding;
import org.rote.spi.Value;

/** What the spread at several noise levels says of a sampler. */
final class ResponseEvidence {

    /** Standard errors that one exponent in 100 is beyond by chance. */
    private static final double ERRORS = 2.58;

    /** What an exponent may be off beyond chance: a tenth of the response of a posterior that the data alone decide. */
    private static final double TOLERANCE = 0.1;

    /** Draws that explain the data to within the noise predict data that scatter by no more than it; of 50 draws of one number one study in 100 finds so much more. */
    private static final double LARGEST_PREDICTED = 1.3;

    private final List<NoiseLevel> levels;
    private final SpreadDigest.Units units;

    ResponseEvidence(List<NoiseLevel> levels, SpreadDigest.Units units) {
        this.levels = levels;
        this.units = units;
    }

    Conclusion conclusion() {
        List<Finding> findings = new ArrayList<>();
        double exponent = exponent(level -> OptionalDouble.of(level.spread())).orElseThrow();
        OptionalDouble exact = exponent(NoiseLevel::exact);
        exact.ifPresent(right -> findings.add(error(exponent, right)));
        findings.add(Finding.info(
                "exponent",
                Value.of(exponent),
                "1",
                "d log spread / d log γ from γ = " + shown(levels.get(0).noise()) + " to "
                        + shown(levels.get(levels.size() - 1).noise())
                        + ": 1 where the data alone decide how wide draws are, 0 where γ has no say"
                        + (exact.isEmpty()
                                ? ". What it should be is not known here: give the study a case with a closed form on the same posterior"
                                : "")));
        exact.ifPresent(right -> findings.add(Finding.info(
                "exact-exponent", Value.of(right), "1", "the same of the posterior itself, from its closed form")));
        levels.get(0)
                .predicted()
                .ifPresent(
                        predicted -> findings.add(
                                Finding.atMost(
                                        "predicted-spread",
                                        predicted,
                                        "1",
                                        LARGEST_PREDICTED,
                                        "at the least noise: standard deviation over the draws of the data they predict, over γ, root mean square over the data. Of a linear and Gaussian posterior at most √(min(d, m)/m) for d unknowns and m data, but for chance; above the threshold draws differ more in the data they predict than the noise allows, so that most of them cannot explain the data")));
        return new Conclusion(findings, List.of(figure()));
    }

    private Finding error(double exponent, double right) {
        double threshold = TOLERANCE + ERRORS * standardError();
        return Finding.atMost(
                "exponent-error",
                Math.abs(exponent - right),
                "1",
                threshold,
                "how far the response of the spread to γ is from that of the posterior itself, " + shown(exponent)
                        + " against "
                        + shown(right)
                        + ". Above the threshold the draws are not of the posterior: their width does not come from the data. By chance alone in fewer than one of 100 studies with a right sampler");
    }

    /** Least squares in logarithms, each noise level alike. */
    private OptionalDouble exponent(Function<NoiseLevel, OptionalDouble> spread) {
        double[] x = logarithms();
        double sum = 0;
        double squares = 0;
        for (int k = 0; k < x.length; k++) {
            OptionalDouble y = spread.apply(levels.get(k));
            if (y.isEmpty()) {
                return OptionalDouble.empty();
            }
            sum += x[k] * Math.log(y.getAsDouble());
            squares += x[k] * x[k];
        }
        return OptionalDouble.of(sum / squares);
    }

    /** Of the noise levels, less their mean. */
    private double[] logarithms() {
        double[] x =
                levels.stream().mapToDouble(level -> Math.log(level.noise())).toArray();
        double mean = Arrays.stream(x).average().orElseThrow();
        return Arrays.stream(x).map(each -> each - mean).toArray();
    }

    /** As if all unknowns were one: a standard deviation of n draws scatters by a share of 1 / √(2 (n − 1)), a mean over several unknowns by less. */
    private double standardError() {
        double[] x = logarithms();
        double sum = 0;
        double squares = 0;
        for (int k = 0; k < x.length; k++) {
            sum += x[k] * x[k] / (2.0 * (levels.get(k).draws() - 1));
            squares += x[k] * x[k];
        }
        return Math.sqrt(sum) / squares;
    }

    private Figure figure() {
        double[] noises = levels.stream().mapToDouble(NoiseLevel::noise).toArray();
        double[] spreads = levels.stream().mapToDouble(NoiseLevel::spread).toArray();
        List<Layer> layers = new ArrayList<>();
        if (levels.stream().allMatch(level -> level.exact().isPresent())) {
            layers.add(new Line(
                    "posterior",
                    Role.EXACT,
                    noises,
                    levels.stream()
                            .mapToDouble(level -> level.exact().getAsDouble())
                            .toArray()));
        }
        layers.add(new Line("draws", Role.APPROXIMATE, noises, spreads));
        layers.add(new Points("", Role.APPROXIMATE, noises, spreads));
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel(
                "unknowns",
                Scale.logarithmic("noise level γ", units.noise()),
                Scale.logarithmic("spread", units.spread()),
                layers));
        if (levels.stream().allMatch(level -> level.predicted().isPresent())) {
            double[] predicted = levels.stream()
                    .mapToDouble(level -> level.predicted().getAsDouble())
                    .toArray();
            panels.add(new Panel(
                    "predicted data",
                    Scale.logarithmic("noise level γ", units.noise()),
                    Scale.logarithmic("spread over γ", "1"),
                    List.of(
                            new Rule("as wide as the noise", Role.EXACT, false, 1),
                            new Line("draws", Role.APPROXIMATE, noises, predicted),
                            new Points("", Role.APPROXIMATE, noises, predicted))));
        }
        return new Figure(
                "response",
                "Spread against noise",
                "Standard deviation of the draws against the noise level, root mean square over unknowns and truths, and that of the data they predict over the noise level. A posterior narrows with the noise until the prior alone keeps it wide; what stays as wide whatever the noise is no posterior.",
                panels);
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
