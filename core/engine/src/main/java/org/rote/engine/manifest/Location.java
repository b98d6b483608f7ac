package org.rote.engine.manifest;

import java.nio.file.Path;

/**
 * A line of a manifest. As text: {@code study.yaml:14}, or {@code study.yaml} for the whole file.
 *
 * @param file the manifest, as the user named it
 * @param line the line, from 1; 0 for the whole file
 */
public record Location(Path file, int line) {

    @Override
    public String toString() {
        return line == 0 ? file.toString() : file + ":" + line;
    }
}
