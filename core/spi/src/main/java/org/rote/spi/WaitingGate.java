package org.rote.spi;

import java.util.concurrent.Semaphore;

/** A gate before which threads wait idly, first come, first served. */
final class WaitingGate implements Gate {

    private final Semaphore places;

    WaitingGate(int places) {
        this.places = new Semaphore(places, true);
    }

    @Override
    public void pass(Runnable work) {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunInterruptedException();
        }
        try {
            work.run();
        } finally {
            places.release();
        }
    }
}
