package org.rote.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rote.engine.solo.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rote verify}. */
@Command(
        name = "verify",
        description =
                "Prove the derivative of a manifest's operator: dot test, Taylor test, gradient against finite differences.",
        footer = {"", "Exit code 4 when a check fails."})
final class VerifyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private OperatorOptions operator = new OperatorOptions();

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "The model to verify at (default: the observation's truth, or a draw from the prior).")
    private Optional<Path> model = Optional.empty();

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Verification verification = operator.with(terminal, solo -> solo.verify(model));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "check", "value", "expected", "tolerance"));
        for (Verification.Check check : verification.checks()) {
            rows.add(List.of(
                    check.passed() ? "pass" : "FAIL",
                    check.name(),
                    number(check.value()),
                    number(check.expected()),
                    number(check.tolerance())));
        }
        terminal.out().println("around " + verification.around());
        terminal.out().println();
        terminal.out().print(Table.aligned(rows));
        terminal.out().flush();
        return verification.passed() ? 0 : Faults.NUMERICS;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
