package org.rote.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finished cases of a study that are equal but for some of their parts, as a {@link PooledDiagnostic} sees them.
 *
 * @param <D> what was kept of each case
 */
public interface Pool<D> extends Streams {

    /**
     * The name of the pool.
     *
     * @return the fewest common parts that tell it from other pools, joined by {@code +}
     */
    String name();

    /**
     * What was kept of each case that could be examined.
     *
     * @return the members in the order of the manifest, at least one
     */
    List<Member<D>> members();

    /**
     * For work that is worth several threads.
     *
     * @return the study's executor
     */
    RunExecutor executor();

    /**
     * Where long work says how far it is.
     *
     * @return the receiver
     */
    Progress progress();

    /**
     * Where arrays go.
     *
     * @return the pool's sink
     */
    Sink sink();

    /**
     * One case of a pool.
     *
     * @param name the case's name
     * @param parts see {@link Case#parts}
     * @param digest what the examination of the case kept
     * @param <D> its type
     */
    record Member<D>(String name, Map<String, String> parts, D digest) {

        /** Copies the map, keeping its order. */
        public Member {
            parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        }
    }
}
