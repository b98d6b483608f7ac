package org.rote.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rote gradient}. */
@Command(
        name = "gradient",
        description = {
            "Compute the gradient of the misfit 1/2 |(F(m) - d) / gamma|^2 with respect to the model.",
            "gamma is that of the manifest's noise, or 1 where it has none. Prints the misfit."
        })
final class GradientCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private OperatorOptions operator = new OperatorOptions();

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "The model m, a NumPy file.")
    private Path model = Path.of("");

    @Option(names = "--data", required = true, paramLabel = "FILE", description = "The data d, a NumPy file.")
    private Path data = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Receives the gradient, a NumPy file.")
    private Path out = Path.of("");

    GradientCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        double misfit = operator.with(terminal, solo -> solo.gradient(model, data, out));
        terminal.out().println("misfit " + misfit);
        terminal.out().println(out);
        terminal.out().flush();
        return 0;
    }
}
