package org.rote.operators.propagation;

import java.util.List;
import java.util.Optional;
import org.rote.numerics.WaveSpeed;
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
public final class Propagator implements ForwardOperator, AutoCloseable {

    private final PropagationSettings settings;
    private final PaddedGrid grid;
    private final List<PlacedShot> shots;
    private final Clock clock;
    private final WavelengthCheck wavelengths;
    private final Stepping stepping;
    private final Space domain;
    private final Space range;

    /**
     * Places the shots; waves are stepped on the cores of the processor.
     *
     * @param settings what waves
     * @param context lends its threads, and is told of the step and of what is doubtful
     */
    public Propagator(PropagationSettings settings, Context context) {
        this(settings, context, CoreStepping::new);
    }

    /**
     * Places the shots.
     *
     * @param settings what waves
     * @param context lends its threads, and is told of the step and of what is doubtful
     * @param maker of where they are stepped
     */
    public Propagator(PropagationSettings settings, Context context, Stepping.Maker maker) {
        this.settings = settings;
        this.grid = PaddedGrid.of(settings);
        this.shots = PlacedShot.all(grid, settings.shots());
        this.clock = new Clock(grid, settings, context);
        this.wavelengths = new WavelengthCheck(grid, settings.wavelet(), context::warn);
        settings.recording().aliasing(settings.wavelet()).ifPresent(context::warn);
        this.stepping = maker.on(grid, shots, settings.memory(), context);
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
        stepping.forward(waves(x), out);
    }

    @Override
    public Linearization linearize(double[] x) {
        return stepping.linearize(waves(x));
    }

    /** Gives back what stepping holds. */
    @Override
    public void close() {
        stepping.close();
    }

    private PreparedWaves waves(double[] model) {
        double fastest = fastest(model);
        Clock.Ticks ticks = clock.of(fastest);
        Medium medium =
                Medium.of(grid, model, ticks.step(), fastest, settings.wavelet().peakFrequency());
        Reach reach = new Reach(grid, ticks.step(), fastest);
        return new PreparedWaves(grid, shots, medium, ticks, reach, model, range.size());
    }

    private double fastest(double[] model) {
        WaveSpeed.SQUARED_SLOWNESS.requirePositive(model, domain);
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double value : model) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double fastest = 1 / Math.sqrt(least);
        wavelengths.check(1 / Math.sqrt(most), fastest);
        return fastest;
    }
}
