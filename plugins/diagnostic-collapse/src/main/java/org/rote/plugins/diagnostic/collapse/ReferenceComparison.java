package org.rote.plugins.diagnostic.collapse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.rote.numerics.Derivations;
import org.rote.numerics.Weights;
import org.rote.spi.Case;
import org.rote.spi.Diagnostic.Conclusion;
import org.rote.spi.Diagnostic.Examination;
import org.rote.spi.Distribution;
import org.rote.spi.Drawable;
import org.rote.spi.Draws;
import org.rote.spi.Figure;
import org.rote.spi.Figure.Bars;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Role;
import org.rote.spi.Figure.Scale;
import org.rote.spi.Finding;
import org.rote.spi.Value;

/** The draws of one case held against a closed form. */
final class ReferenceComparison implements Examination {

    /** A tenth of the mass in the wrong place, beyond what chance does, makes a tenth of what is concluded wrong. */
    private static final double MISPLACED = 0.1;

    /** A reference whose spread is a smaller share of the prior's is one model. */
    private static final double SINGLE = 1e-3;

    private static final int SHOWN_MODES = 12;

    /** Modes with less than this, both exactly and in the draws, are no bars. */
    private static final double LEAST_SHOWN = 1e-3;

    /** Doubles of reference draws at once. */
    private static final int BATCH_DOUBLES = 1 << 20;

    private final Case subject;
    private final String reference;
    private final Distribution solution;
    private final ReferenceModes modes;
    private final Projections projections;
    private final Projections.Shadow shadow;
    private final Spread spread;
    private final double[] shares;
    private final int size;
    private int count;

    ReferenceComparison(Case subject, String reference, Distribution solution) {
        this.subject = subject;
        this.reference = reference;
        this.solution = solution;
        this.modes = ReferenceModes.of(solution).orElseThrow();
        this.size = solution.space().size();
        this.projections = new Projections(size, subject.random("directions", 0), subject.executor());
        this.shadow = projections.shadow();
        this.spread = new Spread(size);
        this.shares = new double[modes.weights().count()];
    }

    @Override
    public void accept(Draws draws) {
        double[] values = draws.values();
        List<double[]> belonging = subject.executor()
                .map(draws.count(), k -> modes.shares(Arrays.copyOfRange(values, k * size, (k + 1) * size)));
        for (double[] each : belonging) {
            Arrays.setAll(shares, n -> shares[n] + each[n]);
        }
        shadow.accept(values);
        spread.accept(values);
        count += draws.count();
    }

    @Override
    public Conclusion conclude() {
        if (count == 0) {
            return new Conclusion(List.of(), List.of());
        }
        double[] found = Arrays.stream(shares).map(share -> share / count).toArray();
        subject.sink().array("mode-weights", new int[] {found.length}, found);
        subject.sink()
                .array(
                        "reference-mode-weights",
                        new int[] {found.length},
                        modes.weights().toArray());
        List<Finding> findings = new ArrayList<>(modeFindings(found));
        Derivations.of(solution, subject.executor())
                .capability(Drawable.class)
                .ifPresent(drawable -> addDistances(findings, drawable));
        return new Conclusion(findings, List.of(figure(found)));
    }

    private List<Finding> modeFindings(double[] found) {
        Weights exact = modes.weights();
        double variation = IntStream.range(0, found.length)
                .mapToDouble(n -> 0.5 * Math.abs(found[n] - exact.at(n)))
                .sum();
        double floor = MonteCarloFloor.expected(exact, count);
        return List.of(
                Finding.atMost(
                        "mode-weight-error",
                        variation,
                        "1",
                        MISPLACED + floor,
                        "total variation between the weights of the modes in the draws and in \"" + reference
                                + "\"; an exact sampler shows about the floor, above the threshold a tenth of the mass more than"
                                + " chance explains is at the wrong models"),
                Finding.info(
                                "mode-weight-floor",
                                Value.of(floor),
                                "1",
                                "mode-weight-error to expect of " + count + " exact independent draws")
                        .from("Diaconis & Zabell (1991), De Moivre's mean absolute deviation"));
    }

    private void addDistances(List<Finding> findings, Drawable drawable) {
        Spread drawnSpread = new Spread(size);
        Projections.Shadow first = drawn(drawable, "first", drawnSpread);
        Projections.Shadow second = drawn(drawable, "second", new Spread(size));
        double exact = modes.spread().orElse(drawnSpread.rms());
        double prior = priorSpread();
        boolean single = exact <= SINGLE * prior;
        double length = single ? prior : exact;
        if (length > 0) {
            String name = single ? "the prior, as the reference is a single model" : "the reference";
            findings.add(Finding.info(
                            "sliced-wasserstein",
                            Value.of(shadow.distance(first) / length),
                            "1",
                            "sliced 2-Wasserstein distance to as many draws of \"" + reference
                                    + "\", over the standard deviation of " + name
                                    + "; an exact sampler shows about the null")
                    .from("Bonneel et al. (2015), with " + Projections.DIRECTIONS + " random directions"));
            findings.add(Finding.info(
                    "sliced-wasserstein-null",
                    Value.of(first.distance(second) / length),
                    "1",
                    "the same between two independent sets of draws of the reference"));
        }
        if (!single && exact > 0 && count > 1) {
            findings.add(Finding.info(
                    "spread-over-reference",
                    Value.of(spread.rms() / exact),
                    "1",
                    "rms standard deviation of the draws over that of the reference; below 1 the sampler is too sure, above 1 not"
                            + " sure enough"));
        }
    }

    /** The standard deviation of as many draws of the prior; zero where it cannot be drawn from. */
    private double priorSpread() {
        Spread prior = new Spread(size);
        Derivations.of(subject.posterior().prior(), subject.executor())
                .capability(Drawable.class)
                .ifPresent(drawable -> drawn(drawable, "prior", prior));
        return prior.rms();
    }

    private Projections.Shadow drawn(Drawable drawable, String task, Spread moments) {
        Projections.Shadow drawn = projections.shadow();
        int batch = Math.max(1, BATCH_DOUBLES / size);
        for (int from = 0; from < count; from += batch) {
            int first = from;
            double[] values = new double[Math.min(batch, count - from) * size];
            subject.executor().forEach(values.length / size, k -> {
                double[] draw = new double[size];
                drawable.draw(subject.random(task, first + k), draw);
                System.arraycopy(draw, 0, values, k * size, size);
            });
            drawn.accept(values);
            moments.accept(values);
            subject.progress().report("drawing from the reference", Math.min(from + batch, count), count);
        }
        return drawn;
    }

    private Figure figure(double[] found) {
        Weights exact = modes.weights();
        int[] shown = IntStream.range(0, found.length)
                .filter(n -> Math.max(exact.at(n), found[n]) >= LEAST_SHOWN)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer n) -> -Math.max(exact.at(n), found[n])))
                .limit(SHOWN_MODES)
                .sorted(Comparator.comparingDouble((Integer n) -> -exact.at(n)))
                .mapToInt(Integer::intValue)
                .toArray();
        List<String> names =
                Arrays.stream(shown).mapToObj(n -> Integer.toString(n + 1)).toList();
        String which = shown.length < found.length
                ? "The " + shown.length + " modes of " + found.length + " that have most of either"
                : "All modes";
        return new Figure(
                "mode-weights",
                "Mode weights beside the reference",
                which + ", heaviest of the reference first: the weight it gives them in closed form, and what the "
                        + count + " draws give them. A mode without draws was missed.",
                List.of(new Panel(
                        "",
                        Scale.linear("model", "1"),
                        Scale.linear("weight", "1").between(0, 1),
                        List.of(
                                new Bars(
                                        "reference",
                                        Role.EXACT,
                                        names,
                                        Arrays.stream(shown)
                                                .mapToDouble(exact::at)
                                                .toArray()),
                                new Bars(
                                        "draws",
                                        Role.APPROXIMATE,
                                        names,
                                        Arrays.stream(shown)
                                                .mapToDouble(n -> found[n])
                                                .toArray())))));
    }
}
