package org.rote.operators.cuda.device;

import java.util.ArrayList;
import java.util.List;

/** Gives things back, each of them even where another fails. */
public final class Closing {

    private Closing() {}

    /**
     * Does every task, whatever the others throw; the first failure is thrown, with the others suppressed in it.
     *
     * @param tasks in this order
     */
    public static void all(Iterable<? extends Runnable> tasks) {
        List<Throwable> failures = new ArrayList<>();
        for (Runnable task : tasks) {
            try {
                task.run();
            } catch (RuntimeException | Error failure) {
                failures.add(failure);
            }
        }
        if (failures.isEmpty()) {
            return;
        }
        Throwable first = failures.get(0);
        failures.stream().skip(1).forEach(first::addSuppressed);
        if (first instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) first; // nothing else is caught above
    }

    /**
     * Does a task because of a failure, which stays what is thrown.
     *
     * @param failure takes what the task throws, suppressed
     * @param task gives back what the failure left
     */
    public static void after(Throwable failure, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error another) {
            failure.addSuppressed(another);
        }
    }
}
