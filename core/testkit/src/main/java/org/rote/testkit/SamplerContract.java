package org.rote.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rote.spi.Atoms;
import org.rote.spi.Chain;
import org.rote.spi.Components;
import org.rote.spi.Distribution;
import org.rote.spi.Draws;
import org.rote.spi.Sampler;

/**
 * What every {@link Sampler} that draws must do, besides what {@link ChainContract} asks. Checked: means and covariances within five standard errors, which are estimated from batches so that correlated draws
 * count for what they are worth; another seed gives other draws; a closed form that the chain claims to have has the moments of the posterior.
 */
public abstract class SamplerContract extends ChainContract {

    private static final int BATCHES = 40;
    // Small dense algebra in double precision.
    private static final double CLOSED_FORM = 1e-9;

    /** For subclasses. */
    protected SamplerContract() {}

    /**
     * What to sample. Override it for a sampler that none of the usual ones suits.
     *
     * @return posteriors with known moments
     */
    @Override
    protected List<KnownPosterior> posteriors() {
        return KnownPosterior.all();
    }

    /**
     * How many draws to compare.
     *
     * @return 4 000, or fewer for a slow sampler
     */
    @Override
    protected int draws() {
        return 4000;
    }

    /**
     * How many draws to pass over first.
     *
     * @return none, or as many as a chain needs to forget where it began
     */
    protected int burnIn() {
        return 0;
    }

    /**
     * How far the sampler's own mean and covariance may be from the posterior's, in its standard deviations and variances, besides Monte-Carlo error.
     *
     * @return none, or what the method is known to be off by
     */
    protected double bias() {
        return 0;
    }

    @Test
    void drawsHaveTheMeanAndTheCovarianceOfThePosterior() {
        for (KnownPosterior known : sampled()) {
            verifyMoments(known, collect(known));
        }
    }

    @Test
    void closedFormHasTheMeanAndTheVariancesOfThePosterior() {
        for (KnownPosterior known : sampled()) {
            try (Chain chain = start(known, context())) {
                chain.solution().ifPresent(solution -> verifySolution(known, solution));
            }
        }
    }

    @Test
    void anotherSeedGivesOtherDraws() {
        boolean differs = sampled().stream()
                .anyMatch(known -> !Arrays.equals(
                        bits(pieces(known, context())),
                        bits(pieces(known, context().withSeed(seed() + 1)))));
        compare.holds(differs, "another seed gives the same draws of every posterior");
    }

    private void verifyMoments(KnownPosterior known, List<double[]> draws) {
        int size = known.mean().length;
        for (int i = 0; i < size; i++) {
            int row = i;
            double deviation = Math.sqrt(known.covariance()[i][i]);
            verifyAverage(
                    known.name() + ": mean of unknown " + i,
                    known.mean()[i],
                    draws.stream().mapToDouble(x -> x[row]).toArray(),
                    bias() * deviation);
            for (int j = 0; j <= i; j++) {
                int column = j;
                verifyAverage(
                        known.name() + ": covariance of unknowns " + i + " and " + j,
                        known.covariance()[i][j],
                        draws.stream()
                                .mapToDouble(x -> (x[row] - known.mean()[row]) * (x[column] - known.mean()[column]))
                                .toArray(),
                        bias() * deviation * Math.sqrt(known.covariance()[j][j]));
            }
        }
    }

    /** Splits a trace into batches, whose means are nearly independent even where draws are not. */
    private void verifyAverage(String what, double expected, double[] trace, double bias) {
        int length = trace.length / BATCHES;
        Average batches = new Average();
        for (int b = 0; b < BATCHES; b++) {
            batches.add(
                    Arrays.stream(trace, b * length, (b + 1) * length).average().orElseThrow());
        }
        batches.verify(what + ", batches of " + length, expected, bias + CLOSED_FORM, compare);
    }

    private void verifySolution(KnownPosterior known, Distribution solution) {
        int size = known.mean().length;
        compare.holds(
                solution.space().size() == size,
                known.name() + ": the closed form has " + solution.space().size() + " unknowns");
        boolean hasMoments = solution.capability(Components.class).isPresent()
                || solution.capability(Atoms.class).isPresent();
        if (!hasMoments) {
            return;
        }
        PriorSamples moments = new PriorSamples(solution);
        double deviation = Math.sqrt(IntStream.range(0, size)
                .mapToDouble(i -> known.covariance()[i][i])
                .sum());
        compare.close(
                known.name() + ": mean of the closed form",
                known.mean(),
                moments.mean(),
                CLOSED_FORM + bias(),
                deviation);
        for (int i = 0; i < size; i++) {
            double[] unit = new double[size];
            unit[i] = 1;
            compare.close(
                    known.name() + ": variance of unknown " + i + " in the closed form",
                    known.covariance()[i][i],
                    moments.variance(unit),
                    (CLOSED_FORM + bias()) * deviation * deviation);
        }
    }

    private List<double[]> collect(KnownPosterior known) {
        int size = known.mean().length;
        int wanted = burnIn() + draws();
        List<double[]> all = new ArrayList<>();
        try (Chain chain = start(known, new TestSamplerContext(wanted).withSeed(seed()))) {
            for (int piece = 0; piece < MOST_PIECES && all.size() < wanted; piece++) {
                Draws draws = chain.advance(wanted - all.size()).orElse(new Draws(0, new double[0]));
                for (int k = 0; k < draws.count(); k++) {
                    all.add(Arrays.copyOfRange(draws.values(), k * size, (k + 1) * size));
                }
            }
        }
        compare.holds(
                all.size() == wanted,
                known.name() + ": gave " + all.size() + " of " + wanted + " draws in " + MOST_PIECES
                        + " pieces of work");
        return all.subList(burnIn(), wanted);
    }
}
