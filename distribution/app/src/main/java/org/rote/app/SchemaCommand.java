package org.rote.app;

import java.util.concurrent.Callable;
import org.rote.engine.manifest.JsonSchema;
import picocli.CommandLine.Command;

/** {@code rote schema}. */
@Command(
        name = "schema",
        description = "Print the JSON Schema of the manifest, for editors.",
        footer = {
            "",
            "In an editor with the YAML language server, begin a manifest with",
            "# yaml-language-server: $schema=schema.json"
        })
final class SchemaCommand implements Callable<Integer> {

    private final Terminal terminal;

    SchemaCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.out().println(JsonSchema.of(Installation.usable(terminal)));
        terminal.out().flush();
        return 0;
    }
}
