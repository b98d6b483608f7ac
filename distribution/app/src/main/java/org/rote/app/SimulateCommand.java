package org.rote.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.rote.spi.Space;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rote simulate}. */
@Command(name = "simulate", description = "Compute the data of a model, F(m), with the operator of a manifest.")
final class SimulateCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private OperatorOptions operator = new OperatorOptions();

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "The model, a NumPy file.")
    private Path model = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Receives the data: SEG-Y if it ends in .segy or .sgy, else a NumPy file.")
    private Path out = Path.of("");

    SimulateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Space space = operator.with(terminal, solo -> solo.simulate(model, out));
        terminal.out().println(out + ": " + space.describe());
        terminal.out().flush();
        return 0;
    }
}
