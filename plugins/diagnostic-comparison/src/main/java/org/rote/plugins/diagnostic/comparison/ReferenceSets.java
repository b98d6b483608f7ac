package org.rote.plugins.diagnostic.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.rote.numerics.Derivations;
import org.rote.spi.Case;
import org.rote.spi.Distribution;
import org.rote.spi.Drawable;

/**
 * Independent sets of exact draws, as many in each as there are of the case: how far the draws are from one of them, how far the others are from it, and the spread of all.
 *
 * <p>If the draws were exact too, their distance would be one more like those of the others. It is called larger when it exceeds their mean by {@link #DEVIATIONS} standard deviations, and a part of the
 * spread that matters to nobody ({@link #NEGLIGIBLE}).
 */
final class ReferenceSets {

    /** Sets besides the first. */
    private static final int OTHERS = 8;

    /** Of eight distances: with Student's t of seven degrees of freedom about one exact case in two hundred exceeds it. */
    private static final double DEVIATIONS = 4;

    /** Distances below a twentieth of a standard deviation change no conclusion. */
    private static final double NEGLIGIBLE = 0.05;

    /** Draws made by one task. */
    private static final int BLOCK = 64;

    private final double[] nulls = new double[OTHERS];
    private final double distance;
    private final Spread spread;

    private ReferenceSets(Case subject, Distribution closedForm, SlicedWasserstein slices, double[][] projected) {
        Drawable drawable = Derivations.of(closedForm, subject.executor())
                .capability(Drawable.class)
                .orElseThrow();
        spread = new Spread(closedForm.space().size());
        double[][] first = drawn(subject, drawable, slices, 0, projected.length);
        distance = SlicedWasserstein.between(first, slices.sorted(projected, subject.executor()));
        for (int other = 1; other <= OTHERS; other++) {
            subject.progress().report("drawing sets of the reference", other, OTHERS);
            double[][] set = drawn(subject, drawable, slices, other, projected.length);
            nulls[other - 1] = SlicedWasserstein.between(first, set);
        }
    }

    /** Compares projected draws with sets of as many. */
    static ReferenceSets compare(
            Case subject, Distribution closedForm, SlicedWasserstein slices, double[][] projected) {
        return new ReferenceSets(subject, closedForm, slices, projected);
    }

    private record Block(double[][] projected, Spread spread) {}

    private double[][] drawn(Case subject, Drawable drawable, SlicedWasserstein slices, int set, int count) {
        int blocks = (count + BLOCK - 1) / BLOCK;
        List<Block> made = subject.executor().map(blocks, block -> {
            RandomGenerator random = subject.random("against-reference-set-" + set, block);
            double[][] projected = new double[Math.min(BLOCK, count - block * BLOCK)][];
            double[] draw = new double[spread.size()];
            Spread seen = new Spread(draw.length);
            for (int k = 0; k < projected.length; k++) {
                drawable.draw(random, draw);
                seen.accept(draw);
                projected[k] = slices.project(draw);
            }
            return new Block(projected, seen);
        });
        made.forEach(block -> spread.accept(block.spread()));
        double[][] all =
                made.stream().flatMap(block -> Arrays.stream(block.projected())).toArray(double[][]::new);
        return slices.sorted(all, subject.executor());
    }

    /** From the draws of the case to the first set, in units of the space. */
    double distance() {
        return distance;
    }

    /** Mean distance from the other sets to the first. */
    double nullDistance() {
        return Arrays.stream(nulls).average().orElseThrow();
    }

    /** Where worry begins, if distances are measured in a scale. */
    double threshold(double scale) {
        double mean = nullDistance();
        double squares = Arrays.stream(nulls).map(d -> (d - mean) * (d - mean)).sum();
        double beyondChance = mean + DEVIATIONS * Math.sqrt(squares / (OTHERS - 1));
        return Math.max(beyondChance, NEGLIGIBLE * scale);
    }

    /** The root-mean-square standard deviation of all sets together. */
    double spread() {
        return spread.value();
    }
}
