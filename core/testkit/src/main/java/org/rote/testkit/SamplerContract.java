package org.rote.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.rote.spi.Atoms;
import org.rote.spi.Chain;
import org.rote.spi.ChainState;
import org.rote.spi.Components;
import org.rote.spi.Distribution;
import org.rote.spi.Draws;
import org.rote.spi.Likelihood;
import org.rote.spi.Posterior;
import org.rote.spi.Requirements;
import org.rote.spi.Sampler;

/**
 * What every {@link Sampler} must do. It is run on each of {@link #posteriors} that meets its requirements, at least one. Checked: means and covariances within five standard
 * errors, which are estimated from batches so that correlated draws count for what they are worth; never more draws than asked for, all finite; the same seed gives the same
 * bits, with one thread as with two, and another seed others; a chain resumed from the state after any piece of work gives the bits of one that was not interrupted; a
 * posterior that lacks what is required is told in as many sentences as things are missing; a closed form that the chain claims to have has the moments of the posterior;
 * closing twice.
 */
public abstract class SamplerContract extends SeededContract<Sampler> {

    private static final int BATCHES = 40;
    private static final int PIECES = 4;
    private static final int PIECE = 20;
    private static final int MOST_PIECES = 100_000;
    private static final int[] LIMITS = {1, 3, 17};
    // Small dense algebra in double precision.
    private static final double CLOSED_FORM = 1e-9;

    /** For subclasses. */
    protected SamplerContract() {}

    /**
     * Builds the sampler under test. Called once for each test; what is {@link AutoCloseable} is closed after it.
     *
     * @return the sampler
     */
    protected abstract Sampler sampler();

    /**
     * What to sample. Override it for a sampler that none of the usual ones suits.
     *
     * @return posteriors with known moments
     */
    protected List<KnownPosterior> posteriors() {
        return KnownPosterior.all();
    }

    /**
     * How many draws to compare.
     *
     * @return 4 000, or fewer for a slow sampler
     */
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

    @Override
    final Sampler build() {
        return sampler();
    }

    @Test
    void requiresTheSameEachTimeAndSomeKnownPosteriorMeetsIt() {
        compare.holds(subject().requires().equals(subject().requires()), "requires() changes from call to call");
        if (sampled().isEmpty()) {
            fail(
                    "no posterior of posteriors() meets requires(), so nothing would be tested: override posteriors(). They lack "
                            + posteriors().stream()
                                    .map(known -> known.name() + ": "
                                            + subject().requires().unmet(known.posterior()))
                                    .toList());
        }
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
    void givesNoMoreDrawsThanAskedForAndAllFinite() {
        for (KnownPosterior known : sampled()) {
            int size = known.posterior().space().size();
            try (Chain chain = start(known, context())) {
                for (int limit : LIMITS) {
                    Optional<Draws> draws = chain.advance(limit);
                    int count = draws.map(Draws::count).orElse(0);
                    compare.holds(count <= limit, known.name() + ": advance(" + limit + ") gave " + count + " draws");
                    draws.ifPresent(given -> {
                        compare.length("values of " + count + " draws", count * size, given.values());
                        compare.finite(known.name() + ", draws", given.values());
                    });
                }
            }
        }
    }

    @Test
    void tracesHaveTheSameNamesInEveryBatch() {
        for (KnownPosterior known : sampled()) {
            List<Set<String>> names = pieces(known, context()).stream()
                    .filter(draws -> draws.count() > 0)
                    .map(draws -> draws.traces().keySet())
                    .distinct()
                    .toList();
            compare.holds(
                    names.size() <= 1, known.name() + ": traces change their names from batch to batch: " + names);
        }
    }

    @Test
    void sameSeedGivesTheSameBitsWithOneThreadAsWithTwo() {
        for (KnownPosterior known : sampled()) {
            double[] first = bits(pieces(known, context()));
            compare.sameBits(known.name() + ", the same seed again", first, bits(pieces(known, context())));
            compare.sameBits(
                    known.name() + ", with two threads",
                    first,
                    bits(pieces(known, context().withExecutor(new ThreadedExecutor(2)))));
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

    @Test
    void resumesAfterAnyPieceWithTheSameBits() {
        for (KnownPosterior known : sampled()) {
            List<Draws> whole = pieces(known, context());
            for (int done : interruptions(whole.size())) {
                ChainState state = stateAfter(known, done);
                List<Draws> rest = pieces(known, context().resumingFrom(state));
                int common = Math.min(rest.size(), whole.size() - done);
                compare.holds(
                        common == whole.size() - done,
                        known.name() + ": resumed after " + done + " pieces, the chain ends too early");
                compare.sameBits(
                        known.name() + ", resumed after " + done + " pieces",
                        bits(whole.subList(done, whole.size())),
                        bits(rest.subList(0, common)));
            }
        }
    }

    @Test
    void tellsWhatAPosteriorLacks() {
        Requirements requires = subject().requires();
        int demands = requires.prior().size()
                + requires.mapping().size()
                + requires.noise().size();
        Assumptions.assumeTrue(demands > 0, "requires nothing");
        List<String> missing = requires.unmet(bare());
        compare.holds(
                missing.size() >= demands,
                "a posterior that has none of the " + demands + " things required is told to lack " + missing);
        for (String sentence : missing) {
            compare.holds(!sentence.isBlank() && sentence.lines().count() == 1, "no sentence: \"" + sentence + "\"");
        }
    }

    @Test
    void chainClosesTwice() {
        for (KnownPosterior known : sampled()) {
            Chain chain = start(known, context());
            chain.close();
            chain.close();
        }
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

    private List<KnownPosterior> sampled() {
        return posteriors().stream()
                .filter(known -> subject().requires().unmet(known.posterior()).isEmpty())
                .toList();
    }

    private TestSamplerContext context() {
        return new TestSamplerContext(draws()).withSeed(seed());
    }

    private Chain start(KnownPosterior known, TestSamplerContext context) {
        return subject().start(known.posterior(), context);
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

    /** The first pieces of work until there are draws among them, fewer where the chain ends. */
    private List<Draws> pieces(KnownPosterior known, TestSamplerContext context) {
        List<Draws> pieces = new ArrayList<>();
        int draws = 0;
        try (Chain chain = start(known, context)) {
            for (int piece = 0; piece < PIECES || (draws == 0 && piece < MOST_PIECES); piece++) {
                Optional<Draws> next = chain.advance(PIECE);
                if (next.isEmpty()) {
                    break;
                }
                pieces.add(next.get());
                draws += next.get().count();
            }
        }
        return pieces;
    }

    /** After how many of some pieces to interrupt: the first few, half of them, all. */
    private static int[] interruptions(int pieces) {
        return IntStream.concat(IntStream.rangeClosed(0, Math.min(PIECES, pieces)), IntStream.of(pieces / 2, pieces))
                .distinct()
                .toArray();
    }

    /** The state after some pieces; the chain works on afterwards, which must not change it. */
    private ChainState stateAfter(KnownPosterior known, int pieces) {
        try (Chain chain = start(known, context())) {
            for (int piece = 0; piece < pieces; piece++) {
                chain.advance(PIECE);
            }
            ChainState state = chain.state();
            chain.advance(PIECE);
            return state;
        }
    }

    private static double[] bits(List<Draws> pieces) {
        return pieces.stream()
                .flatMap(draws -> Stream.concat(
                        Stream.of(new double[] {draws.count()}, draws.values()), draws.traces().values().stream()))
                .flatMapToDouble(DoubleStream::of)
                .toArray();
    }

    /** A posterior whose parts have nothing that a sampler could ask for. */
    private static Posterior bare() {
        return new Posterior(
                new BareParts.Unknown(), new Likelihood(new BareParts.Bent(), new BareParts.Loose(), new double[1]));
    }
}
