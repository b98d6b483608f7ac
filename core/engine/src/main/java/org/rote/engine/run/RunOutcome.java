package org.rote.engine.run;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * What a run came to.
 *
 * @param directory the run directory
 * @param reports the files to open, in the order of the manifest
 * @param interrupted whether the run was stopped before its end; {@code --resume} goes on with it
 * @param failures what failed while the rest went on
 * @param warnings what parts told the user
 */
public record RunOutcome(
        Path directory, List<Path> reports, boolean interrupted, List<Failure> failures, List<String> warnings) {

    /** Copies the lists. */
    public RunOutcome {
        reports = List.copyOf(reports);
        failures = List.copyOf(failures);
        warnings = List.copyOf(warnings);
    }

    /**
     * The exit code.
     *
     * @return 130 when interrupted; else the largest of the failures, 0 without any
     */
    public int exitCode() {
        return interrupted
                ? 130
                : failures.stream()
                        .map(Failure::exitCode)
                        .max(Comparator.naturalOrder())
                        .orElse(0);
    }

    /**
     * How to go on with an interrupted run.
     *
     * @param manifest the manifest, as the user named it
     * @return a command line
     */
    public String resumeCommand(Path manifest) {
        return "rote run " + quoted(manifest) + " --out " + quoted(directory) + " --resume";
    }

    private static String quoted(Path path) {
        String text = path.toString();
        return text.matches("[\\w@%+=:,./\\\\-]+") ? text : '"' + text + '"';
    }
}
