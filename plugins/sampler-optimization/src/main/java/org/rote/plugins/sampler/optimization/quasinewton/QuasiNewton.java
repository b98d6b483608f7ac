package org.rote.plugins.sampler.optimization.quasinewton;

import java.util.Optional;

/**
 * Minimizes a smooth function between bounds by L-BFGS-B: a quadratic model from the last m steps, its minimum along the bent path of steepest descent to find which bounds are active, its minimum over what is
 * free, and a line search towards that (Byrd, Lu, Nocedal and Zhu, 1995, with the projection of Morales and Nocedal, 2011).
 *
 * <p>Cost of a step: an evaluation of the function and its gradient, seldom two or more; 6 m² operations a component. Memory: 2 m + 10 arrays.
 */
public final class QuasiNewton {

    private final Objective objective;
    private final Box box;

    /**
     * For one function.
     *
     * @param objective f
     * @param box where x may be
     */
    public QuasiNewton(Objective objective, Box box) {
        this.objective = objective;
        this.box = box;
    }

    /**
     * One step.
     *
     * @param point where it leads to; where it began if it failed
     * @param memory what is known now
     * @param evaluations how often the function was evaluated
     * @param outcome whether it went anywhere
     */
    public record Step(Point point, Memory memory, int evaluations, Outcome outcome) {}

    /** Whether a step went anywhere. */
    public enum Outcome {
        /** The function is smaller now. */
        DECREASED,
        /** No smaller value was found along the direction of steepest descent: to rounding, this is a minimum, or the gradient is not that of the function. */
        NO_DECREASE,
        /** The function has no value anywhere in the direction of steepest descent. */
        UNDEFINED
    }

    /**
     * Takes a step; where the model has no good one, forgets it and takes one along the steepest descent.
     *
     * @param from where the search is, with a value and a gradient, inside the box
     * @param memory what is known
     * @return the step
     */
    public Step step(Point from, Memory memory) {
        LineSearch search = new LineSearch(objective, box);
        Optional<double[]> target =
                QuadraticModel.of(memory).flatMap(model -> target(model, from)).filter(Arrays::allFinite);
        LineSearch.Result result =
                target.map(x -> search.search(from, x)).orElse(new LineSearch.Result(Optional.empty(), 0, false));
        if (result.point().isPresent()) {
            Point to = result.point().get();
            return new Step(to, memory.after(from, to), result.evaluations(), Outcome.DECREASED);
        }
        if (memory.size() == 0) {
            Outcome outcome = result.undefined() ? Outcome.UNDEFINED : Outcome.NO_DECREASE;
            return new Step(from, memory, result.evaluations(), outcome);
        }
        Step again = step(from, Memory.empty(memory.capacity(), memory.theta()));
        return new Step(again.point(), again.memory(), result.evaluations() + again.evaluations(), again.outcome());
    }

    /** The minimum of the model inside the box, or what is nearly that. */
    private Optional<double[]> target(QuadraticModel model, Point from) {
        CauchyPoint cauchy = CauchyPoint.of(model, box, from);
        double[] x = cauchy.x();
        boolean[] free = new boolean[x.length];
        double[] r = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            free[i] = box.isInside(x[i]);
            r[i] = from.gradient()[i] + model.theta() * (x[i] - from.x()[i]);
        }
        model.expand(-1, model.middle(cauchy.c()), r);
        for (int i = 0; i < x.length; i++) {
            r[i] = free[i] ? r[i] : 0;
        }
        return model.freeStep(r, free).map(step -> inside(from, x, step));
    }

    /** The minimum over what is free, projected; where that would lead uphill, the part of the way to it that is inside. */
    private double[] inside(Point from, double[] cauchy, double[] step) {
        double[] projected = new double[cauchy.length];
        for (int i = 0; i < projected.length; i++) {
            projected[i] = box.nearest(cauchy[i] + step[i]);
        }
        if (Arrays.dot(from.gradient(), Arrays.minus(projected, from.x())) < 0) {
            return projected;
        }
        double share = Math.min(1, box.longestStep(cauchy, step));
        for (int i = 0; i < projected.length; i++) {
            projected[i] = box.nearest(cauchy[i] + share * step[i]);
        }
        return projected;
    }
}
