package org.rote.operators.cuda.waves;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rote.operators.cuda.device.Device;
import org.rote.operators.cuda.device.DeviceMemoryException;
import org.rote.operators.propagation.PaddedGrid;
import org.rote.operators.propagation.PreparedWaves;
import org.rote.operators.propagation.Stepping;
import org.rote.operators.propagation.memory.Sizes;
import org.rote.spi.Context;
import org.rote.spi.Linearization;
import org.rote.spi.NumericsException;

/**
 * Stepping on a card, shots in batches. The card is opened when waves are first stepped. One call works at a time, as it has all of the card; others wait. What is kept stays on the card, as far as the budget goes; the rest is computed again.
 */
public final class CardStepping implements Stepping {

    /** Part of the free memory that can be had: the card gives it in pages. */
    private static final double USABLE = 0.95;

    private final Card card;
    private final CardLayout layout;
    private final long memory;
    private final Consumer<String> note;
    private final Threads threads;
    private final AtomicBoolean noted = new AtomicBoolean();

    /** Guards the card. */
    private final Object turn = new Object();

    private CardStepping(Supplier<Device> opener, PaddedGrid grid, double memory, Context context) {
        this.card = new Card(opener);
        this.layout = new CardLayout(grid);
        this.memory = (long) memory;
        this.note = context::note;
        this.threads = new Threads(context.executor());
    }

    /**
     * Stepping on a card.
     *
     * @param opener opens it
     * @return makes the stepping
     */
    public static Stepping.Maker on(Supplier<Device> opener) {
        return (grid, shots, memory, context) -> new CardStepping(opener, grid, memory, context);
    }

    @Override
    public void forward(PreparedWaves waves, double[] out) {
        List<Batch> batches = CardPlan.forward(layout, waves, memory);
        inTurn(waves, batches.get(0).shots(), device -> {
            try (Allocations all = new Allocations(device)) {
                ModelOnCard model = ModelOnCard.of(layout, waves, all);
                for (Batch batch : batches) {
                    forward(device, model, batch, out);
                }
            }
        });
    }

    private void forward(Device device, ModelOnCard model, Batch batch, double[] out) {
        BatchBoxes boxes = new BatchBoxes(model.waves(), batch);
        int steps = model.waves().samples() - 1;
        try (Allocations own = new Allocations(device);
                BatchWaves waves = new BatchWaves(device, layout, model, batch, boxes, boxes.unpacked(), threads)) {
            long states = own.bytes(waves.statesBytes());
            device.clear(states, waves.statesBytes());
            waves.forward(states, 0, steps, CardKept.NOTHING, true);
            waves.read(states, steps);
            waves.write(1, out);
        }
    }

    @Override
    public Linearization linearize(PreparedWaves waves) {
        CardPlan plan = CardPlan.of(layout, waves, memory);
        if (noted.compareAndSet(false, true)) {
            note.accept("on the card, a gradient goes through " + waves.shots().size() + " shots by batches of "
                    + plan.size() + ", " + plan.plan().describe("batch"));
        }
        return new CardLinearization(this, waves, plan);
    }

    CardLayout layout() {
        return layout;
    }

    Threads threads() {
        return threads;
    }

    Card card() {
        return card;
    }

    /** Works with the card when it is free, and tells what it means when there is too little memory. */
    void inTurn(PreparedWaves waves, int batch, Consumer<Device> work) {
        synchronized (turn) {
            Device device = card.device();
            long free = device.free();
            try {
                work.accept(device);
            } catch (DeviceMemoryException full) {
                throw tooLittle(full, device, free, waves, batch);
            }
        }
    }

    /** Works with what is on the card when it is free. */
    void inTurn(Runnable work) {
        synchronized (turn) {
            work.run();
        }
    }

    private NumericsException tooLittle(
            DeviceMemoryException full, Device device, long free, PreparedWaves waves, int batch) {
        long usable = (long) (USABLE * free);
        long each = CardPlan.workingBytes(layout, waves);
        long fitting = (usable - CardPlan.fixedBytes(layout)) / each;
        String fix = fitting < 1
                ? "not even one shot fits, which takes " + Sizes.words(CardPlan.fixedBytes(layout) + each)
                        + "; set memory to less, close other programs and linearizations on the card, or take a smaller grid"
                : "batches of up to " + fitting + (fitting == 1 ? " shot" : " shots") + " fit; set memory to at most "
                        + Sizes.words(usable) + ", or close other programs and linearizations on the card";
        return new NumericsException("the card is out of memory: " + Sizes.words(full.asked()) + " were asked for when "
                + Sizes.words(full.free()) + " were free, of " + Sizes.words(free)
                + " before this began, for batches of " + batch + " shots on " + device.describe() + "\n  fix  "
                + fix);
    }

    @Override
    public void close() {
        synchronized (turn) {
            card.close();
        }
    }
}
