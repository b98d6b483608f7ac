package org.rote.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The NumPy files of a run, to compare runs bit by bit. */
final class SavedArrays {

    private SavedArrays() {}

    /** A hash of each file by its path within the run. */
    static Map<String, Integer> of(Path run) throws IOException {
        try (Stream<Path> files = Files.walk(run)) {
            return files.filter(file -> file.toString().endsWith(".npy"))
                    .collect(Collectors.toMap(
                            file -> run.relativize(file).toString(), SavedArrays::hash, (a, b) -> a, TreeMap::new));
        }
    }

    private static int hash(Path file) {
        try {
            return Arrays.hashCode(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
