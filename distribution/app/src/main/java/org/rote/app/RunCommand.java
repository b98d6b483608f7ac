package org.rote.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rote.engine.execution.Interrupt;
import org.rote.engine.manifest.ManifestReader;
import org.rote.engine.manifest.Purpose;
import org.rote.engine.manifest.Study;
import org.rote.engine.plugins.Plugins;
import org.rote.engine.run.Failure;
import org.rote.engine.run.RunOutcome;
import org.rote.engine.run.Runner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rote run}. */
@Command(
        name = "run",
        description = "Run a study and write its report.",
        footer = {
            "",
            "The run directory holds the draws (NumPy files), summary.json, provenance.json and report.html.",
            "An interrupted run goes on with --resume and ends with the same bits as one that was not."
        })
final class RunCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "MANIFEST", description = "The study, a YAML file.")
    private Path manifest = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", description = "The run directory (default: results/<study>).")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--resume", description = "Go on with an interrupted run.")
    private boolean resume;

    @Mixin
    private RunningOptions running = new RunningOptions();

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Plugins plugins = Installation.usable(terminal);
        Study study = new ManifestReader(plugins).read(manifest, Purpose.STUDY);
        return Stopping.run(terminal, interrupt -> run(study, plugins, interrupt));
    }

    private int run(Study study, Plugins plugins, Interrupt interrupt) {
        RunOutcome outcome = Runner.run(study, plugins, running.with(out, resume, terminal, interrupt));
        for (Failure failure : outcome.failures()) {
            terminal.err().println(failure.message());
        }
        if (outcome.interrupted()) {
            terminal.err().println("interrupted; go on with: " + outcome.resumeCommand(manifest));
        }
        if (outcome.reports().isEmpty()) {
            terminal.out().println(outcome.directory());
        }
        outcome.reports().forEach(report -> terminal.out().println(report));
        terminal.out().flush();
        return outcome.exitCode();
    }
}
