package org.rote.spi;

/** Lets a few threads through at a time; made by {@link RunExecutor#gate}. Safe for any number of threads. */
public interface Gate {

    /**
     * Works as soon as there is room. Not to be called from within the work of the same gate, which might wait for itself.
     *
     * @param work what to do
     * @throws RuntimeException what the work throws; the gate is free again then
     * @throws RunInterruptedException when the run is interrupted before there is room
     */
    void pass(Runnable work);
}
