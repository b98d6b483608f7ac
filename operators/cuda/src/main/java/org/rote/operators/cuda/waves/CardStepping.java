package org.rote.operators.cuda.waves;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rote.operators.cuda.device.CardException;
import org.rote.operators.cuda.device.Device;
import org.rote.operators.cuda.device.DeviceMemoryException;
import org.rote.operators.propagation.PaddedGrid;
import org.rote.operators.propagation.PreparedWaves;
import org.rote.operators.propagation.Stepping;
import org.rote.spi.Context;
import org.rote.spi.Linearization;
import org.rote.spi.ResourceException;

/**
 * Stepping on a card, shots in batches. The card is opened when waves are first stepped. One call works at a time, as it has all of the card; others wait. What is kept stays on the card, as far as the budget goes; the rest is computed again, to the same bits: the kernels leave no rounding to a compiler.
 */
public final class CardStepping implements Stepping {

    private static final String CLOSE_OTHERS = "close other programs on the card, which nvidia-smi lists";
    private static final String LOOK = "see what nvidia-smi says of the card";
    private static final String PROCESSOR =
            ", or take the type without \"-cuda\", which computes the same on the processor";

    private final Card card;
    private final CardLayout layout;
    private final long memory;
    private final Consumer<String> note;
    private final Threads threads;
    private final AtomicBoolean noted = new AtomicBoolean();
    private final AtomicBoolean warned = new AtomicBoolean();

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
        int launched = launched();
        List<Batch> batches = CardPlan.forward(layout, waves, launched, memory);
        CardPlan.lackForDerivative(layout, waves, memory)
                .filter(lack -> warned.compareAndSet(false, true))
                .ifPresent(note);
        Demand demand = Demand.ofData(layout, waves, launched, batches.get(0).shots());
        inTurn(card::open, () -> demand, device -> {
            try (Allocations all = new Allocations(device)) {
                ModelOnCard model = ModelOnCard.of(layout, waves, all);
                for (Batch batch : batches) {
                    forward(device, model, batch, out);
                }
            }
        });
    }

    private void forward(Device device, ModelOnCard model, Batch batch, double[] out) {
        BatchBoxes boxes = BatchBoxes.of(model.waves(), batch, threads);
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
        Batch all = new Batch(0, waves.shots().size());
        int launched = launched();
        CardPlan plan = CardPlan.of(layout, waves, BatchBoxes.of(waves, all, threads), launched, memory);
        if (noted.compareAndSet(false, true)) {
            note.accept("on the card, a gradient goes through " + waves.shots().size() + " shots by batches of "
                    + plan.size() + ", " + plan.plan().describe("batch"));
        }
        return new CardLinearization(this, waves, plan);
    }

    private int launched() {
        return answer(() -> Launches.shots(layout.grid(), card.open()));
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

    /**
     * Works with the card when it is free.
     *
     * @param which gives the open card
     * @param demand told where the card has less memory
     * @param work with the card
     * @throws ResourceException when the card fails, or has too little memory
     */
    void inTurn(Supplier<Device> which, Supplier<Demand> demand, Consumer<Device> work) {
        inTurn(() -> {
            Device device = which.get();
            Demand demanded = demand.get();
            long free = device.free();
            try {
                work.accept(device);
            } catch (DeviceMemoryException full) {
                throw demanded.tooLittle(full, device.describe(), free, memory);
            }
        });
    }

    /**
     * Works with what is on the card when it is free.
     *
     * @throws ResourceException when the card fails
     */
    void inTurn(Runnable work) {
        answer(() -> {
            work.run();
            return work;
        });
    }

    private <T> T answer(Supplier<T> work) {
        synchronized (turn) {
            try {
                return work.get();
            } catch (CardException failed) {
                throw new ResourceException(
                        "the card failed: " + failed.getMessage() + "\n  fix  "
                                + (failed instanceof DeviceMemoryException ? CLOSE_OTHERS : LOOK) + PROCESSOR,
                        failed);
            }
        }
    }

    @Override
    public void close() {
        inTurn(card::close);
    }
}
