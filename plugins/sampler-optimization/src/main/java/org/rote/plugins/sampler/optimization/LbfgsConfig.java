package org.rote.plugins.sampler.optimization;

import java.util.List;
import java.util.Optional;
import org.rote.numerics.MeasuredValues;
import org.rote.spi.Checks;
import org.rote.spi.Dataset;
import org.rote.spi.Default;
import org.rote.spi.Doc;
import org.rote.spi.Part;
import org.rote.spi.Unit;

/**
 * The estimator {@code lbfgs}: the model that minimizes −log p(y | F(x)) − log p(x) between bounds, by L-BFGS-B.
 *
 * @param start the model to begin with
 * @param prior whether log p(x) counts
 * @param lower lower bound of every unknown, with its unit
 * @param upper upper bound of every unknown, with its unit
 * @param fixedAbove depth in m above which no unknown changes
 * @param stages one after another
 * @param iterations the most iterations of a stage that does not say
 * @param gradientTolerance where a stage ends: the largest component of the gradient over what it was when the stage began
 * @param decreaseTolerance where a stage ends: the relative decrease of the objective in an iteration
 * @param firstChange largest change of an unknown that is tried first in a stage, with its unit
 * @param memory steps that are remembered
 * @param keepEvery iterations from one kept model to the next
 */
public record LbfgsConfig(
        @Doc("model to begin with, a data set of one; the mean of the prior if left out")
        Optional<Part<Dataset>> start,

        @Doc("included for the most probable model, ignored for the one that explains the data best")
        @Default("included")
        PriorRole prior,

        @Doc("lower bound of every unknown, with its unit") Optional<String> lower,
        @Doc("upper bound of every unknown, with its unit") Optional<String> upper,

        @Doc("depth above which nothing changes: water, the surroundings of sources") @Unit("m")
        Optional<Double> fixedAbove,

        @Doc("stages, one after another: { low-pass: 3 Hz, iterations: 10 }") @Default("[{}]")
        List<Stage> stages,

        @Doc("the most iterations of a stage that does not say") @Default("100")
        int iterations,

        @Doc("a stage ends when its gradient has fallen to this share") @Default("1e-6")
        double gradientTolerance,

        @Doc("a stage ends when an iteration decreases the objective by less than this share") @Default("1e-9")
        double decreaseTolerance,

        @Doc(
                "largest change of an unknown that is tried first in a stage, with its unit; 1 % of the largest value there if left out")
        Optional<String> firstChange,

        @Doc("steps that are remembered") @Default("10") int memory,

        @Doc("iterations from one model that is kept for pictures to the next") @Default("1")
        int keepEvery) {

    /** Checks the ranges. */
    public LbfgsConfig {
        stages = List.copyOf(stages);
        Checks checks = new Checks();
        lower.ifPresent(text -> MeasuredValues.requireNumbers(checks, "lower", List.of(text)));
        upper.ifPresent(text -> MeasuredValues.requireNumbers(checks, "upper", List.of(text)));
        firstChange.ifPresent(text ->
                MeasuredValues.requirePositive(checks, "first-change", List.of(text), "give a change to try first"));
        fixedAbove.ifPresent(depth -> checks.positive("fixed-above", depth));
        checks.notEmpty("stages", stages)
                .atLeast("iterations", iterations, 1)
                .that(
                        gradientTolerance >= 0 && gradientTolerance < 1,
                        "gradient-tolerance",
                        "must be at least 0 and less than 1, got " + gradientTolerance,
                        "give a share such as 1e-6")
                .that(
                        decreaseTolerance >= 0 && decreaseTolerance < 1,
                        "decrease-tolerance",
                        "must be at least 0 and less than 1, got " + decreaseTolerance,
                        "give a share such as 1e-9")
                .atLeast("memory", memory, 1)
                .atLeast("keep-every", keepEvery, 1)
                .verify();
    }

    /** The most iterations of a stage. */
    int iterations(int stage) {
        return stages.get(stage).iterations().orElse(iterations);
    }
}
