package org.rote.app;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code rote version}. */
@Command(name = "version", description = "Print the versions of Rote and of Java.")
final class VersionCommand implements Callable<Integer> {

    private final Terminal terminal;

    VersionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String version = Optional.ofNullable(Rote.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .orElse("unknown");
        terminal.out()
                .println(
                        "rote " + version + " (Java " + Runtime.version() + ", " + System.getProperty("os.name") + ")");
        terminal.out().flush();
        return 0;
    }
}
