package org.rote.operators.propagation;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.rote.operators.propagation.kernels.KernelProvider;
import org.rote.operators.propagation.memory.Packing;
import org.rote.operators.propagation.memory.Plan;
import org.rote.operators.propagation.memory.Sizes;
import org.rote.spi.Context;
import org.rote.spi.Linearization;
import org.rote.spi.NumericsException;

/** Stepping on the cores of the processor. */
final class CoreStepping implements Stepping {

    /** Forward runs that a crew at one shot must save over shots side by side: threads of a crew wait for each other. */
    private static final double WORTH_A_CREW = 0.25;

    private static final String MORE_MEMORY = "\n  fix  allow at least so much, or take a smaller grid";

    private final SteppingSpace space;
    private final List<TiledShot> shots;
    private final ShotOrder order;
    private final Workshop workshop;
    private final Consumer<String> note;
    private final AtomicBoolean noted = new AtomicBoolean();

    CoreStepping(PaddedGrid grid, List<PlacedShot> shots, double memory, Context context) {
        this.space = SteppingSpace.of(grid, KernelProvider.chosen());
        this.shots = TiledShot.all(space, shots);
        this.order = ShotOrder.of(shots.size(), context.executor());
        this.workshop = new Workshop(space, shots.size(), memory);
        this.note = context::note;
    }

    @Override
    public void forward(PreparedWaves prepared, double[] out) {
        long budget = workshop.budget();
        if (budget < workshop.forward(prepared, 1)) {
            throw new NumericsException("memory of " + Sizes.words(budget)
                    + " is too little for data: one wave and its traces take "
                    + Sizes.words(workshop.forward(prepared, 1)) + MORE_MEMORY);
        }
        ModelWaves waves = waves(prepared);
        ShotOrder affordable = budget < workshop.forward(prepared, order.together()) ? order.inTurn() : order;
        affordable.each((shot, crew) -> waves.forward(shot, crew, out));
    }

    @Override
    public Linearization linearize(PreparedWaves prepared) {
        ModelWaves waves = waves(prepared);
        List<Packing> packings = waves.packings();
        Sizes sizes = workshop.sizes(prepared);
        if (sizes.budget() < sizes.least(1)) {
            throw new NumericsException("memory of " + Sizes.words(sizes.budget())
                    + " is too little for a derivative: all data, and two waves, some steps and the traces of one shot take "
                    + Sizes.words(workshop.enough(sizes)) + MORE_MEMORY);
        }
        Plan inTurn = Plan.of(packings, 1, sizes);
        Plan plan = inTurn;
        if (order.together() > 1 && sizes.budget() >= sizes.least(order.together())) {
            Plan together = Plan.of(packings, order.together(), sizes);
            plan = together.extraRuns() <= inTurn.extraRuns() + WORTH_A_CREW ? together : inTurn;
        }
        if (noted.compareAndSet(false, true)) {
            note.accept("a gradient " + plan.describe());
        }
        Turns turns = Turns.within(plan, plan == inTurn ? order.inTurn() : order, workshop.model(), workshop.change());
        workshop.makeRoom(sizes);
        return new WaveLinearization(waves, turns);
    }

    Workshop workshop() {
        return workshop;
    }

    /** What it holds is memory of Java, which goes when it is no longer used. */
    @Override
    public void close() {}

    private ModelWaves waves(PreparedWaves prepared) {
        return new ModelWaves(space, workshop, shots, prepared);
    }
}
