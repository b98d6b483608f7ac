package org.rote.operators.cuda.waves;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.rote.operators.propagation.Box;
import org.rote.operators.propagation.PreparedWaves;
import org.rote.operators.propagation.memory.Packing;
import org.rote.operators.propagation.memory.Plan;
import org.rote.operators.propagation.memory.Sizes;
import org.rote.spi.NumericsException;

/**
 * How shots are put together, and what is kept of each batch, within a budget: the largest batches that cost hardly more steps again than smaller ones, which leave more room for what is kept.
 *
 * @param batches all shots
 * @param boxes of all shots
 * @param launched shots that the card admits together, see {@link Launches#shots}
 * @param arrayBytes of an array of second differences
 * @param packings of each batch into such arrays
 * @param plan by batch
 */
record CardPlan(
        List<Batch> batches, BatchBoxes boxes, int launched, long arrayBytes, List<Packing> packings, Plan plan) {

    private static final String MORE_MEMORY = "\n  fix  allow at least so much, or take a smaller grid";

    /** Forward runs that smaller batches must save: larger ones leave less of a card without work. */
    private static final double WORTH_SMALLER_BATCHES = 0.25;

    /** Nodes of all shots of a batch that surely give all of a card work; more shots at once would only take memory. An estimate: no card was at hand. */
    private static final int NODES_AT_ONCE = 1 << 24;

    /** Numbers that an index can surely reach: second differences of one step, and tables and traces, of a batch of several shots. One shot may have more, up to what an array holds. */
    private static final long MOST_NUMBERS = 1 << 30;

    /** Numbers in an array of second differences, where a step is smaller. */
    private static final int LENGTH = 1 << 22;

    /** How many arrays there should be room for at least, so that it can be divided well. */
    private static final int LEAST_ARRAYS = 64;

    /**
     * Chooses.
     *
     * @param layout of the waves
     * @param waves through a model
     * @param boxes of all shots
     * @param launched shots that the card admits together
     * @param budget in bytes
     * @throws NumericsException when it is too small for a derivative
     */
    static CardPlan of(CardLayout layout, PreparedWaves waves, BatchBoxes boxes, int launched, long budget) {
        CardPlan best = of(layout, waves, boxes, launched, budget, 1)
                .orElseThrow(() -> new NumericsException(
                        lackForDerivative(layout, waves, budget).orElseThrow() + MORE_MEMORY));
        double fewest = best.plan.extraRuns();
        List<CardPlan> candidates = new ArrayList<>(List.of(best));
        for (int size = most(layout, waves, launched); size > 1; size /= 2) {
            of(layout, waves, boxes, launched, budget, size).ifPresent(candidates::add);
        }
        for (CardPlan candidate : candidates) {
            fewest = Math.min(fewest, candidate.plan.extraRuns());
        }
        for (CardPlan candidate : candidates) {
            boolean larger =
                    candidate.batches.get(0).shots() > best.batches.get(0).shots();
            if (larger && candidate.plan.extraRuns() <= fewest + WORTH_SMALLER_BATCHES) {
                best = candidate;
            }
        }
        return best;
    }

    private static Optional<CardPlan> of(
            CardLayout layout, PreparedWaves waves, BatchBoxes boxes, int launched, long budget, int size) {
        List<Batch> batches = Batch.of(waves.shots().size(), size);
        Sizes sizes = sizes(layout, waves, budget, batches.get(0).shots());
        if (sizes.budget() < sizes.least(1)) {
            return Optional.empty();
        }
        int length = Math.toIntExact(sizes.array() / Float.BYTES);
        List<Packing> packings =
                batches.stream().map(batch -> boxes.part(batch).packing(length)).toList();
        return Optional.of(
                new CardPlan(batches, boxes, launched, sizes.array(), packings, Plan.of(packings, 1, sizes)));
    }

    /** What a derivative takes for one shot at a time. */
    static long leastForDerivative(CardLayout layout, PreparedWaves waves, long budget) {
        return sizes(layout, waves, budget, 1).least(1);
    }

    /** What is said where the budget is too small for a derivative. */
    static Optional<String> lackForDerivative(CardLayout layout, PreparedWaves waves, long budget) {
        long least = leastForDerivative(layout, waves, budget);
        return Optional.of(lack(budget, "a derivative: two waves and one step of one shot take ", least))
                .filter(words -> budget < least);
    }

    private static String lack(long budget, String what, long least) {
        return "memory of " + Sizes.words(budget) + " is too little for " + what + Sizes.words(least);
    }

    /** Model, and a change of it. */
    private static long fixedBytes(CardLayout layout) {
        return 2 * ModelOnCard.bytes(layout);
    }

    /** What one more shot in a batch takes, besides what is kept of it: a wave, the one that runs back or is scattered, the gradient, points and traces. */
    private static long workingBytes(CardLayout layout, PreparedWaves waves) {
        return Float.BYTES * (2 * layout.stateSize() + layout.fieldSize()) + BatchWaves.bytes(waves, 1);
    }

    private static Sizes sizes(CardLayout layout, PreparedWaves waves, long budget, int size) {
        long box = Box.all(layout.grid()).size() * size;
        long working = workingBytes(layout, waves) * size;
        long room = Math.max(0, budget - fixedBytes(layout) - working);
        // Whole steps, so that nothing of an array stays empty once the waves are everywhere.
        long steps = Math.max(1, Math.min(LENGTH, room / (LEAST_ARRAYS * Float.BYTES)) / box);
        return new Sizes(
                budget,
                Float.BYTES * steps * box,
                Float.BYTES * layout.stateSize() * size,
                working,
                fixedBytes(layout));
    }

    /**
     * Batches for data alone: nothing is kept.
     *
     * @throws NumericsException when the budget is too small for one shot
     */
    static List<Batch> forward(CardLayout layout, PreparedWaves waves, int launched, long budget) {
        long each = bytesForData(layout, waves);
        long fitting = (budget - ModelOnCard.bytes(layout)) / each;
        if (fitting < 1) {
            throw new NumericsException(
                    lack(budget, "data: one wave takes ", leastForData(layout, waves)) + MORE_MEMORY);
        }
        return Batch.of(waves.shots().size(), (int) Math.min(fitting, most(layout, waves, launched)));
    }

    /** What data take for one shot at a time. */
    static long leastForData(CardLayout layout, PreparedWaves waves) {
        return ModelOnCard.bytes(layout) + bytesForData(layout, waves);
    }

    private static long bytesForData(CardLayout layout, PreparedWaves waves) {
        return Float.BYTES * layout.stateSize() + BatchWaves.bytes(waves, 1);
    }

    /** What gives a card work, a launch admits, an index can reach, and an array of Java. */
    private static int most(CardLayout layout, PreparedWaves waves, int launched) {
        long box = Box.all(layout.grid()).size();
        return (int) LongStream.of(
                        NODES_AT_ONCE / box,
                        launched,
                        MOST_NUMBERS / box,
                        MOST_NUMBERS / BatchWaves.numbers(waves),
                        waves.shots().size())
                .map(most -> Math.max(1, most))
                .min()
                .orElseThrow();
    }

    /** Those of a batch. */
    BatchBoxes boxes(int number) {
        return boxes.part(batches.get(number));
    }

    /** The largest batch. */
    int size() {
        return batches.get(0).shots();
    }

    /** All batches by number. */
    IntStream numbers() {
        return IntStream.range(0, batches.size());
    }
}
