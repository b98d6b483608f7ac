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

    /** What waves may take of Java's heap: training models, draws, and what others compute lie there too. */
    private static final double SHARE_OF_HEAP = 0.75;

    private static final String DERIVATIVE =
            "a derivative: all data, and two waves, some steps and the traces of one shot take ";

    private final SteppingSpace space;
    private final List<TiledShot> shots;
    private final ShotOrder order;
    private final Workshop workshop;
    private final double memory;
    private final long heap;
    private final Consumer<String> note;
    private final AtomicBoolean noted = new AtomicBoolean();
    private final AtomicBoolean warned = new AtomicBoolean();

    CoreStepping(PaddedGrid grid, List<PlacedShot> shots, double memory, Context context) {
        this(grid, shots, memory, Runtime.getRuntime().maxMemory(), context);
    }

    CoreStepping(PaddedGrid grid, List<PlacedShot> shots, double memory, long heap, Context context) {
        this.space = SteppingSpace.of(grid, KernelProvider.chosen());
        this.shots = TiledShot.all(space, shots);
        this.order = ShotOrder.of(shots.size(), context.executor());
        this.memory = memory;
        this.heap = heap;
        this.workshop = new Workshop(space, shots.size(), Math.min(memory, SHARE_OF_HEAP * heap));
        this.note = context::note;
    }

    @Override
    public void forward(PreparedWaves prepared, double[] out) {
        long budget = workshop.budget();
        if (budget < workshop.forward(prepared, 1)) {
            throw tooLittle("data: one wave and its traces take ", workshop.forward(prepared, 1));
        }
        warnOfDerivatives(workshop.sizes(prepared));
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
            throw tooLittle(DERIVATIVE, workshop.enough(sizes));
        }
        Plan inTurn = Plan.of(packings, 1, sizes);
        Plan plan = inTurn;
        if (order.together() > 1 && sizes.budget() >= sizes.least(order.together())) {
            Plan together = Plan.of(packings, order.together(), sizes);
            plan = together.extraRuns() <= inTurn.extraRuns() + WORTH_A_CREW ? together : inTurn;
        }
        if (noted.compareAndSet(false, true)) {
            String bound = plan.keepsEverything() || !isBoundByHeap()
                    ? ""
                    : "; Java's heap of " + Sizes.words(heap) + " has room for no more (" + largerHeap(memory) + ")";
            note.accept("a gradient " + plan.describe() + bound);
        }
        Turns turns = Turns.within(plan, plan == inTurn ? order.inTurn() : order, workshop.model(), workshop.change());
        workshop.makeRoom(sizes);
        return new WaveLinearization(waves, turns);
    }

    /** Where data alone are wanted nothing is wrong, but a check of a study computes no more than data. */
    private void warnOfDerivatives(Sizes sizes) {
        if (sizes.budget() < sizes.least(1) && warned.compareAndSet(false, true)) {
            note.accept(lack(DERIVATIVE, workshop.enough(sizes)));
        }
    }

    private boolean isBoundByHeap() {
        return workshop.budget() < (long) memory;
    }

    private NumericsException tooLittle(String what, long needed) {
        String more =
                isBoundByHeap() ? "give Java a larger heap, " + largerHeap((double) needed) : "allow at least so much";
        return new NumericsException(lack(what, needed) + "\n  fix  " + more + ", or take a smaller grid");
    }

    private String lack(String what, long needed) {
        String whose = isBoundByHeap() ? ", what Java's heap has room for," : "";
        return "memory of " + Sizes.words(workshop.budget()) + whose + " is too little for " + what
                + Sizes.words(needed);
    }

    private static String largerHeap(double bytes) {
        return "ROTE_JAVA_OPTS=-Xmx" + (long) Math.ceil(bytes / SHARE_OF_HEAP / (1 << 20)) + "m";
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
