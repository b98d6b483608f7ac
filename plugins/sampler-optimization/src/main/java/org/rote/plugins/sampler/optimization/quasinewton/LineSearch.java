package org.rote.plugins.sampler.optimization.quasinewton;

import java.util.Optional;

/** A step along a direction of descent. */
final class LineSearch {

    /** Evaluations after which a search is given up: with a first step of the right size two are many. */
    private static final int MOST_EVALUATIONS = 20;
    /** Trials without a value are not a fault of the direction: each halves the step. */
    private static final int MOST_SHORTENINGS = 40;
    /** Where no bound lies ahead. */
    private static final double LONGEST = 1e10;

    private final Objective objective;
    private final Box box;

    /**
     * What came of a search.
     *
     * @param point the point that was accepted, or empty where none was better than the first
     * @param evaluations how often the function was evaluated
     * @param undefined whether the function was asked, and had no value anywhere on the way
     */
    record Result(Optional<Point> point, int evaluations, boolean undefined) {}

    LineSearch(Objective objective, Box box) {
        this.objective = objective;
        this.box = box;
    }

    /**
     * Searches.
     *
     * @param from where to begin
     * @param target where the model has its minimum, tried first
     */
    Result search(Point from, double[] target) {
        double[] direction = Arrays.minus(target, from.x());
        double slope = Arrays.dot(from.gradient(), direction);
        if (!(slope < 0)) {
            return new Result(Optional.empty(), 0, false);
        }
        double longest = Math.min(LONGEST, Math.max(1, box.longestStep(from.x(), direction)));
        MoreThuente rule = new MoreThuente(from.value(), slope, 1, longest);
        Optional<Point> best = Optional.empty();
        int defined = 0;
        int shortenings = 0;
        boolean over = false;
        while (!over && defined < MOST_EVALUATIONS && shortenings < MOST_SHORTENINGS) {
            Point trial = Point.of(objective, at(from, target, direction, rule.step()));
            if (trial.isFinite()) {
                defined++;
                over = rule.accept(trial.value(), Arrays.dot(trial.gradient(), direction));
                best = trial.value() < best.map(Point::value).orElse(from.value()) ? Optional.of(trial) : best;
            } else {
                shortenings++;
                rule.shorten();
            }
        }
        return new Result(best, defined + shortenings, defined == 0);
    }

    private double[] at(Point from, double[] target, double[] direction, double step) {
        double[] x = new double[direction.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = step == 1 ? target[i] : box.nearest(from.x()[i] + step * direction[i]);
        }
        return x;
    }
}
