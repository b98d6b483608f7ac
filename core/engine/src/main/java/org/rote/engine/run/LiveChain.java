package org.rote.engine.run;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import org.rote.engine.execution.Interrupt;
import org.rote.engine.wiring.WiredCase;
import org.rote.numerics.Derivations;
import org.rote.spi.Chain;
import org.rote.spi.ChainState;
import org.rote.spi.Distribution;
import org.rote.spi.RunExecutor;

/** The chain of a case, open from its start until all cases on the same posterior have been examined. */
final class LiveChain implements AutoCloseable {

    private final WiredCase wired;
    private final CaseDirectory directory;
    private final CaseVoice voice;
    private final RunExecutor executor;
    private final Interrupt interrupt;
    private Optional<Chain> chain = Optional.empty();
    private Optional<Optional<Distribution>> solution = Optional.empty();

    @Inject
    LiveChain(WiredCase wired, CaseDirectory directory, CaseVoice voice, RunExecutor executor, Interrupt interrupt) {
        this.wired = wired;
        this.directory = directory;
        this.voice = voice;
        this.executor = executor;
        this.interrupt = interrupt;
    }

    synchronized Chain start(Optional<ChainState> state) {
        SamplerLoan loan = new SamplerLoan(
                wired.streams().within("sampler"),
                wired.section().loop().total(),
                state,
                executor,
                voice,
                new ArraySink(directory, interrupt));
        Chain started = wired.section()
                .section()
                .call("start", () -> wired.sampler().start(wired.posterior().get(), loan));
        chain = Optional.of(started);
        return started;
    }

    /** The closed form. For a case that was finished by an earlier run the sampler is started again, where it ended. */
    synchronized Optional<Distribution> solution() {
        if (solution.isEmpty()) {
            Chain open = chain.isPresent() ? chain.get() : start(lastState());
            solution = Optional.of(wired.section()
                    .section()
                    .call("solution", open::solution)
                    .map(found -> Derivations.of(found, executor)));
        }
        return solution.get();
    }

    private Optional<ChainState> lastState() {
        try {
            return Checkpoint.read(directory.checkpoint()).map(Checkpoint::state);
        } catch (IOException e) {
            throw Storage.stop(interrupt, directory.checkpoint(), e);
        }
    }

    @Override
    public synchronized void close() {
        chain.ifPresent(open -> {
            try {
                open.close();
            } catch (RuntimeException | LinkageError e) {
                // What the chain had to give is on the disk by now.
                voice.warn("the sampler could not be closed: " + e);
            }
        });
        chain = Optional.empty();
        solution = Optional.empty();
    }
}
