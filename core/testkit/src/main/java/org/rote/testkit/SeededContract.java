package org.rote.testkit;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.rote.spi.SeededStreams;

/**
 * What every contract shares: a subject, built once for each test and closed after it where it is {@link AutoCloseable}, and one seed, printed by each
 * failure, from which all randomness of the test follows. A failure found with another seed is replayed with {@code -Drote.test.seed=…}. Nothing is retried.
 *
 * @param <T> what is under test
 */
public abstract class SeededContract<T> {

    private static final long DEFAULT_SEED = 20260320;

    final Compare compare = new Compare(this::seed);

    private Optional<T> made = Optional.empty();

    SeededContract() {}

    /**
     * The seed of the test.
     *
     * @return the system property {@code rote.test.seed}, or a fixed number
     */
    protected long seed() {
        return Long.getLong("rote.test.seed", DEFAULT_SEED);
    }

    abstract T build();

    final T subject() {
        if (made.isEmpty()) {
            made = Optional.of(build());
        }
        return made.get();
    }

    /** A stream of its own for each purpose, the same in every run with the same seed. */
    final RandomGenerator random(String purpose) {
        return new SeededStreams(seed(), getClass().getSimpleName()).random(purpose, 0);
    }

    @AfterEach
    void closeSubject() throws Exception {
        if (made.isPresent() && made.get() instanceof AutoCloseable resource) {
            resource.close();
        }
    }
}
