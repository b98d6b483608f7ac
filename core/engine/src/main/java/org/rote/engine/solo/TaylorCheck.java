package org.rote.engine.solo;

import java.util.ArrayList;
import java.util.List;
import org.rote.engine.solo.Verification.Check;
import org.rote.numerics.Vectors;
import org.rote.spi.ForwardOperator;
import org.rote.spi.Linearization;
import org.rote.spi.NumericsException;
import org.rote.spi.ResourceException;
import org.rote.spi.Streams;

/**
 * The remainders of a Taylor expansion at halved steps h: ‖F(m + h dm) − F(m)‖ shrinks like h, ‖F(m + h dm) − F(m) − h J dm‖ like h² (or faster), until rounding
 * takes over. A derivative that is wrong by a little leaves a remainder like h that shows at the small steps, so the slope is fitted to the last that are clear of
 * rounding. An operator that is linear leaves no second remainder at all.
 */
final class TaylorCheck {

    private static final int STEPS = 18;
    private static final double LARGEST_STEP = 0.1;
    private static final int FITTED = 4;
    /** A remainder that rounding disturbs by a thirtieth has a slope that is off by 0.05. */
    private static final double CLEAR_OF_ROUNDING = 30;
    /** A single evaluation of F rounds at about a tenth of what a dot test may be off. */
    private static final double ROUNDING_OF_F = 0.1;
    /** Rounding at the smallest step and the next order at the largest each move a slope by less than half of this. */
    private static final double SLOPE_TOLERANCE = 0.15;

    private final ForwardOperator operator;
    private final double[] model;
    private final double[] value;
    private final Linearization linearization;
    private final Streams streams;
    private final double rounding;

    TaylorCheck(
            ForwardOperator operator,
            double[] model,
            double[] value,
            Linearization linearization,
            Streams streams,
            double rounding) {
        this.operator = operator;
        this.model = model;
        this.value = value;
        this.linearization = linearization;
        this.streams = streams;
        this.rounding = rounding;
    }

    private record Step(double h, double remainder, double floor) {
        boolean isClear() {
            return remainder > CLEAR_OF_ROUNDING * floor;
        }
    }

    List<Check> run() {
        double[] direction = Vectors.normal(streams.random("taylor", 0), model.length);
        double length = Vectors.norm(model);
        double scale = (length > 0 ? length : 1) / Vectors.norm(direction);
        double[] dm = Vectors.plus(new double[model.length], scale, direction);
        double[] jdm = new double[value.length];
        linearization.jvp(dm, jdm);
        List<Step> first = new ArrayList<>();
        List<Step> second = new ArrayList<>();
        double h = LARGEST_STEP;
        for (int i = 0; i < STEPS; i++, h /= 2) {
            measure(h, dm, jdm, first, second);
        }
        List<Check> checks = new ArrayList<>();
        checks.add(slope("Taylor slope, order 1", first, 1, "‖F(m + h dm) − F(m)‖ ~ h^slope"));
        checks.add(slope("Taylor slope, order 2", second, 2, "‖F(m + h dm) − F(m) − h J dm‖ ~ h^slope"));
        return checks;
    }

    private void measure(double h, double[] dm, double[] jdm, List<Step> first, List<Step> second) {
        double[] moved = new double[value.length];
        try {
            operator.forward(Vectors.plus(model, h, dm), moved);
        } catch (ResourceException failed) {
            throw failed;
        } catch (NumericsException tooFar) {
            // A large step may leave where F is defined; the smaller ones count.
            return;
        }
        double[] change = Vectors.plus(moved, -1, value);
        double floor = ROUNDING_OF_F * rounding * (Vectors.norm(value) + Vectors.norm(moved));
        first.add(new Step(h, Vectors.norm(change), floor));
        second.add(new Step(h, Vectors.norm(Vectors.plus(change, -h, jdm)), floor));
    }

    private Check slope(String name, List<Step> steps, int order, String meaning) {
        List<Step> clear = steps.stream().filter(Step::isClear).toList();
        if (clear.isEmpty() && !steps.isEmpty()) {
            Step largest = steps.get(0);
            return Check.near(
                    name + " (exact)",
                    largest.remainder(),
                    0,
                    CLEAR_OF_ROUNDING * largest.floor(),
                    "no remainder above rounding at any step");
        }
        double slope = fitted(clear.subList(Math.max(0, clear.size() - FITTED), clear.size()));
        return Check.atLeast(name, slope, order, SLOPE_TOLERANCE, meaning);
    }

    /** The least-squares slope of log remainder over log h; NaN for fewer than two steps. */
    private static double fitted(List<Step> steps) {
        double meanX =
                steps.stream().mapToDouble(step -> Math.log(step.h())).average().orElse(Double.NaN);
        double meanY = steps.stream()
                .mapToDouble(step -> Math.log(step.remainder()))
                .average()
                .orElse(Double.NaN);
        double products = 0;
        double squares = 0;
        for (Step step : steps) {
            double x = Math.log(step.h()) - meanX;
            products += x * (Math.log(step.remainder()) - meanY);
            squares += x * x;
        }
        return products / squares;
    }
}
