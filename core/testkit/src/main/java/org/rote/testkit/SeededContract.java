package org.rote.testkit;

import java.util.random.RandomGenerator;
import org.rote.spi.SeededStreams;

/**
 * What every contract shares: one seed, printed by each failure, from which all randomness of the test follows. A failure found with another seed is
 * replayed with {@code -Drote.test.seed=…}. Nothing is retried.
 */
public abstract class SeededContract {

    private static final long DEFAULT_SEED = 20260320;

    final Compare compare = new Compare(this::seed);

    /** For the contracts of this package and for contracts of extension points that a plugin adds. */
    protected SeededContract() {}

    /**
     * The seed of the test.
     *
     * @return the system property {@code rote.test.seed}, or a fixed number
     */
    protected long seed() {
        return Long.getLong("rote.test.seed", DEFAULT_SEED);
    }

    /**
     * A stream of its own for each purpose.
     *
     * @param purpose what the numbers are for
     * @return a generator that is the same in every run with the same seed
     */
    protected final RandomGenerator random(String purpose) {
        return new SeededStreams(seed(), getClass().getSimpleName()).random(purpose, 0);
    }
}
