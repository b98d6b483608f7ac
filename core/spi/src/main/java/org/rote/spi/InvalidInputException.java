package org.rote.spi;

import java.util.List;
import java.util.stream.Collectors;

/** What the user gave (a manifest, a file, data) is wrong. Carries every problem found, not only the first. Exit code 2. */
public final class InvalidInputException extends RuntimeException {

    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial")
    private final List<Problem> problems;

    /**
     * Several problems at once.
     *
     * @param problems at least one
     */
    public InvalidInputException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /**
     * One problem.
     *
     * @param where see {@link Problem}
     * @param what see {@link Problem}
     * @param fix see {@link Problem}
     */
    public InvalidInputException(String where, String what, String fix) {
        this(List.of(new Problem(where, what, fix)));
    }

    /**
     * What is wrong.
     *
     * @return at least one problem
     */
    public List<Problem> problems() {
        return problems;
    }
}
