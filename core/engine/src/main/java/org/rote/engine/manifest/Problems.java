package org.rote.engine.manifest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a file, so that all of it is told at once. */
final class Problems {

    private final Path file;
    private final List<LocatedProblem> found = new ArrayList<>();

    Problems(Path file) {
        this.file = file;
    }

    void add(int line, String where, String what, String context, String fix) {
        found.add(new LocatedProblem(new Location(file, line), where, what, context, fix));
    }

    void add(LocatedProblem problem) {
        found.add(problem);
    }

    boolean none() {
        return found.isEmpty();
    }

    int count() {
        return found.size();
    }

    /**
     * Everything found, in the order of the file.
     *
     * @return the exception to throw
     */
    ManifestException exception() {
        return new ManifestException(found.stream()
                .distinct()
                .sorted(Comparator.comparingInt(problem -> problem.location().line()))
                .toList());
    }

    /**
     * The last problem, after which reading cannot go on.
     *
     * @return the exception to throw
     */
    ManifestException fatal(int line, String what, String fix) {
        add(line, "", what, "", fix);
        return exception();
    }
}
