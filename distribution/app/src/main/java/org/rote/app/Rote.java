package org.rote.app;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The {@code rote} command. */
@Command(
        name = "rote",
        description = {
            "Did this prior learn the geology, or learn it by rote?",
            "",
            "Runs Bayesian inversion studies: forward operators, priors and samplers are plugins, chosen by a manifest."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            CheckCommand.class,
            PluginsCommand.class,
            DescribeCommand.class,
            SchemaCommand.class,
            SimulateCommand.class,
            GradientCommand.class,
            VerifyCommand.class,
            VersionCommand.class
        },
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Begin with:  rote run distribution/examples/01-posterior-collapse/study.yaml",
            "Exit codes:  0 done, 2 manifest or data, 3 plugin, 4 numerics, 130 interrupted (go on with --resume)"
        })
final class Rote implements Runnable {

    private final Terminal terminal;

    @Option(
            names = "--debug",
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show stack traces of what goes wrong.")
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    private Rote(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Runs the command and ends the process with its exit code.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = execute(new Terminal(out, err, Boolean.getBoolean("rote.terminal")), arguments);
        out.flush();
        System.exit(code);
    }

    /** Runs the command in this process. */
    static int execute(Terminal terminal, String... arguments) {
        Rote rote = new Rote(terminal);
        CommandLine line = new CommandLine(rote, new Commands(terminal));
        line.setOut(terminal.outWriter());
        line.setErr(terminal.errWriter());
        line.setUsageHelpAutoWidth(true);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((thrown, command, parsed) -> Faults.tell(thrown, terminal, rote.debug));
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError full) { // what was computed is garbage by now, so there is room to say it
            return Faults.tell(full, terminal, rote.debug);
        }
    }

    @Override
    public void run() {
        new CommandLine(this, new Commands(terminal)).usage(terminal.outWriter());
    }
}
