package org.rote.plugins.diagnostic.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.rote.spi.Case;
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
import org.rote.spi.Severity;
import org.rote.spi.Value;

/** What the mixing of all quantities says of the chains. */
final class ConvergenceEvidence {

    /** Vehtari et al. (2021), section 4. */
    private static final double LARGEST_REDUCTION = 1.01;

    /** Vehtari et al. (2021), section 4: below it these numbers are not reliable themselves. */
    private static final double LEAST_EFFECTIVE = 400;

    /** Of few independent draws, the smallest estimate over hundreds of quantities is well below their number, of the tail a quarter of it. */
    private static final double LEAST_SHARE = 0.1;

    /** How often independent draws may be taken for an unmixed chain. */
    private static final double FALSE_ALARMS = 0.01;

    private static final String SOURCE = "Vehtari, Gelman, Simpson, Carpenter & Bürkner (2021)";

    private final Case subject;
    private final Quantities quantities;
    private final List<Mixing> mixings;
    private final int[][] sequences;
    private final boolean areAlone;

    /**
     * Evidence.
     *
     * @param subject for arrays
     * @param quantities what was looked at
     * @param mixings of each
     * @param sequences which draws belong to which half of a chain
     * @param areAlone whether every draw is a chain of its own
     */
    ConvergenceEvidence(
            Case subject, Quantities quantities, List<Mixing> mixings, int[][] sequences, boolean areAlone) {
        this.subject = subject;
        this.quantities = quantities;
        this.mixings = mixings;
        this.sequences = sequences;
        this.areAlone = areAlone;
    }

    Conclusion conclusion(List<double[]> rows) {
        keep("r-hat", Mixing::rHat);
        keep("bulk-ess", Mixing::bulk);
        keep("tail-ess", Mixing::tail);
        keep("mcse", Mixing::standardError);
        int worst = worst(Mixing::rHat);
        return new Conclusion(
                List.of(reduction(worst), effective("bulk", Mixing::bulk), effective("tail", Mixing::tail), error()),
                List.of(overview(), traces(rows, worst)));
    }

    private void keep(String name, ToDoubleFunction<Mixing> of) {
        subject.sink().array(name, new int[] {mixings.size()}, all(of));
    }

    private double[] all(ToDoubleFunction<Mixing> of) {
        return mixings.stream().mapToDouble(of).toArray();
    }

    private int worst(ToDoubleFunction<Mixing> of) {
        return IntStream.range(0, mixings.size())
                .boxed()
                .max(Comparator.comparingDouble(q -> of.applyAsDouble(mixings.get(q))))
                .orElseThrow();
    }

    private int draws() {
        return sequences.length * sequences[0].length;
    }

    /** For which draws this is asked at all. */
    private String independence() {
        return areAlone
                ? "Every draw is a chain of its own, so draws are independent and need no convergence; this only checks that they show none"
                : "Samplers that draw independently need none of this; chains do";
    }

    private Finding reduction(int worst) {
        double value = mixings.get(worst).rHat();
        double threshold = Math.max(LARGEST_REDUCTION, chance());
        return new Finding(
                "r-hat",
                Value.of(value),
                "1",
                OptionalDouble.of(threshold),
                value <= threshold ? Severity.INFO : Severity.WARNING,
                "the largest rank-normalised split R-hat of " + mixings.size() + " quantities, that of the "
                        + quantities.name(worst) + ", over " + sequences.length
                        + " halves of chains; near 1 they agree, above the threshold the chain has not mixed: run it longer, or start it elsewhere. "
                        + independence(),
                SOURCE);
    }

    /**
     * What the largest R̂ of independent draws stays below: n (R̂² − 1) + 1 is about a χ² variable over its m − 1 degrees of freedom, and two are taken of each quantity. The quantile after Wilson &amp; Hilferty (1931).
     */
    private double chance() {
        double freedom = sequences.length - 1;
        double score = NormalQuantile.of(1 - FALSE_ALARMS / (2 * mixings.size()));
        double root = 1 - 2 / (9 * freedom) + score * Math.sqrt(2 / (9 * freedom));
        return Math.sqrt(1 + (root * root * root - 1) / sequences[0].length);
    }

    private Finding effective(String which, ToDoubleFunction<Mixing> of) {
        int worst = worst(mixing -> -of.applyAsDouble(mixing));
        double value = of.applyAsDouble(mixings.get(worst));
        double threshold = Math.min(LEAST_EFFECTIVE, LEAST_SHARE * draws());
        return new Finding(
                which + "-ess",
                Value.of(value),
                "1",
                OptionalDouble.of(threshold),
                value >= threshold ? Severity.INFO : Severity.WARNING,
                "the smallest effective sample size of the " + which + " of the distribution, that of the "
                        + quantities.name(worst) + ": the " + draws()
                        + " draws tell as much as so many independent ones"
                        + (value >= threshold
                                ? ""
                                : ", too few for quantiles and for this diagnostic itself: draw more"),
                SOURCE);
    }

    private Finding error() {
        ToDoubleFunction<Mixing> ratio =
                mixing -> mixing.deviation() > 0 ? mixing.standardError() / mixing.deviation() : 0;
        int worst = worst(ratio);
        return Finding.info(
                        "mcse-over-deviation",
                        Value.of(ratio.applyAsDouble(mixings.get(worst))),
                        "1",
                        "Monte Carlo standard error of the mean over the standard deviation, the largest, that of the "
                                + quantities.name(worst))
                .from(SOURCE);
    }

    private Figure overview() {
        return new Figure(
                "convergence",
                "Convergence of the chains",
                "Left, rank-normalised split R-hat; right, effective sample sizes; for "
                        + mixings.size()
                        + " quantities of the draws, coordinates first, then values and functionals of the model.",
                List.of(
                        new Panel(
                                "",
                                Scale.linear("quantity", "1"),
                                Scale.linear("R-hat", "1"),
                                List.of(
                                        points("", Role.APPROXIMATE, Mixing::rHat),
                                        new Rule("threshold", Role.EXACT, false, LARGEST_REDUCTION))),
                        new Panel(
                                "",
                                Scale.linear("quantity", "1"),
                                Scale.logarithmic("effective sample size", "1"),
                                List.of(
                                        points("bulk", Role.SERIES, Mixing::bulk),
                                        points("tail", Role.SERIES, Mixing::tail),
                                        new Rule("threshold", Role.EXACT, false, LEAST_EFFECTIVE)))));
    }

    private Points points(String label, Role role, ToDoubleFunction<Mixing> of) {
        int[] finite = IntStream.range(0, mixings.size())
                .filter(q -> Double.isFinite(of.applyAsDouble(mixings.get(q))))
                .toArray();
        return new Points(
                label,
                role,
                Arrays.stream(finite).asDoubleStream().toArray(),
                Arrays.stream(finite)
                        .mapToDouble(q -> of.applyAsDouble(mixings.get(q)))
                        .toArray());
    }

    private Figure traces(List<double[]> rows, int worst) {
        double[] column = Quantities.column(rows, worst);
        List<Layer> layers = new ArrayList<>();
        for (int s = 0; s < sequences.length; s += 2) {
            int[] first = sequences[s];
            int[] second = sequences[s + 1];
            int[] chain = IntStream.concat(Arrays.stream(first), Arrays.stream(second))
                    .toArray();
            layers.add(new Line(
                    sequences.length > 2 ? "chain " + (s / 2 + 1) : "",
                    Role.SERIES,
                    IntStream.range(0, chain.length).asDoubleStream().toArray(),
                    Arrays.stream(chain).mapToDouble(k -> column[k]).toArray()));
        }
        return new Figure(
                "trace",
                "The quantity that has mixed worst",
                "The " + quantities.name(worst)
                        + " along each chain. A chain that has mixed has no trend, and covers all it covers in either half.",
                List.of(new Panel("", Scale.linear("draw", "1"), Scale.linear(quantities.name(worst), "1"), layers)));
    }
}
