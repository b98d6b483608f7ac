package org.rote.engine.run;

import org.rote.engine.manifest.ManifestException;
import org.rote.spi.NumericsException;

/**
 * Something that went wrong while the rest of the study went on.
 *
 * @param where what it happened to: {@code case "smooth+exact"}
 * @param cause what was thrown
 */
public record Failure(String where, RuntimeException cause) {

    /**
     * The exit code that stands for it.
     *
     * @return 2 for the manifest or its data, 4 for the numerics, 3 for a plugin
     */
    public int exitCode() {
        if (cause instanceof ManifestException) {
            return 2;
        }
        return cause instanceof NumericsException ? 4 : 3;
    }

    /**
     * For the user.
     *
     * @return where and what
     */
    public String message() {
        return where + " failed: " + cause.getMessage();
    }
}
