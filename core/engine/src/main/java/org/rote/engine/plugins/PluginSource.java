package org.rote.engine.plugins;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a plugin came from.
 *
 * @param module name of its Java module
 * @param version its version; {@code unknown} where the module states none
 * @param directory the plugin's directory
 * @param jars the jars in it, sorted by name
 */
public record PluginSource(String module, String version, Path directory, List<Path> jars) {

    /** Copies the list. */
    public PluginSource {
        jars = List.copyOf(jars);
    }

    @Override
    public String toString() {
        return module + " " + version;
    }
}
