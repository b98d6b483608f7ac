package org.rote.operators.helmholtz;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.rote.spi.NumericsException;

/** Whether the grid carries the shortest wavelength of a model: an error below {@value #LEAST} points in it, and one warning where the stencil slows waves noticeably. */
final class WavelengthCheck {

    /** Below this many points per wavelength no stencil's phase velocity means anything. */
    static final double LEAST = 4;

    /** Relative error of the phase velocity from which users are warned: after 50 wavelengths the wave is half a wavelength off. */
    static final double WORTH_A_WARNING = 0.01;

    private final double frequency;
    private final double spacing;
    private final Stencil stencil;
    private final Consumer<String> warn;
    private final AtomicBoolean warned = new AtomicBoolean();

    /**
     * Prepares.
     *
     * @param frequency the highest, in Hz
     * @param spacing the larger of the grid's, in m
     * @param stencil whose dispersion counts
     * @param warn receives the warning
     */
    WavelengthCheck(double frequency, double spacing, Stencil stencil, Consumer<String> warn) {
        this.frequency = frequency;
        this.spacing = spacing;
        this.stencil = stencil;
        this.warn = warn;
    }

    /** Checks a model of squared slowness, positive. */
    void check(double[] model) {
        double largest = 0;
        for (double value : model) {
            largest = Math.max(largest, value);
        }
        double velocity = 1 / Math.sqrt(largest);
        double points = velocity / (frequency * spacing);
        if (points < LEAST) {
            throw new NumericsException(facts(velocity, points) + "; below " + (int) LEAST
                    + " nothing can be computed\n  fix  take a spacing of at most "
                    + text(velocity / (frequency * LEAST)) + " m, or a frequency of at most "
                    + text(velocity / (spacing * LEAST)) + " Hz");
        }
        double error = Math.abs(Dispersion.error(stencil, points));
        if (error > WORTH_A_WARNING && warned.compareAndSet(false, true)) {
            warn.accept(facts(velocity, points) + ": the stencil makes waves travel "
                    + text(100 * error) + " % wrong; take a finer grid, a lower frequency"
                    + (stencil == Stencil.FIVE_POINT ? ", or stencil: nine-point" : ""));
        }
    }

    private String facts(double velocity, double points) {
        return "the shortest wavelength, " + text(velocity / frequency) + " m at " + text(frequency)
                + " Hz where the velocity is " + text(velocity) + " m/s, has " + text(points) + " grid points (spacing "
                + text(spacing) + " m)";
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
