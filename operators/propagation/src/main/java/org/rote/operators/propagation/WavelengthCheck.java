package org.rote.operators.propagation;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.rote.operators.survey.Pulse;
import org.rote.spi.NumericsException;

/** Whether the grid carries the shortest wavelength of a model: an error where even the peak frequency has fewer than {@value #LEAST} nodes in it, and one warning each where the differences slow waves noticeably
 * and where no rock is so fast. */
final class WavelengthCheck {

    /** Below so many nodes in a wavelength it is another wave. */
    private static final double LEAST = 2;

    /** Relative error of the velocity from which users are warned: after 50 wavelengths the wave is a quarter of a wavelength off. */
    private static final double WORTH_A_WARNING = 0.005;

    private final PaddedGrid grid;
    private final Pulse wavelet;
    private final Consumer<String> warn;
    private final AtomicBoolean warned = new AtomicBoolean();
    private final AtomicBoolean warnedOfSpeed = new AtomicBoolean();

    WavelengthCheck(PaddedGrid grid, Pulse wavelet, Consumer<String> warn) {
        this.grid = grid;
        this.wavelet = wavelet;
        this.warn = warn;
    }

    /**
     * Checks a model.
     *
     * @param slowest velocity in m/s
     * @param fastest velocity in m/s
     */
    void check(double slowest, double fastest) {
        if (UnitHint.isTooFast(fastest) && warnedOfSpeed.compareAndSet(false, true)) {
            warn.accept("the fastest velocity is " + Figures.text(fastest) + " m/s, more than any rock has: "
                    + UnitHint.before(fastest) + "correct the model");
        }
        double spacing = 0;
        for (int axis = 0; axis < grid.dimensions(); axis++) {
            spacing = Math.max(spacing, grid.spacing(axis));
        }
        double atPeak = slowest / (wavelet.peakFrequency() * spacing);
        if (atPeak < LEAST) {
            throw new NumericsException(facts("the wavelength of the peak", slowest, wavelet.peakFrequency(), spacing)
                    + "; below " + (int) LEAST + " nothing can be computed\n  fix  " + UnitHint.before(slowest)
                    + "take a spacing of at most "
                    + Figures.atMost(slowest / (wavelet.highestFrequency() * LEAST))
                    + " m, or a wavelet of lower frequency");
        }
        double error = -error(grid.differences(), slowest / (wavelet.highestFrequency() * spacing));
        if (error > WORTH_A_WARNING && warned.compareAndSet(false, true)) {
            warn.accept(facts("the shortest wavelength", slowest, wavelet.highestFrequency(), spacing)
                    + ": differences of order "
                    + grid.differences().order() + " make it travel " + Figures.text(100 * error)
                    + " % too slowly along an axis; take a finer grid"
                    + (grid.differences() == Differences.SIXTEENTH
                            ? " or a wavelet of lower frequency"
                            : ", a wavelet of lower frequency, or a higher order"));
        }
    }

    /**
     * How wrong the velocity of a wave along an axis is, steps in time left aside.
     *
     * @param differences in space
     * @param points in a wavelength; what has fewer than two does not travel
     * @return relative error, negative where it is too slow
     */
    static double error(Differences differences, double points) {
        if (points <= LEAST) {
            return -1;
        }
        double k = 2 * Math.PI / points;
        double[] second = differences.second();
        double symbol = -second[0];
        for (int j = 1; j < second.length; j++) {
            symbol -= 2 * second[j] * Math.cos(j * k);
        }
        return Math.sqrt(symbol) / k - 1;
    }

    private static String facts(String which, double velocity, double frequency, double spacing) {
        return which + ", " + Figures.text(velocity / frequency) + " m at " + Figures.text(frequency)
                + " Hz where the velocity is " + Figures.text(velocity) + " m/s, has "
                + Figures.text(velocity / (frequency * spacing))
                + " grid points (spacing " + Figures.text(spacing) + " m)";
    }
}
