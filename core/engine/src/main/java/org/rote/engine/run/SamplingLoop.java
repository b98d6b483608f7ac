package org.rote.engine.run;

import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.rote.engine.execution.Interrupt;
import org.rote.engine.manifest.Loop;
import org.rote.engine.wiring.NonFinite;
import org.rote.engine.wiring.WiredCase;
import org.rote.spi.Chain;
import org.rote.spi.Draws;
import org.rote.spi.NumericsException;
import org.rote.spi.RunInterruptedException;
import org.rote.spi.Space;

/**
 * The loop around every sampler: burn-in, thinning, budget, checkpoints, streaming to disk.
 *
 * <p>How much is asked of the chain at once depends only on how many draws were made before, and a checkpoint falls between two requests. So a chain that
 * goes on from a checkpoint is asked the same questions as one that was never stopped, and gives the same bits. (A budget is the exception: it depends on the
 * time by its nature.)
 */
final class SamplingLoop {

    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(5);
    private static final int BATCH_DOUBLES = 1 << 23;

    private final WiredCase wired;
    private final Space space;
    private final Loop loop;
    private final CaseDirectory directory;
    private final LiveChain live;
    private final CaseVoice voice;
    private final Interrupt interrupt;
    private final InstantSource clock;
    private Instant started = Instant.MIN;
    private double secondsBefore;
    private long reported = -1;

    @Inject
    SamplingLoop(
            WiredCase wired,
            CaseDirectory directory,
            LiveChain live,
            CaseVoice voice,
            Interrupt interrupt,
            InstantSource clock) {
        this.wired = wired;
        this.space = wired.posterior().map().space();
        this.loop = wired.section().loop();
        this.directory = directory;
        this.live = live;
        this.voice = voice;
        this.interrupt = interrupt;
        this.clock = clock;
    }

    /**
     * Runs the case to its end.
     *
     * @throws RunInterruptedException when interrupted, with a checkpoint to go on from
     * @throws NumericsException when a draw is not finite
     */
    CaseMarker run() {
        try {
            Optional<Checkpoint> from = Checkpoint.read(directory.checkpoint());
            // Synthetic data are computed by whichever case comes first; no sampler is charged for that.
            wired.posterior().get();
            started = clock.instant();
            secondsBefore = from.map(Checkpoint::seconds).orElse(0.0);
            from.ifPresent(checkpoint -> checkpoint.warnings().forEach(voice::warn));
            Chain chain = live.start(from.map(Checkpoint::state));
            try (DrawWriter writer = DrawWriter.open(directory, space, loop, from)) {
                drawAll(chain, writer);
                checkpoint(chain, writer);
                writer.finish();
                CaseMarker marker = new CaseMarker(writer.kept(), seconds(), writer.traces(), voice.warnings());
                marker.write(directory.marker());
                return marker;
            }
        } catch (IOException e) {
            throw Storage.stop(interrupt, directory.path(), e);
        }
    }

    private void drawAll(Chain chain, DrawWriter writer) throws IOException {
        Instant lastCheckpoint = started;
        while (writer.drawn() < loop.total() && !isBudgetSpent(writer)) {
            reportOrStop(chain, writer);
            Optional<Draws> draws = advance(chain, writer);
            if (draws.isEmpty()) {
                voice.warn("the sampler has nothing more to give after " + writer.kept() + " of " + loop.draws()
                        + " draws; ask for fewer draws, or for a sampler that goes on");
                return;
            }
            writer.append(draws.get());
            if (Duration.between(lastCheckpoint, clock.instant()).compareTo(CHECKPOINT_INTERVAL) >= 0) {
                checkpoint(chain, writer);
                lastCheckpoint = clock.instant();
            }
        }
    }

    private boolean isBudgetSpent(DrawWriter writer) {
        boolean spent = loop.budget().isPresent() && seconds() >= loop.budget().get();
        if (spent) {
            voice.warn(String.format(
                    Locale.ROOT,
                    "stopped with %d of %d draws because its budget of %s s was spent; give it more time, or ask for fewer draws",
                    writer.kept(),
                    loop.draws(),
                    loop.budget().get()));
        }
        return spent;
    }

    /** Between two requests the chain is in a state that can be kept; an interrupt that comes inside one finds the checkpoint before. */
    private void reportOrStop(Chain chain, DrawWriter writer) throws IOException {
        try {
            if (writer.drawn() == reported) {
                // A chain that works long for its next draws says itself how far it is; the same line again would hide
                // that.
                interrupt.check();
                return;
            }
            reported = writer.drawn();
            voice.report("sampling", reported, loop.total());
        } catch (RunInterruptedException e) {
            checkpoint(chain, writer);
            throw e;
        }
    }

    private Optional<Draws> advance(Chain chain, DrawWriter writer) {
        int limit = (int) Math.min(loop.total() - writer.drawn(), Math.max(1, BATCH_DOUBLES / space.size()));
        Optional<Draws> draws = wired.section().section().call("advance", () -> {
            Optional<Draws> next = chain.advance(limit);
            next.flatMap(given -> objection(given, limit, writer)).ifPresent(objection -> {
                throw new IllegalStateException(objection);
            });
            return next;
        });
        draws.ifPresent(given -> requireFinite(given, writer.drawn()));
        return draws;
    }

    private Optional<String> objection(Draws draws, int limit, DrawWriter writer) {
        if (draws.count() > limit) {
            return Optional.of("handed out " + draws.count() + " draws where at most " + limit + " were asked for");
        }
        if (draws.values().length != draws.count() * (long) space.size()) {
            return Optional.of("handed out " + draws.values().length + " numbers for " + draws.count()
                    + " draws of a space of size " + space.size());
        }
        return draws.count() == 0 ? Optional.empty() : writer.objection(draws);
    }

    private void requireFinite(Draws draws, long before) {
        OptionalInt bad = NonFinite.first(draws.values(), 0, draws.values().length);
        bad.ifPresent(index -> {
            long draw = before + index / space.size();
            throw new NumericsException("draw " + draw + " of sampler \""
                    + wired.section().section().name() + "\" is not finite: " + draws.values()[index] + " at "
                    + NonFinite.place(space, index % space.size()) + " of " + space.describe()
                    + "\n  fix  take smaller steps, or a prior that keeps the operator where it is defined");
        });
    }

    private void checkpoint(Chain chain, DrawWriter writer) throws IOException {
        writer.checkpoint();
        new Checkpoint(
                        writer.drawn(),
                        writer.kept(),
                        seconds(),
                        writer.traces(),
                        voice.warnings(),
                        wired.section().section().call("state", chain::state))
                .write(directory.checkpoint());
    }

    private double seconds() {
        return secondsBefore + Duration.between(started, clock.instant()).toMillis() / 1000.0;
    }
}
