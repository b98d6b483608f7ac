package org.rote.engine.manifest;

import java.util.Optional;
import java.util.Set;
import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;
import org.rote.spi.Unit;

/**
 * The keys of a sampler's section that the engine owns.
 *
 * @param draws how many draws to keep, at least 1
 * @param burnIn how many draws to discard first
 * @param thinning every how many draws one is kept, at least 1
 * @param budget stop after this many seconds, with the draws made until then; none for no limit
 */
public record Loop(
        @Doc("draws to keep") @Default("1000") long draws,

        @Doc("draws to discard first") @Default("0") long burnIn,
        @Doc("keep one draw in this many") @Default("1") long thinning,

        @Doc("stop after this time with the draws made so far") @Unit("s")
        Optional<Double> budget) {

    /** The keys that count draws, of which a sampler that finds one model has no use. */
    static final Set<String> COUNTS = Set.of("draws", "burn-in", "thinning");

    /** Checks the numbers. */
    public Loop {
        new Checks()
                .atLeast("draws", draws, 1)
                .atLeast("burn-in", burnIn, 0)
                .atLeast("thinning", thinning, 1)
                .that(
                        budget.isEmpty() || budget.get() > 0,
                        "budget",
                        "must be greater than 0 s, got " + budget.orElse(0.0) + " s",
                        "give a time such as \"10 min\", or leave it out for no limit")
                .that(
                        draws < 1 || thinning < 1 || burnIn < 0 || draws <= (Long.MAX_VALUE - burnIn) / thinning,
                        "draws",
                        "with burn-in and thinning asks for more draws than can be counted",
                        "ask for fewer")
                .verify();
    }

    /**
     * The loop of a sampler that gives one estimate.
     *
     * @return one draw, which is kept, and the same budget
     * @throws org.rote.spi.InvalidInputException when burn-in or thinning would discard it
     */
    Loop ofEstimate() {
        String fix = "leave it out, or choose a sampler that draws";
        new Checks()
                .that(burnIn == 0, "burn-in", "would discard the one model that the sampler estimates", fix)
                .that(thinning == 1, "thinning", "would discard the one model that the sampler estimates", fix)
                .verify();
        return new Loop(1, 0, 1, budget);
    }

    /**
     * All draws that a chain is asked for, those that are not kept included.
     *
     * @return burn-in + draws × thinning
     */
    public long total() {
        return burnIn + draws * thinning;
    }
}
