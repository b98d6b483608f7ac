package org.rote.testkit;

import java.util.ArrayList;
import java.util.List;
import org.rote.spi.Linearization;
import org.rote.spi.Mapping;

/**
 * Measures how the remainders of a Taylor expansion shrink: ‖F(x + h dx) − F(x)‖ ~ h and ‖F(x + h dx) − F(x) − h J dx‖ ~ h², at halved steps, down to where
 * rounding takes over.
 */
final class TaylorTest {

    private static final int HALVINGS = 16;

    // A remainder below thirty times the rounding of F says little of its slope: one part in thirty is 0.05 in log2.
    private static final double ABOVE_ROUNDING = 30;
    // A dot test of tolerance t adds thousands of rounded terms; F itself rounds at about a tenth of it.
    private static final double ROUNDING = 0.1;
    private static final int FEWEST_STEPS = 3;
    private static final int FITTED_STEPS = 4;
    // Rounding at the finest fitted step and the next order at the coarsest each move a slope by less than this.
    private static final double SLOPE_ERROR = 0.15;

    private final Mapping mapping;
    private final double[] x;
    private final double[] dx;
    private final double largestStep;
    private final double tolerance;
    private final Compare compare;

    TaylorTest(Mapping mapping, double[] x, double[] dx, double largestStep, double tolerance, Compare compare) {
        this.mapping = mapping;
        this.x = x;
        this.dx = dx;
        this.largestStep = largestStep;
        this.tolerance = tolerance;
        this.compare = compare;
    }

    private record Step(double h, double first, double second, double rounding) {}

    void verify(boolean affine) {
        List<Step> steps = steps();
        if (affine) {
            for (Step step : steps) {
                compare.close(
                        "Taylor remainder of an affine mapping, ‖F(x + h dx) − F(x) − h J dx‖ at h = " + step.h(),
                        0,
                        step.second(),
                        step.rounding() / ROUNDING);
            }
            return;
        }
        verifySlope(
                "‖F(x + h dx) − F(x)‖",
                1,
                steps.stream()
                        .filter(step -> step.first() > ABOVE_ROUNDING * step.rounding())
                        .map(step -> new double[] {step.h(), step.first()})
                        .toList());
        verifySlope(
                "‖F(x + h dx) − F(x) − h J dx‖",
                2,
                steps.stream()
                        .filter(step -> step.second() > ABOVE_ROUNDING * step.rounding())
                        .map(step -> new double[] {step.h(), step.second()})
                        .toList());
    }

    private List<Step> steps() {
        double[] y = new double[mapping.range().size()];
        double[] jdx = new double[y.length];
        mapping.forward(x, y);
        try (Linearization linearization = mapping.linearize(x)) {
            linearization.jvp(dx, jdx);
        }
        List<Step> steps = new ArrayList<>();
        double h = largestStep;
        for (int k = 0; k <= HALVINGS; k++, h /= 2) {
            double[] moved = new double[y.length];
            mapping.forward(Vectors.plus(x, h, dx), moved);
            double[] change = Vectors.minus(moved, y);
            double rounding = ROUNDING * tolerance * (Vectors.norm(y) + Vectors.norm(moved));
            steps.add(new Step(h, Vectors.norm(change), Vectors.norm(Vectors.plus(change, -h, jdx)), rounding));
        }
        return steps;
    }

    private void verifySlope(String what, int order, List<double[]> usable) {
        if (usable.isEmpty()) {
            // exact along this direction, to rounding, at every step
            return;
        }
        compare.holds(
                usable.size() >= FEWEST_STEPS,
                "Taylor test: " + what + " is above rounding at " + usable.size() + " of " + (HALVINGS + 1)
                        + " steps, too few to measure a slope; override taylorStep(), now " + largestStep
                        + ", with a larger step");
        double slope = slope(usable.subList(Math.max(0, usable.size() - FITTED_STEPS), usable.size()));
        compare.holds(
                slope >= order - SLOPE_ERROR,
                "Taylor test: " + what + " shrinks like h^" + slope + " where h^" + order
                        + " is due: the derivative is wrong, F is not smooth here, or taylorStep(), now " + largestStep
                        + ", is too large");
    }

    /** The least-squares slope of log remainder against log step. */
    private static double slope(List<double[]> points) {
        double meanX = 0;
        double meanY = 0;
        for (double[] point : points) {
            meanX += Math.log(point[0]) / points.size();
            meanY += Math.log(point[1]) / points.size();
        }
        double products = 0;
        double squares = 0;
        for (double[] point : points) {
            products += (Math.log(point[0]) - meanX) * (Math.log(point[1]) - meanY);
            squares += (Math.log(point[0]) - meanX) * (Math.log(point[0]) - meanX);
        }
        return products / squares;
    }
}
