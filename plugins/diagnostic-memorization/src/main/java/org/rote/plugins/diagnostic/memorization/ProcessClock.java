package org.rote.plugins.diagnostic.memorization;

import java.util.Locale;
import org.rote.numerics.NoiseLevels;

/**
 * One moment of a diffusion process in its several clocks: the noise level σ in the unit of the models; the time t of the variance-preserving process x_t = e^(−t) x₀ + √(1 − e^(−2t)) z on models over their spread s, for which σ = s √(e^(2t) − 1);
 * what is left of the signal, α = e^(−t); and the step of a schedule.
 *
 * @param levels of the schedule, for models over their spread
 * @param spread s
 */
record ProcessClock(NoiseLevels levels, double spread) {

    /** t of a noise level. */
    double time(double sigma) {
        return 0.5 * Math.log1p(sigma * sigma / (spread * spread));
    }

    /** σ of a time. */
    double sigma(double time) {
        return spread * Math.sqrt(Math.expm1(2 * time));
    }

    /** The noise level of a step, in the unit of the models. */
    double sigmaOfStep(int step) {
        return spread * levels.noise(step);
    }

    /** The step with this noise level, between steps by the logarithm of the level; NaN where the schedule does not come there. */
    double step(double sigma) {
        for (int step = 0; step < levels.steps(); step++) {
            double above = sigmaOfStep(step);
            if (sigma <= above) {
                double below = step == 0 ? above : sigmaOfStep(step - 1);
                return sigma < below || step == 0 && sigma < above
                        ? Double.NaN
                        : step - (above == below ? 0 : Math.log(above / sigma) / Math.log(above / below));
            }
        }
        return Double.NaN;
    }

    /** All clocks, for people. */
    String words(double sigma) {
        double step = step(sigma);
        return String.format(
                Locale.ROOT,
                "time %.3g of a variance-preserving process, alpha %.3g, %s",
                time(sigma),
                Math.exp(-time(sigma)),
                Double.isNaN(step)
                        ? "outside of this schedule"
                        : String.format(Locale.ROOT, "step %.1f of 0 to %d", step, levels.steps() - 1));
    }
}
