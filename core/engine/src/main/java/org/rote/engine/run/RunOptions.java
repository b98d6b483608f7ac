package org.rote.engine.run;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.rote.engine.execution.Display;
import org.rote.engine.execution.Interrupt;

/**
 * How a study is to be run.
 *
 * @param out the run directory; without one {@code results/<study>} in the current directory, where {@code <study>} is the manifest's name, or that of its
 *     directory where it is called {@code study.yaml}, with {@code -2}, {@code -3} and so on behind it where it is taken
 * @param resume whether to go on with what is in the run directory; without {@code out} that is the one of highest number. Where there is nothing, the run
 *     begins
 * @param threads how many tasks may run at once, at least 1; results do not depend on it
 * @param display where progress and warnings are shown
 * @param interrupt stops the run when requested
 * @param clock the time
 */
public record RunOptions(
        Optional<Path> out, boolean resume, int threads, Display display, Interrupt interrupt, InstantSource clock) {

    /**
     * The defaults of the command line.
     *
     * @return a run into a new directory, on all processors, that shows nothing and is never interrupted
     */
    public static RunOptions defaults() {
        return new RunOptions(
                Optional.empty(),
                false,
                Runtime.getRuntime().availableProcessors(),
                Display.QUIET,
                new Interrupt(),
                InstantSource.system());
    }
}
