package org.rote.priors.diffusion;

import java.util.List;
import java.util.Optional;
import org.rote.numerics.MeasuredValues;
import org.rote.numerics.Schedule;
import org.rote.spi.Checks;
import org.rote.spi.Dataset;
import org.rote.spi.Default;
import org.rote.spi.Doc;
import org.rote.spi.Part;

/**
 * The section {@code type: memorized-diffusion} of a prior. The noise level is given either as {@code sigma}, or as the level that a diffusion process has at a step, {@code at}.
 *
 * @param training the training models
 * @param sigma noise level σ in model units
 * @param at the step of a diffusion process whose noise level is taken
 */
public record MemorizedDiffusionConfig(
        @Doc("data set of at least two training models") Part<Dataset> training,
        @Doc("noise level, with the unit of the model") Optional<String> sigma,

        @Doc("the step of a diffusion process whose noise level is taken, instead of sigma")
        Optional<Step> at) {

    /** Checks that there is exactly one noise level. */
    public MemorizedDiffusionConfig {
        Checks checks = new Checks()
                .that(
                        sigma.isPresent() != at.isPresent(),
                        "",
                        sigma.isPresent() ? "has both sigma and at" : "has neither sigma nor at",
                        "give one noise level, for example sigma: 0.05");
        MeasuredValues.requirePositive(
                checks,
                "sigma",
                sigma.stream().toList(),
                "give a positive noise level in model units, for example 0.05");
        checks.verify();
    }

    /**
     * A step of a diffusion process. x_t = α_t x₀ + σ_t ε, so x_t/α_t is a model with noise of level {@code scale} · σ_t/α_t.
     *
     * @param schedule how noise grows with the step
     * @param step t, from 0; the last step, T − 1, has most noise
     * @param scale how much of the model's unit is one unit of the process, which is trained on scaled models
     */
    public record Step(
            @Doc("how noise grows with the step") Schedule schedule,
            @Doc("the step, from 0; noise grows with it") int step,

            @Doc("what one unit of the process is in the unit of the model") @Default("1")
            String scale) {

        /** Checks that the schedule has the step. */
        public Step {
            Checks checks = new Checks()
                    .that(
                            step >= 0 && step < schedule.steps(),
                            "step",
                            "must be between 0 and " + (schedule.steps() - 1) + ", got " + step,
                            "give a step of the schedule; the last has most noise");
            MeasuredValues.requirePositive(
                    checks, "scale", List.of(scale), "give the spread of the models, which the process is scaled by");
            checks.verify();
        }
    }
}
