package org.rote.engine.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.rote.spi.Chain;
import org.rote.spi.ChainState;
import org.rote.spi.Components;
import org.rote.spi.Default;
import org.rote.spi.Density;
import org.rote.spi.Distribution;
import org.rote.spi.Draws;
import org.rote.spi.Posterior;
import org.rote.spi.Requirements;
import org.rote.spi.Sampler;
import org.rote.spi.SamplerContext;
import org.rote.spi.Space;

/** Samplers that make numbers, not inference. */
public final class FakeSamplers {

    private FakeSamplers() {}

    /**
     * x ← 0.9 x + noise, a batch of draws a piece, with the misfit as a trace: its state is the pieces done and x, so that a wrong checkpoint shows.
     */
    public record Walk(
            @Default("3") int batch,
            @Default("\"\"") String hook,
            @Default("-1") long nanAtPiece,
            @Default("-1") long throwAtPiece,
            @Default("-1") long endAtPiece,
            @Default("0") int tooMany,
            @Default("misfit") String trace,
            @Default("false") boolean needsComponents,
            @Default("\"\"") String lacks,
            @Default("1000000") int largestDimension)
            implements Sampler {

        @Override
        public Requirements requires() {
            Requirements requirements = Requirements.none().andDimensionAtMost(largestDimension);
            return needsComponents ? requirements.andPrior(Components.class) : requirements;
        }

        @Override
        public List<String> unmet(Posterior posterior) {
            List<String> unmet = new ArrayList<>(Sampler.super.unmet(posterior));
            if (!lacks.isEmpty()) {
                unmet.add("needs " + lacks);
            }
            return unmet;
        }

        @Override
        public Chain start(Posterior posterior, SamplerContext context) {
            context.warn("walks are slow");
            context.sink().array("start", new int[] {1, 2}, new double[] {1, 2});
            return new Walking(this, posterior, context);
        }
    }

    private static final class Walking implements Chain {
        private final Walk walk;
        private final Posterior posterior;
        private final SamplerContext context;
        private final double[] x;
        private long pieces;

        Walking(Walk walk, Posterior posterior, SamplerContext context) {
            this.walk = walk;
            this.posterior = posterior;
            this.context = context;
            Optional<double[]> earlier = context.resumeFrom()
                    .flatMap(state -> Optional.ofNullable(state.arrays().get("x")));
            this.x = earlier.map(double[]::clone)
                    .orElseGet(() -> new double[posterior.space().size()]);
            this.pieces = context.resumeFrom().map(ChainState::pieces).orElse(0L);
        }

        @Override
        public Optional<Draws> advance(int limit) {
            Hooks.call(walk.hook, pieces);
            if (pieces == walk.endAtPiece) {
                return Optional.empty();
            }
            if (pieces == walk.throwAtPiece) {
                throw new IllegalStateException("lost my way");
            }
            context.progress().report("walking", pieces, context.draws());
            int count = Math.min(limit, walk.batch) + walk.tooMany;
            RandomGenerator random = context.random("piece", pieces);
            double[] values = new double[count * x.length];
            double[] misfit = new double[count];
            for (int i = 0; i < count; i++) {
                for (int k = 0; k < x.length; k++) {
                    x[k] = 0.9 * x[k] + random.nextGaussian();
                }
                System.arraycopy(x, 0, values, i * x.length, x.length);
                misfit[i] = -posterior.likelihood().logDensity(x);
            }
            if (pieces == walk.nanAtPiece) {
                values[values.length - 1] = Double.NaN;
            }
            pieces++;
            return Optional.of(new Draws(count, values, Map.of(walk.trace, misfit)));
        }

        @Override
        public ChainState state() {
            return new ChainState(Map.of("pieces", new double[] {pieces}, "x", x));
        }

        @Override
        public Optional<Distribution> solution() {
            Hooks.note("solution of a chain at piece " + pieces);
            return Optional.of(new Ending(posterior.space(), x.clone()));
        }

        @Override
        public void close() {
            Hooks.note("closed chain");
        }
    }

    /** A density that remembers where a chain ended, so that a wrong resumption shows. */
    record Ending(Space space, double[] x) implements Distribution, Density {
        @Override
        public double logDensity(double[] at) {
            return Arrays.stream(x).sum();
        }
    }
}
