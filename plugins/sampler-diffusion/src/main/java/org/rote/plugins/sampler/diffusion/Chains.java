package org.rote.plugins.sampler.diffusion;

import java.util.Optional;
import org.rote.spi.Checks;

/** How many chains run together. */
final class Chains {

    private static final int MOST = 128;

    private Chains() {}

    static void verify(Optional<Integer> chains) {
        chains.ifPresent(given -> new Checks().atLeast("chains", given, 1).verify());
    }

    static int of(Optional<Integer> chains, long draws) {
        return chains.orElse((int) Math.max(1, Math.min(MOST, draws)));
    }
}
