package org.rote.engine.manifest;

import java.nio.file.Path;

/**
 * A line of a manifest. As text: {@code study.yaml:14}.
 *
 * @param file the manifest, as the user named it
 * @param line the line, from 1
 */
public record Location(Path file, int line) {

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
