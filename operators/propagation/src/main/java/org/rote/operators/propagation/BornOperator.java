package org.rote.operators.propagation;

import java.util.Arrays;
import java.util.Optional;
import org.rote.numerics.WaveSpeed;
import org.rote.numerics.input.ContextIn;
import org.rote.spi.Acquisition;
import org.rote.spi.Context;
import org.rote.spi.Dataset;
import org.rote.spi.InvalidInputException;
import org.rote.spi.LinearOperator;
import org.rote.spi.Linearization;
import org.rote.spi.NumericsException;
import org.rote.spi.Part;
import org.rote.spi.Space;

/**
 * Linearized scattering A δm = J(m₀) δm: demigration, and its transpose, migration.
 *
 * <pre>  m₀ ∂²u₀/∂t² − Δu₀ = w(t) δ(x − x_s),   m₀ ∂²δu/∂t² − Δδu = −δm ∂²u₀/∂t²,   d_sr(t) = δu_s(x_r, t).</pre>
 *
 * <p>It is the derivative of the discrete scheme of {@link Propagator}, absorbing layers included, so A δm is the limit of (F(m₀ + ε δm) − F(m₀ − ε δm)) / 2ε; Aᵀ is its exact transpose, ⟨A δm, d⟩ = ⟨δm, Aᵀ d⟩ to the rounding of single precision.
 *
 * <p>Units: δm in s²/m², on nodes of (x, z) or (x, y, z), depth fastest; data [shot][receiver][time].
 *
 * <p>Cost: the wavefield of the background is computed when the operator is first applied, and its second differences in time are kept as far as the memory of the settings goes. From then on each application or transpose is one run of steps for
 * each shot, and where not all was kept another forward run.
 *
 * <p>Any number of threads may apply it at once. Close it when no one applies it: what was kept is given back. One that is applied again computes the wavefield again, and is to be closed again.
 *
 * <p>Source: R.-E. Plessix (2006), A review of the adjoint-state method for computing the gradient of a functional with geophysical applications, Geophysical Journal International 167(2), 495–503.
 */
public final class BornOperator implements LinearOperator, AutoCloseable {

    private static final String BACKGROUND = "background";

    private final Propagator propagator;
    private final double[] background;
    private final Space domain;
    // Guarded by this operator's monitor; empty until it is first applied, and again when closed.
    private Optional<Linearization> derivative = Optional.empty();

    private BornOperator(Propagator propagator, double[] background) {
        this.propagator = propagator;
        this.background = background;
        this.domain = WaveSpeed.SQUARED_SLOWNESS.perturbationIn(propagator.domain());
    }

    /**
     * Reads the background; computes nothing yet.
     *
     * @param background the section {@code background}: one model of positive squared slowness
     * @param propagator of the waves; closed with the operator
     * @param context of the operator
     * @return the operator
     * @throws InvalidInputException when the background is no model of this grid, or cannot carry waves
     */
    public static BornOperator around(Part<Dataset> background, Propagator propagator, Context context) {
        return new BornOperator(propagator, read(background, propagator, context));
    }

    private static double[] read(Part<Dataset> background, Propagator propagator, Context context) {
        Space space = propagator.domain();
        Dataset dataset = background.create(new ContextIn(context, space));
        space.mismatch(dataset.space()).ifPresent(mismatch -> {
            throw new InvalidInputException(BACKGROUND, mismatch, "give a model on the operator's grid");
        });
        if (dataset.count() != 1) {
            throw new InvalidInputException(
                    BACKGROUND,
                    "holds " + dataset.count() + " models, waves are linearized around one",
                    "name one of them, for example with \"count: 1\" or \"take: 0..0\" where the type has such a key");
        }
        double[] model = new double[space.size()];
        dataset.read(0, model);
        try {
            // What is wrong with it, or doubtful, is said before anything runs.
            propagator.step(model);
        } catch (NumericsException refusal) {
            throw new InvalidInputException(
                    BACKGROUND,
                    "cannot carry waves: " + refusal.getMessage(),
                    "give another background, or another grid");
        }
        return model;
    }

    /** Perturbations of squared slowness in s²/m². */
    @Override
    public Space domain() {
        return domain;
    }

    /** Gathers, [shot][receiver][time]. */
    @Override
    public Space range() {
        return propagator.range();
    }

    @Override
    public Optional<Acquisition> acquisition() {
        return propagator.acquisition();
    }

    @Override
    public void apply(double[] dx, double[] out) {
        if (isZero(dx)) { // nothing is scattered, and samplers ask for F(0)
            Arrays.fill(out, 0);
            return;
        }
        derivative().jvp(dx, out);
    }

    @Override
    public void applyAdjoint(double[] dy, double[] out) {
        derivative().vjp(dy, out);
    }

    /** Threads that come first at once wait for one of them. */
    private synchronized Linearization derivative() {
        if (derivative.isEmpty()) {
            derivative = Optional.of(propagator.linearize(background));
        }
        return derivative.get();
    }

    @Override
    public synchronized void close() {
        derivative.ifPresent(Linearization::close);
        derivative = Optional.empty();
        propagator.close();
    }

    private static boolean isZero(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == 0);
    }
}
