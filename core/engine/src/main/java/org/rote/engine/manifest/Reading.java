package org.rote.engine.manifest;

import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import org.rote.engine.plugins.Catalog;

/**
 * What one reading of a manifest shares.
 *
 * @param file the manifest, as the user named it
 * @param directory the absolute directory that relative paths start from
 * @param catalog what the plugins offer
 * @param problems collects what is wrong
 * @param inputs collects the files that are named
 */
record Reading(Path file, Path directory, Catalog catalog, Problems problems, SortedSet<Path> inputs) {

    static Reading of(Path file, Catalog catalog) {
        Path directory = file.toAbsolutePath().normalize().getParent();
        if (directory == null) {
            throw new IllegalArgumentException("file=" + file + " is a directory");
        }
        return new Reading(file, directory, catalog, new Problems(file), new TreeSet<>());
    }

    /**
     * The same reading for text that is not the user's (a default): what is wrong there is not the manifest's fault.
     *
     * @return a reading with problems of its own
     */
    Reading aside() {
        return new Reading(file, directory, catalog, new Problems(file), inputs);
    }
}
