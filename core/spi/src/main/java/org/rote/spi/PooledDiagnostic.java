package org.rote.spi;

import java.util.Optional;
import java.util.Set;

/**
 * A diagnostic that concludes over many cases together: over truths it can tell calibration, over noises whether a posterior answers to the noise level. Cases are pooled that are equal but for some of their
 * parts.
 *
 * <p>Each case is examined by itself first, and may have findings of its own. What the examination hands on to the pool is a digest, so that draws of one case are read at a time: keep it to some thousand numbers, as
 * those of all cases are in memory at once, and keep nothing of the {@link Case} in it, which is closed by then.
 *
 * @param <D> what is kept of a case
 */
public interface PooledDiagnostic<D> extends Diagnostic {

    /**
     * The parts in which the cases of a pool may differ.
     *
     * @return keys of {@link Case#parts}, always the same
     */
    Set<String> over();

    @Override
    Digestion<D> examine(Case subject);

    /**
     * Why a pool cannot be concluded over, most often because it has too few members.
     *
     * @param pool cases that are equal but for {@link #over}, at least one
     * @return the reason, or empty when it can be
     */
    Optional<String> inapplicable(Pool<D> pool);

    /**
     * Concludes over a pool.
     *
     * @param pool a pool for which {@link #inapplicable(Pool)} is empty
     * @return what was found
     */
    Conclusion conclude(Pool<D> pool);

    /**
     * An examination that hands something on to the pool.
     *
     * @param <D> what is handed on
     */
    interface Digestion<D> extends Examination {

        /**
         * What is kept of the case.
         *
         * @return the digest; asked for once, after {@link #conclude}
         */
        D digest();
    }
}
