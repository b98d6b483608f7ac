package org.rote.plugins.sampler.optimization.quasinewton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Standard problems from their standard starts (Moré, Garbow and Hillstrom, 1981). The expected numbers of evaluations are those of SciPy 1.17.1, {@code minimize(method="L-BFGS-B", jac=True, options={maxcor: 10,
 * ftol: 0, gtol: 1e-5})}, which runs the authors' own code.
 */
class QuasiNewtonTest {

    // evaluations, as a share of SciPy's: rounding turns the way through a curved valley here or there
    private static final double EVALUATIONS = 0.1;
    // distance to a minimum where the gradient is below 1e-5 and the curvature above 0.5
    private static final double MINIMUM = 1e-5;
    // of a value that SciPy prints with 12 digits, where it stopped at a gradient of 1e-5
    private static final double VALUE = 1e-9;

    private static void verify(Minimization found, Box box, int evaluations) {
        assertThat(box.projectedGradient(found.point())).isLessThanOrEqualTo(Minimization.GRADIENT);
        assertThat((double) found.evaluations()).isCloseTo(evaluations, within(1 + EVALUATIONS * evaluations));
        for (double x : found.point().x()) {
            assertThat(x).isBetween(box.lower(), box.upper());
        }
    }

    private static void verifyFree(Objective objective, int evaluations, double[] minimum, double... start) {
        Minimization found = Minimization.of(objective, Box.UNBOUNDED, start);
        verify(found, Box.UNBOUNDED, evaluations);
        assertThat(found.point().x()).containsExactly(minimum, within(MINIMUM));
    }

    @Test
    void findsTheMinimumOfRosenbrocksValley() {
        verifyFree(Problems::rosenbrock, 45, new double[] {1, 1}, -1.2, 1);
    }

    @Test
    void findsTheMinimumOfFiftyValleysAtOnce() {
        verifyFree(Problems::rosenbrock, 48, Problems.repeated(100, 1), Problems.repeated(50, -1.2, 1));
    }

    @Test
    void findsTheMinimumOfAChainOfValleys() {
        verifyFree(Problems::chainedRosenbrock, 625, Problems.repeated(100, 1), Problems.repeated(50, -1.2, 1));
    }

    @Test
    void findsTheMinimumOfBealesFunction() {
        verifyFree(Problems.beale(), 16, new double[] {3, 0.5}, 1, 1);
    }

    @Test
    void findsTheMinimumOfWoodsFunction() {
        verifyFree(Problems.wood(), 116, new double[] {1, 1, 1, 1}, -3, -1, -3, -1);
    }

    @Test
    void findsTheMinimumOfTheHelicalValley() {
        verifyFree(Problems.helix(), 33, new double[] {1, 0, 0}, -1, 0, 0);
    }

    @Test
    void comesDownToTheSingularMinimumOfPowellsFunction() {
        Minimization found = Minimization.of(Problems.powell(), Box.UNBOUNDED, 3, -1, 0, 1);
        verify(found, Box.UNBOUNDED, 31);
        assertThat(found.point().value()).isLessThan(1e-7);
    }

    @Test
    void stopsAtTheBoundThatCutsTheValleyOff() {
        Box box = new Box(-1.5, 0.5);
        Minimization found = Minimization.of(Problems::rosenbrock, box, -1.2, 0.5);
        verify(found, box, 4);
        assertThat(found.point().x()).containsExactly(new double[] {0.5, 0.25}, within(MINIMUM));
        assertThat(found.point().x()[0]).isEqualTo(0.5);
    }

    @Test
    void findsTheMinimumOfAChainOfValleysBetweenBounds() {
        Box box = new Box(-2, 0.5);
        Minimization found = Minimization.of(Problems::chainedRosenbrock, box, Problems.repeated(50, -1.2, 0.5));
        verify(found, box, 33);
        assertThat(found.point().value()).isCloseTo(96.6855316175, within(VALUE));
    }

    @Test
    void findsTheMinimumOfAChainOfValleysAtALowerBound() {
        Box box = new Box(1.2, 100);
        Minimization found = Minimization.of(Problems::chainedRosenbrock, box, Problems.repeated(25, 3));
        verify(found, box, 56);
        assertThat(found.point().value()).isCloseTo(121.547815212, within(VALUE));
    }

    @Test
    void findsTheActiveBoundsOfAQuadratic() {
        Box box = new Box(-1, 1);
        Minimization found = Minimization.of(Problems::quadratic, box, new double[50]);
        verify(found, box, 29);
        assertThat(found.point().value()).isCloseTo(316.450712346, within(VALUE));
        // every other centre is at ±2, beyond the bounds
        for (int i = 0; i < 50; i++) {
            double x = found.point().x()[i];
            assertThat(Math.abs(x) == 1).as("component %d at %s", i, x).isEqualTo(i % 2 == 0);
        }
    }

    @Test
    void takesAStepOfTheWantedSizeFirst() {
        Point start = Point.of(Problems::rosenbrock, new double[] {-1.2, 1});
        double theta = Box.UNBOUNDED.projectedGradient(start) / 0.01;
        AtomicInteger calls = new AtomicInteger();
        double[] first = new double[2];
        new QuasiNewton(
                        (x, gradient) -> {
                            if (calls.getAndIncrement() == 0) {
                                System.arraycopy(x, 0, first, 0, 2);
                            }
                            return Problems.rosenbrock(x, gradient);
                        },
                        Box.UNBOUNDED)
                .step(start, Memory.empty(10, theta));
        // x₁ has the larger component of the gradient, -215.6
        assertThat(first[0]).isCloseTo(-1.19, within(1e-12));
    }

    /** √ has no value for negative numbers: x − 2 √x has its minimum at 1, and a step from 4 as long as its curvature asks for leads to where there is none. */
    @Test
    void comesBackFromWhereTheFunctionHasNoValue() {
        Objective root = (x, gradient) -> {
            gradient[0] = 1 - 1 / Math.sqrt(x[0]);
            return x[0] - 2 * Math.sqrt(x[0]);
        };
        Point start = Point.of(root, new double[] {4});
        QuasiNewton.Step step = new QuasiNewton(root, Box.UNBOUNDED).step(start, Memory.empty(10, 0.05));
        assertThat(step.outcome()).isEqualTo(QuasiNewton.Outcome.DECREASED);
        assertThat(step.evaluations()).isGreaterThan(1);
        assertThat(step.point().x()[0]).isPositive();
        assertThat(step.point().value()).isLessThan(start.value());
    }

    @Test
    void saysWhereThereIsNothingToStepOnTo() {
        Point start = new Point(new double[] {1}, 1, new double[] {1});
        QuasiNewton.Step step =
                new QuasiNewton((x, gradient) -> Double.NaN, Box.UNBOUNDED).step(start, Memory.empty(10, 1));
        assertThat(step.outcome()).isEqualTo(QuasiNewton.Outcome.UNDEFINED);
        assertThat(step.point()).isSameAs(start);
    }

    @Test
    void saysWhenAGradientPointsUphill() {
        Objective wrong = (x, gradient) -> {
            gradient[0] = -2 * x[0];
            return x[0] * x[0];
        };
        Point start = Point.of(wrong, new double[] {1});
        QuasiNewton.Step step = new QuasiNewton(wrong, Box.UNBOUNDED).step(start, Memory.empty(10, 1));
        assertThat(step.outcome()).isEqualTo(QuasiNewton.Outcome.NO_DECREASE);
        assertThat(step.point()).isSameAs(start);
    }

    /** −cos curves downwards beyond π/2: pairs from there would make the model indefinite. */
    @Test
    void learnsNothingFromAStepAlongWhichTheFunctionCurvesDownwards() {
        Point from = new Point(new double[] {2.5}, 0.8, new double[] {Math.sin(2.5)});
        Point to = new Point(new double[] {2}, 0.4, new double[] {Math.sin(2)});
        Memory memory = Memory.empty(10, 3);
        assertThat(memory.after(from, to)).isSameAs(memory);
    }

    @Test
    void forgetsTheOldestStepFirst() {
        Memory memory = Memory.empty(2, 1);
        Point point = new Point(new double[] {0}, 0, new double[] {0});
        for (double x = 1; x <= 3; x++) {
            Point next = new Point(new double[] {x}, 0, new double[] {2 * x});
            memory = memory.after(point, next);
            point = next;
        }
        assertThat(memory.size()).isEqualTo(2);
        assertThat(memory.theta()).isEqualTo(2);
    }
}
