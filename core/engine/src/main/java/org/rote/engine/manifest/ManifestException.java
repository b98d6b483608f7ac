package org.rote.engine.manifest;

import java.util.List;
import java.util.stream.Collectors;

/** A manifest, or the data that it names, is wrong. The message holds every problem found, in the order of the file. Exit code 2. */
public final class ManifestException extends RuntimeException {

    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial")
    private final List<LocatedProblem> problems;

    /**
     * With everything that was found.
     *
     * @param problems at least one
     */
    public ManifestException(List<LocatedProblem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    /**
     * With everything that was found and a cause for {@code --debug}.
     *
     * @param problems at least one
     * @param cause what was thrown
     */
    public ManifestException(List<LocatedProblem> problems, Throwable cause) {
        super(message(problems), cause);
        this.problems = List.copyOf(problems);
    }

    /**
     * What is wrong.
     *
     * @return at least one problem
     */
    public List<LocatedProblem> problems() {
        return problems;
    }

    private static String message(List<LocatedProblem> problems) {
        return problems.stream().map(LocatedProblem::toString).collect(Collectors.joining("\n"));
    }
}
