package org.rote.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.rote.engine.plugins.ExtensionPoint;
import org.rote.engine.plugins.Offer;
import org.rote.engine.plugins.PluginSource;
import org.rote.engine.plugins.Plugins;
import picocli.CommandLine.Command;

/** {@code rote plugins}. */
@Command(name = "plugins", description = "List what the plugins offer, and where each was found.")
final class PluginsCommand implements Callable<Integer> {

    private final Terminal terminal;

    PluginsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Plugins plugins = Installation.load();
        List<List<String>> offers = new ArrayList<>();
        offers.add(List.of("section", "type", "plugin", "what it is"));
        for (ExtensionPoint<?> point : ExtensionPoint.ALL) {
            for (Offer<?> offer : plugins.offers(point)) {
                offers.add(row(offer));
            }
        }
        terminal.out().print(Table.aligned(offers));
        terminal.out().println();
        List<List<String>> sources = new ArrayList<>();
        sources.add(List.of("plugin", "version", "directory"));
        for (PluginSource source : plugins.sources()) {
            sources.add(List.of(
                    source.module(), source.version(), source.directory().toString()));
        }
        terminal.out().print(Table.aligned(sources));
        terminal.out().flush();
        plugins.failures().forEach(failure -> terminal.err().println(failure));
        return plugins.failures().isEmpty() ? 0 : Faults.PLUGIN;
    }

    private static List<String> row(Offer<?> offer) {
        String what = offer.factory()
                .unavailable()
                .map(reason -> "UNAVAILABLE: " + reason)
                .orElseGet(() -> offer.factory().describe());
        return List.of(offer.point().section(), offer.name(), offer.source().module(), what);
    }
}
