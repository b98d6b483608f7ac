package org.rote.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rote.engine.execution.Interrupt;
import org.rote.engine.manifest.ManifestReader;
import org.rote.engine.manifest.Purpose;
import org.rote.engine.manifest.Study;
import org.rote.engine.plugins.Plugins;
import org.rote.engine.run.Overview;
import org.rote.engine.run.Runner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rote check}. */
@Command(
        name = "check",
        description = "Check a study without running it: keys, units, files, shapes, what samplers need.",
        footer = {"", "Every problem found is shown, each with its line and how to fix it."})
final class CheckCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "MANIFEST", description = "The study, a YAML file.")
    private Path manifest = Path.of("");

    @Mixin
    private RunningOptions running = new RunningOptions();

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Plugins plugins = Installation.usable(terminal);
        Study study = new ManifestReader(plugins).read(manifest, Purpose.STUDY);
        Overview overview =
                Runner.check(study, plugins, running.with(Optional.empty(), false, terminal, new Interrupt()));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("case", "unknowns", "data", "draws"));
        for (Overview.PlannedCase planned : overview.cases()) {
            rows.add(List.of(planned.name(), planned.unknowns(), planned.data(), Long.toString(planned.draws())));
        }
        terminal.out().println(overview.title());
        terminal.out().println();
        terminal.out().print(Table.aligned(rows));
        terminal.out().println();
        int cases = overview.cases().size();
        terminal.out().println(cases + (cases == 1 ? " case" : " cases") + " can be run");
        terminal.out().flush();
        return 0;
    }
}
