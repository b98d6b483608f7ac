package org.rote.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.rote.engine.plugins.PluginFailure;
import org.rote.engine.plugins.Plugins;
import org.rote.spi.Plugin;

/** Where Rote is installed, which the launcher tells. */
final class Installation {

    private static final String HOME = "rote.home";

    private Installation() {}

    /** The plugins, whether or not all of them could be loaded. */
    static Plugins load() {
        String home = System.getProperty(HOME);
        if (home == null) {
            throw new PluginsUnusable("the system property " + HOME
                    + " is not set\n  fix  start Rote by bin/rote, or by distribution/rote in a checkout");
        }
        Path directory = Path.of(home).resolve("plugins");
        if (!Files.isDirectory(directory)) {
            throw new PluginsUnusable("there is no plugin directory " + directory
                    + "\n  fix  unpack the whole archive, or run distribution/rote in a checkout");
        }
        return Plugins.load(directory, Plugin.class.getModule().getLayer());
    }

    /** The plugins for a study: what could not be loaded is told, and two plugins that claim one name end it. */
    static Plugins usable(Terminal terminal) {
        Plugins plugins = load();
        String ambiguous = plugins.failures().stream()
                .filter(PluginFailure::ambiguous)
                .map(PluginFailure::toString)
                .collect(Collectors.joining("\n"));
        if (!ambiguous.isEmpty()) {
            throw new PluginsUnusable(ambiguous);
        }
        plugins.failures().forEach(failure -> terminal.err().println("warning: " + failure));
        return plugins;
    }
}
