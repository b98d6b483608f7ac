package org.rote.operators.propagation;

import org.rote.operators.propagation.memory.Crew;
import org.rote.spi.RunExecutor;

/**
 * How threads go through shots: each takes shots of its own, or all work at the rows of one.
 *
 * @param shots how many
 * @param executor lends the threads
 * @param sideBySide whether each thread takes shots of its own
 */
record ShotOrder(int shots, RunExecutor executor, boolean sideBySide) {

    /** So many shots for each thread, and the last ones, which some threads have to wait for, do not matter. */
    private static final int MANY = 4;

    /** What is done for a shot. */
    @FunctionalInterface
    interface Task {

        /**
         * Does it.
         *
         * @param shot its number
         * @param crew for the steps of the shot
         */
        void run(int shot, Crew crew);
    }

    /** What leaves no thread without work. */
    static ShotOrder of(int shots, RunExecutor executor) {
        int threads = executor.parallelism();
        return new ShotOrder(shots, executor, shots % threads == 0 || shots >= MANY * threads);
    }

    /** All threads at one shot after another. */
    ShotOrder inTurn() {
        return new ShotOrder(shots, executor, false);
    }

    /** Shots under way at once. */
    int together() {
        return sideBySide ? Math.min(shots, executor.parallelism()) : 1;
    }

    /** Does the task for every shot. */
    void each(Task task) {
        each(0, shots, task);
    }

    /** Does the task for the shots from one up to, but without, another. */
    void each(int from, int to, Task task) {
        if (sideBySide) {
            Crew alone = Crew.alone(executor);
            executor.forEach(to - from, number -> task.run(from + number, alone));
        } else {
            Crew crew = new Crew(executor);
            for (int shot = from; shot < to; shot++) {
                task.run(shot, crew);
            }
        }
    }
}
