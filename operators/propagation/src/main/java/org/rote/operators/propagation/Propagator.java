package org.rote.operators.propagation;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.rote.numerics.WaveSpeed;
import org.rote.operators.propagation.kernels.KernelProvider;
import org.rote.operators.propagation.memory.Packing;
import org.rote.operators.propagation.memory.Plan;
import org.rote.operators.propagation.memory.Sizes;
import org.rote.operators.survey.ShotAcquisition;
import org.rote.spi.Acquisition;
import org.rote.spi.Context;
import org.rote.spi.Element;
import org.rote.spi.ForwardOperator;
import org.rote.spi.Linearization;
import org.rote.spi.NumericsException;
import org.rote.spi.Space;

/**
 * Acoustic waves of point sources, recorded by receivers: from squared slowness m to gathers d.
 *
 * <pre>  m ∂²u/∂t² − Δu = w(t) δ(x − x_s),   d_sr(t) = u_s(x_r, t),   u = 0 before t = 0.</pre>
 *
 * <p>Derivatives in space are central differences, those in time of second order, of which the dispersion is taken out (see {@link TimeTransform}); absorbing layers surround the grid (Pasalic and McGarry, 2010). The derivative is that of the
 * discrete scheme, the transpose exactly its transpose: adjoint state, run backwards over the second differences in time that the forward run left.
 *
 * <p>Units: m in s²/m², positions in m, times in s; in a plane u has the unit of the wavelet, in space that unit per m. A source is divided by the volume of a cell, so its amplitude does not depend on the grid. Data are [shot][receiver][time].
 *
 * <p>Cost: a step costs about three additions and multiplications for every coefficient of the differences at every node that the wave can have reached and from which a receiver can still be reached. {@link #linearize} takes a forward run and
 * keeps what memory allows; jvp takes one run, vjp one run backwards, and both another forward run for each shot that was not kept. Memory is taken as {@link PropagationSettings#memory} allows, and used again.
 *
 * <p>Immutable; any number of threads may call it at once. Shots run side by side, or, where there are fewer shots than threads, blocks of rows of one shot; results have the same bits on any number of threads.
 *
 * <p>Source: R.-E. Plessix (2006), A review of the adjoint-state method for computing the gradient of a functional with geophysical applications, Geophysical Journal International 167(2), 495–503.
 */
public final class Propagator implements ForwardOperator {

    /** Forward runs that a crew at one shot must save over shots side by side: threads of a crew wait for each other. */
    private static final double WORTH_A_CREW = 0.25;

    private static final String MORE_MEMORY = "\n  fix  allow at least so much, or take a smaller grid";

    private final PropagationSettings settings;
    private final SteppingSpace space;
    private final List<PlacedShot> shots;
    private final Clock clock;
    private final WavelengthCheck wavelengths;
    private final ShotOrder order;
    private final AtomicBoolean noted = new AtomicBoolean();
    private final Consumer<String> note;
    private final Workshop workshop;
    private final Space domain;
    private final Space range;

    /**
     * Places the shots.
     *
     * @param settings what waves
     * @param context lends its threads, and is told of the step and of what is doubtful
     */
    public Propagator(PropagationSettings settings, Context context) {
        this.settings = settings;
        this.note = context::note;
        this.order = ShotOrder.of(settings.shots().size(), context.executor());
        this.space = SteppingSpace.of(PaddedGrid.of(settings), KernelProvider.chosen());
        this.shots = settings.shots().stream()
                .map(shot -> PlacedShot.of(space, shot))
                .toList();
        this.clock = new Clock(space.grid(), settings.wavelet(), settings.recording(), context::note);
        this.wavelengths = new WavelengthCheck(space.grid(), settings.wavelet(), context::warn);
        this.workshop = new Workshop(space, settings.memory());
        this.domain = WaveSpeed.SQUARED_SLOWNESS.in(new Space(settings.grid().axes(), "value", "1", Element.FLOAT32));
        this.range = settings.recording().gathers(settings.shots());
    }

    @Override
    public Optional<Acquisition> acquisition() {
        return Optional.of(
                new ShotAcquisition(settings.shots(), settings.grid().axes().size()));
    }

    /** Squared slowness in s²/m², (x, z) or (x, y, z). */
    @Override
    public Space domain() {
        return domain;
    }

    /** Gathers, [shot][receiver][time]. */
    @Override
    public Space range() {
        return range;
    }

    /**
     * The step in time for a model; checks the model without stepping anything.
     *
     * @param model squared slowness; not modified
     * @return Δt in s
     * @throws NumericsException when the model is not positive, when the grid cannot carry its waves, or when a step was asked for that is not stable
     */
    public double step(double[] model) {
        return clock.of(fastest(model)).step();
    }

    @Override
    public void forward(double[] x, double[] out) {
        long budget = workshop.sizes().budget();
        if (budget < workshop.forward(1)) {
            throw new NumericsException("memory of " + Sizes.words(budget) + " is too little for data: one wave takes "
                    + Sizes.words(workshop.forward(1)) + MORE_MEMORY);
        }
        ModelWaves waves = waves(x);
        ShotOrder affordable = budget < workshop.forward(order.together()) ? order.inTurn() : order;
        affordable.each((shot, crew) -> waves.forward(shot, crew, out));
    }

    @Override
    public Linearization linearize(double[] x) {
        ModelWaves waves = waves(x);
        List<Packing> packings = waves.packings();
        Sizes sizes = workshop.sizes();
        if (sizes.budget() < sizes.least(1)) {
            throw new NumericsException("memory of " + Sizes.words(sizes.budget())
                    + " is too little for a derivative: two waves and one step of one shot take "
                    + Sizes.words(sizes.least(1)) + MORE_MEMORY);
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
        return new WaveLinearization(waves, plan, plan == inTurn ? order.inTurn() : order, range.size());
    }

    private ModelWaves waves(double[] model) {
        double fastest = fastest(model);
        Clock.Ticks ticks = clock.of(fastest);
        Medium medium = Medium.of(
                space.grid(), model, ticks.step(), fastest, settings.wavelet().peakFrequency());
        return new ModelWaves(
                space, workshop, shots, medium, ticks, new Reach(space.grid(), ticks.step(), fastest), model);
    }

    private double fastest(double[] model) {
        WaveSpeed.SQUARED_SLOWNESS.requirePositive(model, domain);
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double value : model) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        wavelengths.check(1 / Math.sqrt(most));
        return 1 / Math.sqrt(least);
    }
}
