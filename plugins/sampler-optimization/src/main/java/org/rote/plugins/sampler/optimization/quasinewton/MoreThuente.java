package org.rote.plugins.sampler.optimization.quasinewton;

/**
 * Looks along a line for a step t with φ(t) ≤ φ(0) + μ t φ'(0) and |φ'(t)| ≤ η |φ'(0)|, the strong conditions of Wolfe (Moré and Thuente, 1994). It says which step to try next; whoever asked evaluates φ there.
 * Until there is a bracket steps grow at most fivefold; then it shrinks by a third at least every other step.
 *
 * <p>μ = 1e-3, η = 0.9: the constants of L-BFGS-B, under which the first step tried is nearly always taken.
 */
final class MoreThuente {

    private static final double DECREASE = 1e-3;
    private static final double CURVATURE = 0.9;
    /** A bracket that is narrower than this share of its upper end is worked off. */
    private static final double NARROW = 0.1;

    private static final double LEAST_GROWTH = 1.1;
    private static final double MOST_GROWTH = 4;
    private static final double SHRINKAGE = 0.66;

    private final double initialValue;
    private final double initialSlope;
    private double longest;
    private double step;
    private boolean bracketed;
    /** Whether φ has not yet been seen to lie below the line of sufficient decrease while it rises. */
    private boolean seekingDecrease = true;

    private double width;
    private double widthBefore;
    private Trial best;
    private Trial other;
    private double lower;
    private double upper;

    /** A step, φ and φ' there. */
    record Trial(double step, double value, double slope) {

        /** φ less the line of sufficient decrease. */
        private Trial below(double line) {
            return new Trial(step, value - step * line, slope - line);
        }
    }

    MoreThuente(double value, double slope, double step, double longest) {
        this.initialValue = value;
        this.initialSlope = slope;
        this.step = step;
        this.longest = longest;
        this.width = longest;
        this.widthBefore = 2 * longest;
        this.best = new Trial(0, value, slope);
        this.other = best;
        this.lower = 0;
        this.upper = step + MOST_GROWTH * step;
    }

    /** The step to try. */
    double step() {
        return step;
    }

    /** φ has no value at the step: tries half way back, and never again as far. */
    void shorten() {
        longest = step > best.step() ? step : longest;
        step = best.step() + (step - best.step()) / 2;
    }

    /**
     * Takes in φ and φ' at the step.
     *
     * @return true when the search is over: the conditions hold, or the best step so far is as good as it gets
     */
    boolean accept(double value, double slope) {
        double line = DECREASE * initialSlope;
        double ceiling = initialValue + step * line;
        seekingDecrease = seekingDecrease && !(value <= ceiling && slope >= 0);
        boolean holds = value <= ceiling && Math.abs(slope) <= -CURVATURE * initialSlope;
        boolean atEnd = step == longest && value <= ceiling && slope <= line;
        if (holds || atEnd || isWorkedOff()) {
            return true;
        }
        Trial trial = new Trial(step, value, slope);
        Cubic cubic = seekingDecrease && value <= best.value() && value > ceiling
                ? new Cubic(best.below(line), other.below(line), trial.below(line))
                : new Cubic(best, other, trial);
        step = cubic.next();
        keep(cubic, trial);
        narrow();
        return isWorkedOff();
    }

    private boolean isWorkedOff() {
        return bracketed && (step <= lower || step >= upper || upper - lower <= NARROW * upper);
    }

    /** Moves the ends of the interval of uncertainty. */
    private void keep(Cubic cubic, Trial trial) {
        bracketed = cubic.brackets();
        if (cubic.isHigher()) {
            other = trial;
        } else {
            if (cubic.turns()) {
                other = best;
            }
            best = trial;
        }
    }

    private void narrow() {
        if (bracketed) {
            double length = Math.abs(other.step() - best.step());
            if (length >= SHRINKAGE * widthBefore) {
                step = best.step() + (other.step() - best.step()) / 2;
            }
            widthBefore = width;
            width = length;
            lower = Math.min(best.step(), other.step());
            upper = Math.max(best.step(), other.step());
        } else {
            lower = step + LEAST_GROWTH * (step - best.step());
            upper = step + MOST_GROWTH * (step - best.step());
        }
        step = Math.min(step, longest);
    }

    /** The safeguarded step of interpolation, section 4 of the paper. */
    private final class Cubic {

        private final Trial x;
        private final Trial y;
        private final Trial t;

        Cubic(Trial x, Trial y, Trial t) {
            this.x = x;
            this.y = y;
            this.t = t;
        }

        boolean isHigher() {
            return t.value() > x.value();
        }

        boolean turns() {
            return t.slope() * Math.signum(x.slope()) < 0;
        }

        boolean brackets() {
            return bracketed || isHigher() || turns();
        }

        double next() {
            if (isHigher()) {
                return betweenHigher();
            }
            if (turns()) {
                return betweenTurned();
            }
            return Math.abs(t.slope()) < Math.abs(x.slope()) ? flatter() : steeper();
        }

        /** Case 1: a minimum lies between; the cubic's where it is nearer to x than the parabola's, else the mean of the two. */
        private double betweenHigher() {
            double theta = theta(x, t);
            double gamma = Math.copySign(root(theta, x, t), t.step() - x.step());
            double ratio = (gamma - x.slope() + theta) / (gamma - x.slope() + gamma + t.slope());
            double cubic = x.step() + ratio * (t.step() - x.step());
            double parabola = x.step()
                    + x.slope()
                            / ((x.value() - t.value()) / (t.step() - x.step()) + x.slope())
                            / 2
                            * (t.step() - x.step());
            boolean cubicNearer = Math.abs(cubic - x.step()) < Math.abs(parabola - x.step());
            return cubicNearer ? cubic : cubic + (parabola - cubic) / 2;
        }

        /** Case 2: the slope has changed its sign; whichever of cubic and secant goes farther from t. */
        private double betweenTurned() {
            double gamma = Math.copySign(root(theta(x, t), x, t), x.step() - t.step());
            double theta = theta(x, t);
            double ratio = (gamma - t.slope() + theta) / (gamma - t.slope() + gamma + x.slope());
            double cubic = t.step() + ratio * (x.step() - t.step());
            double secant = secant();
            return Math.abs(cubic - t.step()) > Math.abs(secant - t.step()) ? cubic : secant;
        }

        /** Case 3: still falling, less steeply; the cubic counts only where it turns up ahead. */
        private double flatter() {
            double theta = theta(x, t);
            double gamma = Math.copySign(root(theta, x, t), x.step() - t.step());
            double ratio = (gamma - t.slope() + theta) / (gamma + (x.slope() - t.slope()) + gamma);
            double far = t.step() > x.step() ? upper : lower;
            double cubic = ratio < 0 && gamma != 0 ? t.step() + ratio * (x.step() - t.step()) : far;
            double secant = secant();
            boolean cubicNearer = Math.abs(cubic - t.step()) < Math.abs(secant - t.step());
            if (!bracketed) {
                double farther = cubicNearer ? secant : cubic;
                return Math.max(lower, Math.min(upper, farther));
            }
            double nearer = cubicNearer ? cubic : secant;
            double bound = t.step() + SHRINKAGE * (y.step() - t.step());
            return t.step() > x.step() ? Math.min(bound, nearer) : Math.max(bound, nearer);
        }

        /** Case 4: falling as steeply or more; the cubic with the other end, or as far as allowed. */
        private double steeper() {
            if (!bracketed) {
                return t.step() > x.step() ? upper : lower;
            }
            double theta = theta(y, t);
            double gamma = Math.copySign(root(theta, y, t), y.step() - t.step());
            double ratio = (gamma - t.slope() + theta) / (gamma - t.slope() + gamma + y.slope());
            return t.step() + ratio * (y.step() - t.step());
        }

        private double secant() {
            return t.step() + t.slope() / (t.slope() - x.slope()) * (x.step() - t.step());
        }
    }

    /** θ of the cubic through values and slopes at two steps. */
    private static double theta(Trial a, Trial b) {
        return 3 * (a.value() - b.value()) / (b.step() - a.step()) + a.slope() + b.slope();
    }

    /** √(θ² − φ'_a φ'_b), scaled against overflow; 0 where the cubic has no minimum. */
    private static double root(double theta, Trial a, Trial b) {
        double scale = Math.max(Math.abs(theta), Math.max(Math.abs(a.slope()), Math.abs(b.slope())));
        double square = theta / scale * (theta / scale) - a.slope() / scale * (b.slope() / scale);
        return scale * Math.sqrt(Math.max(0, square));
    }
}
