package org.rote.spi;

/**
 * Where long work says how far it is. Cheap enough to call often: the receiver decides what to show. Also where long work learns that it should stop. May be called from several threads at once, by tasks of a
 * {@link RunExecutor} too.
 */
@FunctionalInterface
public interface Progress {

    /** Shows nothing and never stops anything. */
    Progress SILENT = (what, done, total) -> {};

    /**
     * Reports a step.
     *
     * @param what what is being done, for people: {@code linearizing 5000 models}
     * @param done units done
     * @param total units in all
     * @throws RunInterruptedException when the user asked to stop; let it pass
     */
    void report(String what, long done, long total);
}
