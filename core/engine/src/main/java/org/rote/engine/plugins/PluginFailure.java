package org.rote.engine.plugins;

import java.nio.file.Path;

/**
 * Why a plugin, or one thing that it offers, cannot be used.
 *
 * @param directory the plugin's directory
 * @param what what is wrong, naming module or jar
 * @param fix what to do about it
 * @param ambiguous whether it leaves open which of two plugins a name means, so that no study may run
 */
public record PluginFailure(Path directory, String what, String fix, boolean ambiguous) {

    @Override
    public String toString() {
        return "plugin " + directory.getFileName() + ": " + what + "\n  in   " + directory + "\n  fix  " + fix;
    }
}
