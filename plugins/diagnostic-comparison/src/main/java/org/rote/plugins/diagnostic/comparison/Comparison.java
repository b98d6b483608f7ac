package org.rote.plugins.diagnostic.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rote.numerics.Vectors;
import org.rote.spi.Atoms;
import org.rote.spi.Case;
import org.rote.spi.Diagnostic.Conclusion;
import org.rote.spi.Diagnostic.Examination;
import org.rote.spi.Distribution;
import org.rote.spi.Draws;
import org.rote.spi.Figure;
import org.rote.spi.Finding;
import org.rote.spi.Prior;
import org.rote.spi.TrainingSet;
import org.rote.spi.Value;

/**
 * Draws held against a closed form.
 *
 * <p>Cost for K draws of d numbers and N modes: K N distances (atoms) or solves (components), and nine sets of K reference draws with 128 products of length d each; spread over the executor. Draws
 * are not kept: memory is 128 directions of d numbers, 128 products for each of at most 16 384 draws (of more, evenly spaced ones are compared), three times, and N numbers for each draw at work.
 */
final class Comparison implements Examination {

    private static final int MOST_COMPARED = 1 << 14;

    /** Draws handled by one task. */
    private static final int BLOCK = 32;

    /** A reference that spreads less, in parts of the training models' spread, is one model: rounding is all that is left. */
    private static final double ONE_MODEL = 1e-6;

    private final Case subject;
    private final String reference;
    private final Distribution closedForm;
    private final Modes modes;
    private final SlicedWasserstein slices;
    private final Thinned projected = new Thinned(MOST_COMPARED);
    private final Spread spread;
    private final double[] shares;

    /** Compares with the closed form that the sampler called {@code reference} has. */
    Comparison(Case subject, String reference, Distribution closedForm) {
        int size = closedForm.space().size();
        this.subject = subject;
        this.reference = reference;
        this.closedForm = closedForm;
        this.modes = Modes.of(closedForm);
        this.slices = SlicedWasserstein.along(size, subject);
        this.spread = new Spread(size);
        this.shares = new double[modes.weights().count()];
    }

    private record Block(double[] shares, Spread spread) {}

    @Override
    public void accept(Draws draws) {
        int size = spread.size();
        int blocks = (draws.count() + BLOCK - 1) / BLOCK;
        List<Block> blockwise = subject.executor().map(blocks, block -> {
            double[][] some = new double[Math.min(BLOCK, draws.count() - block * BLOCK)][];
            Arrays.setAll(some, k -> draw(draws, block * BLOCK + k));
            Spread seen = new Spread(size);
            for (double[] draw : some) {
                seen.accept(draw);
            }
            return new Block(modes.shares(some, size), seen);
        });
        for (Block block : blockwise) {
            Vectors.add(shares, block.shares());
            spread.accept(block.spread());
        }
        projected.accept(draws.count(), k -> slices.project(draw(draws, k)), subject.executor());
    }

    private double[] draw(Draws draws, int k) {
        return Arrays.copyOfRange(draws.values(), k * spread.size(), (k + 1) * spread.size());
    }

    @Override
    public Conclusion conclude() {
        if (spread.count() == 0) {
            return new Conclusion(List.of(), List.of());
        }
        Vectors.scale(shares, 1.0 / spread.count());
        subject.sink().array("mode-weights", new int[] {shares.length}, shares.clone());
        List<Finding> findings = new ArrayList<>();
        addModes(findings);
        ReferenceSets sets = ReferenceSets.compare(subject, closedForm, slices, projected.kept());
        Yardstick yardstick = yardstick(sets);
        addDistance(findings, sets, yardstick);
        if (spread.count() > 1) {
            findings.add(yardstick.compared(spread.value(), reference));
        }
        String sampler = subject.parts().getOrDefault("sampler", subject.name());
        Figure figure = ModeChart.of(shares.clone(), modes.weights(), sampler, reference);
        return new Conclusion(findings, List.of(figure));
    }

    private void addModes(List<Finding> findings) {
        int draws = Math.toIntExact(spread.count());
        findings.add(
                Finding.atMost(
                                "mode-weight-error",
                                ModeWeights.totalVariation(shares, modes.weights()),
                                "1",
                                ModeWeights.threshold(modes.weights(), draws),
                                "total variation between the shares of the draws in the modes of \"" + reference
                                        + "\" and its weights: the share of draws in a wrong mode; above the threshold chance does not"
                                        + " explain it")
                        .from(
                                "expectation: De Moivre (1730), Diaconis & Zabell (1991), eq. 1.1; variance: Efron & Stein (1981)"));
        findings.add(Finding.info(
                "mode-weight-floor",
                Value.of(ModeWeights.floor(modes.weights(), draws)),
                "1",
                "what " + draws + " independent exact draws would be expected to have"));
    }

    private void addDistance(List<Finding> findings, ReferenceSets sets, Yardstick yardstick) {
        double scale = yardstick.length();
        findings.add(Finding.atMost(
                        "sliced-wasserstein",
                        sets.distance() / scale,
                        yardstick.unit(),
                        sets.threshold(scale) / scale,
                        "sliced Wasserstein-2 distance to as many draws of \"" + reference + "\", in "
                                + yardstick.name()
                                + "; above the threshold it is larger than between sets of exact draws")
                .from("Rabin et al. (2012); Bonneel et al. (2015)"));
        findings.add(Finding.info(
                "sliced-wasserstein-null",
                Value.of(sets.nullDistance() / scale),
                yardstick.unit(),
                "the same between independent sets of draws of \"" + reference + "\", a mean over eight"));
    }

    /** What distances are measured in: the spread of the reference, of the training models where the reference is one of them, or nothing. */
    private record Yardstick(double length, String unit, String name, boolean ofReference) {

        /** The spread of the draws. */
        Finding compared(double spread, String reference) {
            if (ofReference) {
                return Finding.info(
                        "spread-over-reference",
                        Value.of(spread / length),
                        unit,
                        "rms standard deviation of the draws over that of \"" + reference
                                + "\"; below 1 the draws are overconfident, above 1 too wide");
            }
            return Finding.info(
                    "spread-beside-one-model",
                    Value.of(spread / length),
                    unit,
                    "rms standard deviation of the draws, in " + name + "; \"" + reference
                            + "\" is a single model, so 0 would be right");
        }
    }

    private Yardstick yardstick(ReferenceSets sets) {
        int size = spread.size();
        double own = closedForm
                .capability(Atoms.class)
                .map(atoms -> Spread.of(atoms, size))
                .orElseGet(sets::spread);
        double training = examples().map(atoms -> Spread.of(atoms, size)).orElse(0.0);
        if (own > ONE_MODEL * training) {
            return new Yardstick(own, "1", "standard deviations (rms) of the reference", true);
        }
        return training > 0
                ? new Yardstick(training, "1", "standard deviations (rms) of the training models", false)
                : new Yardstick(1, closedForm.space().unit(), "units of the model", false);
    }

    private Optional<Atoms> examples() {
        Prior prior = subject.posterior().prior();
        return prior.capability(TrainingSet.class).map(TrainingSet::training).or(() -> prior.capability(Atoms.class));
    }
}
