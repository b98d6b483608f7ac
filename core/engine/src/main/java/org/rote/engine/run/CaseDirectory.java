package org.rote.engine.run;

import java.nio.file.Path;

/**
 * Where the files of one case are, or those of a pool of cases, which has arrays only.
 *
 * @param path the directory
 */
record CaseDirectory(Path path) {

    Path samples() {
        return array("samples");
    }

    Path array(String name) {
        return path.resolve(name + ".npy");
    }

    Path trace(String name) {
        return within("traces").array(name);
    }

    Path checkpoint() {
        return path.resolve("checkpoint.bin");
    }

    Path marker() {
        return path.resolve("case.json");
    }

    /** The directory of one who has files of his own for this case. */
    CaseDirectory within(String name) {
        return new CaseDirectory(path.resolve(name));
    }
}
