package org.rote.operators.cuda.waves;

import java.util.function.LongToIntFunction;
import java.util.function.LongUnaryOperator;
import org.rote.operators.cuda.device.DeviceMemoryException;
import org.rote.operators.propagation.PreparedWaves;
import org.rote.operators.propagation.memory.Sizes;
import org.rote.spi.ResourceException;

/**
 * What a call takes of a card: so much is told of it where the card has less.
 *
 * @param batch shots that are stepped together
 * @param kept bytes that are on the card for it before it begins
 * @param least bytes that it takes for one shot at a time, by the budget
 * @param batchWithin shots of a batch, by a budget of at least so much
 */
record Demand(int batch, long kept, LongUnaryOperator least, LongToIntFunction batchWithin) {

    /** Part of the free memory that can be had: the card gives it in pages. */
    private static final double USABLE = 0.95;

    private static final String CLOSE_OTHERS = "close other programs and linearizations on the card";

    static Demand ofData(CardLayout layout, PreparedWaves waves, int launched, int batch) {
        return new Demand(
                batch,
                0,
                budget -> CardPlan.leastForData(layout, waves),
                budget ->
                        CardPlan.forward(layout, waves, launched, budget).get(0).shots());
    }

    static Demand ofDerivative(CardLayout layout, PreparedWaves waves, CardPlan plan, long kept) {
        return new Demand(
                plan.size(),
                kept,
                budget -> CardPlan.leastForDerivative(layout, waves, budget),
                budget -> CardPlan.of(layout, waves, plan.boxes(), plan.launched(), budget)
                        .size());
    }

    /**
     * What it means that there is too little memory.
     *
     * @param full what the card says
     * @param card its name
     * @param free bytes of it that nobody had before the call began
     * @param memory bytes that were allowed
     */
    ResourceException tooLittle(DeviceMemoryException full, String card, long free, long memory) {
        // What is kept counts: another budget would be for all of it.
        long usable = twoDigits((long) (USABLE * Math.min(free + kept, memory)));
        String wanted = full.asked().isPresent()
                ? Sizes.words(full.asked().getAsLong()) + " were asked for"
                : full.call() + " asked for more";
        String had = full.free().isPresent()
                ? " when " + Sizes.words(twoDigits(full.free().getAsLong())) + " were free,"
                : ";";
        return new ResourceException(
                "the card is out of memory: " + wanted + had + " of " + Sizes.words(twoDigits(free))
                        + " before this began"
                        + (kept > 0 ? " besides " + Sizes.words(kept) + " that this linearization keeps" : "")
                        + ", for batches of " + shots(batch) + " on " + card + "\n  fix  " + fix(usable),
                full);
    }

    private String fix(long usable) {
        long needed = least.applyAsLong(usable);
        return usable < needed
                ? "not even one shot fits, which takes " + Sizes.words(needed) + "; " + CLOSE_OTHERS
                        + ", or take a smaller grid"
                : "batches of " + shots(batchWithin.applyAsInt(usable)) + " fit: set memory to at most "
                        + Sizes.words(usable) + ", or " + CLOSE_OTHERS;
    }

    private static String shots(int count) {
        return count == 1 ? "1 shot" : count + " shots";
    }

    /** Rounded down, where {@link Sizes#words} would round up: so much there is for sure. */
    private static long twoDigits(long bytes) {
        long unit = 1;
        while (bytes / unit >= 100) {
            unit *= 10;
        }
        return bytes / unit * unit;
    }
}
