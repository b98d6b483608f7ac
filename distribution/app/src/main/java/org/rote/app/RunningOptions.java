package org.rote.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.rote.engine.execution.Display;
import org.rote.engine.execution.Interrupt;
import org.rote.engine.run.RunOptions;
import picocli.CommandLine.Option;

/** The options of commands that compute. */
final class RunningOptions {

    @Option(
            names = {"-q", "--quiet"},
            description = "Show no progress.")
    private boolean quiet;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Tasks at once; results do not depend on it (default: all processors).")
    private Optional<Integer> threads = Optional.empty();

    RunOptions with(Optional<Path> out, boolean resume, Terminal terminal, Interrupt interrupt) {
        int usable = threads.orElse(Runtime.getRuntime().availableProcessors());
        return new RunOptions(out, resume, Math.max(1, usable), display(terminal), interrupt, InstantSource.system());
    }

    Display display(Terminal terminal) {
        if (quiet) {
            return Display.QUIET;
        }
        return terminal.interactive()
                ? Display.bar(terminal.err(), InstantSource.system(), terminal.columns())
                : Display.sparse(terminal.err(), InstantSource.system());
    }
}
