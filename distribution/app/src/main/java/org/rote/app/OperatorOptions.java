package org.rote.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.rote.engine.execution.Interrupt;
import org.rote.engine.execution.TaskPool;
import org.rote.engine.manifest.ManifestReader;
import org.rote.engine.manifest.Purpose;
import org.rote.engine.manifest.Study;
import org.rote.engine.solo.SoloOperator;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of commands that use an operator by itself. */
final class OperatorOptions {

    @Parameters(
            paramLabel = "MANIFEST",
            description = "A YAML file with an operator; it needs no prior and no sampler.")
    private Path manifest = Path.of("");

    @Option(names = "--operator", paramLabel = "NAME", description = "Which operator, where the manifest has several.")
    private Optional<String> operator = Optional.empty();

    @Option(names = "--threads", paramLabel = "N", description = "Tasks at once (default: all processors).")
    private Optional<Integer> threads = Optional.empty();

    <T> T with(Terminal terminal, Function<SoloOperator, T> use) {
        Study study = new ManifestReader(Installation.usable(terminal)).read(manifest, Purpose.OPERATOR);
        int usable = threads.orElse(Runtime.getRuntime().availableProcessors());
        try (TaskPool pool = new TaskPool(Math.max(1, usable), new Interrupt());
                SoloOperator solo = SoloOperator.open(study, operator, pool, terminal.err()::println)) {
            return use.apply(solo);
        }
    }
}
