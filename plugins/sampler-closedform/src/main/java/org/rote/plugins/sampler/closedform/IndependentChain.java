package org.rote.plugins.sampler.closedform;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.rote.spi.Chain;
import org.rote.spi.ChainState;
import org.rote.spi.Distribution;
import org.rote.spi.Draws;
import org.rote.spi.SamplerContext;

/**
 * Independent draws from a solution that is made of numbered parts (atoms, components, cells): first the part, then the place within it. Draw i has the stream {@code draw}, i, so its
 * bits depend on nothing else; draws of a batch are made in parallel, in the order of their parts, as a part may be expensive to look at.
 */
final class IndependentChain implements Chain {

    /** Where draws come from; any number of threads. */
    interface Source {

        /** What a part is called among the traces. */
        String part();

        /** The part of a draw. */
        int choose(RandomGenerator random);

        /** The place within the part; {@code out} is overwritten whole. */
        void place(int part, RandomGenerator random, double[] out);
    }

    private static final int BATCH = 256;

    private final Distribution solution;
    private final Source source;
    private final SamplerContext context;
    private long done;

    IndependentChain(Distribution solution, Source source, SamplerContext context) {
        this.solution = solution;
        this.source = source;
        this.context = context;
        this.done = context.resumeFrom().map(ChainState::pieces).orElse(0L);
    }

    @Override
    public Optional<Draws> advance(int limit) {
        int count = Math.min(limit, BATCH);
        int size = solution.space().size();
        RandomGenerator[] randoms = new RandomGenerator[count];
        double[] parts = new double[count];
        for (int i = 0; i < count; i++) {
            randoms[i] = context.random("draw", done + i);
            parts[i] = source.choose(randoms[i]);
        }
        Integer[] order = new Integer[count];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> parts[i]));
        double[] values = new double[count * size];
        AtomicLong made = new AtomicLong(done);
        context.executor().forEach(count, k -> {
            int i = order[k];
            double[] draw = new double[size];
            source.place((int) parts[i], randoms[i], draw);
            System.arraycopy(draw, 0, values, i * size, size);
            context.progress().report("sampling", made.incrementAndGet(), context.draws());
        });
        done += count;
        return Optional.of(new Draws(count, values, Map.of(source.part(), parts)));
    }

    @Override
    public ChainState state() {
        return ChainState.at(done);
    }

    @Override
    public Optional<Distribution> solution() {
        return Optional.of(solution);
    }
}
