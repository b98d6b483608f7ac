package org.rote.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.rote.spi.Chain;
import org.rote.spi.ChainState;
import org.rote.spi.Draws;
import org.rote.spi.Likelihood;
import org.rote.spi.Posterior;
import org.rote.spi.Requirements;
import org.rote.spi.Sampler;

/**
 * What the chains of every {@link Sampler} must do, whether they draw ({@link SamplerContract}) or estimate ({@link EstimatorContract}). It is run on each of {@link #posteriors} that lacks nothing, at least
 * one. Checked: never more draws than asked for, all finite; traces of the same names throughout; the same seed gives the same bits, with one thread as with two; a chain resumed from the state after any piece
 * of work gives the bits of one that was not interrupted; a posterior that lacks what is required is told in as many sentences as things are missing; closing twice.
 */
public abstract class ChainContract extends SeededContract<Sampler> {

    static final int MOST_PIECES = 100_000;
    private static final int PIECES = 4;
    private static final int PIECE = 20;
    private static final int[] LIMITS = {1, 3, 17};

    ChainContract() {}

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
    protected abstract List<KnownPosterior> posteriors();

    /**
     * How many draws a chain is asked for.
     *
     * @return at least 1
     */
    protected abstract int draws();

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

    final List<KnownPosterior> sampled() {
        return posteriors().stream()
                .filter(known -> subject().unmet(known.posterior()).isEmpty())
                .toList();
    }

    final TestSamplerContext context() {
        return new TestSamplerContext(draws()).withSeed(seed());
    }

    final Chain start(KnownPosterior known, TestSamplerContext context) {
        return subject().start(known.posterior(), context);
    }

    /** The first pieces of work until there are draws among them, fewer where the chain ends. */
    final List<Draws> pieces(KnownPosterior known, TestSamplerContext context) {
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

    static double[] bits(List<Draws> pieces) {
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
